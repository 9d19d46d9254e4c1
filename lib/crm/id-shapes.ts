/** The forms of ids that patterns may ask for by name. They are fixed here, so that no rule brings an expression of its own. */
const SHAPES = {
  word: /^[\w.-]{1,200}$/,
  digits: /^\d{1,200}$/,
  /** Contacts (003) and leads (00Q) of Salesforce; 15 signs, or 18 with three that stand for upper and lower case. */
  salesforce: /^(?:003|00Q)[A-Za-z\d]{12}(?:[A-Z0-5]{3})?$/,
  guid: /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i,
  /** The ids of EspoCRM: 17 hexadecimal digits, and 24 in some versions. */
  hex: /^[\da-f]{13,24}$/i,
};

export type IdShape = keyof typeof SHAPES;

export function isIdShape(name: string): name is IdShape {
  return Object.hasOwn(SHAPES, name);
}

/** The id in the form that is the same wherever the record is shown; null when the text has another shape. */
export function readId(shape: IdShape, text: string): string | null {
  if (!SHAPES[shape].test(text)) return null;
  if (shape === 'guid') return shortGuid(text);
  return shape === 'salesforce' ? fullSalesforceId(text) : text;
}

/**
 * The first 20 of its 32 digits, which is what a vendor's code has room for. They are as good as the whole: 74 of them are
 * random bits, and of ids that count up with time the part that is left out names the machine.
 */
function shortGuid(id: string): string {
  return id.replace(/[{}-]/g, '').slice(0, 20).toLowerCase();
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * 18 signs. VICIdial compares codes without case, so that two short ids may be the same there: each of the last three
 * signs says of five which ones are upper case, the first as the lowest bit.
 */
function fullSalesforceId(id: string): string {
  if (id.length === 18) return id;
  const marks = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].map((sign, at) => (/[A-Z]/.test(sign) ? 1 << at : 0));
    return LETTERS[bits.reduce((sum, bit) => sum + bit, 0)] ?? '';
  });
  return id + marks.join('');
}
