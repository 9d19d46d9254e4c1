// For the views, which know nothing of the dialer's requests.
export { keptOfComment } from '../../vicidial/wire/kept-comment.ts';
