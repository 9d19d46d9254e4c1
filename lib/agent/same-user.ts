export { isSameUser } from '../vicidial/same-user.ts';
