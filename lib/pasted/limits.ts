/** So many pause codes, and so many dispositions, are kept. */
export const MOST_CODES = 200;

/** So many in-groups to transfer calls to are kept. */
export const MOST_INGROUPS = 100;
