/** For the views, which may import nothing of the dialer's protocol: the sign-in form compares two users before they are sent. */
export { isSameUser } from '../vicidial/same-user.ts';
