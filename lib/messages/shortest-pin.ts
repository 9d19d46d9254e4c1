/** So few tries are allowed that six characters resist whoever holds the device; whoever copied its disk needs longer. */
export const SHORTEST_PIN = 6;
