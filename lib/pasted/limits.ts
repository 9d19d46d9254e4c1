/** So many pause codes, and so many dispositions, are kept. */
export const MOST_CODES = 200;

/** The name of a pause code or disposition has no more signs; VICIdial's own columns hold 30. */
export const LONGEST_CODE_NAME = 60;

/** So many in-groups to transfer calls to are kept. */
export const MOST_INGROUPS = 100;

/** So many beginnings of numbers each of the lists about costly calls holds. */
export const MOST_PREFIXES = 200;
