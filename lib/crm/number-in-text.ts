/**
 * Whether a text shows a number, however its digits are grouped. `nationalNumber` is without the country's code and the 0 that
 * some countries write before it. Words end a number: of two that stand side by side no third is made.
 */
export function showsNationalNumber(text: string, nationalNumber: string): boolean {
  if (!/^\d+$/.test(nationalNumber)) return false;
  const between = '[^\\p{L}\\p{N}]{0,3}';
  return new RegExp(`${[...nationalNumber].join(between)}(?!\\d)`, 'u').test(text);
}
