import * as v from 'valibot';
import {
  pageRequestSchemas as pages,
  panelRequestSchemas as panels,
  screenRequestSchemas as screens,
} from '../../../../../lib/messages/requests.ts';

export type * from '../../../../../lib/messages/requests.ts';

/** Nothing is read before it is used, and whoever may ask one thing may ask everything. */
export const panelRequestSchemas = unread({ ...panels, ...pages, ...screens });
export const pageRequestSchemas = unread(pages);
export const screenRequestSchemas = unread(screens);

function unread<T extends object>(schemas: T): T {
  return Object.fromEntries(Object.keys(schemas).map((name) => [name, v.any()])) as T;
}
