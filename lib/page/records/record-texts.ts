/** Longer texts are a whole part of a page, which a selector took by mistake. */
const LONGEST_TEXT = 1_000;

/**
 * The texts of the first elements that fit some selectors, with the selector each: the value of a field, else the text. Left
 * out are those of which there is none, and passwords. The page is read and nothing of it is changed.
 */
export function readRecordTexts(document: Document, selectors: readonly string[]): readonly [string, string][] {
  return selectors.flatMap((selector): [string, string][] => {
    const text = textOfElement(firstOf(document, selector));
    return text === null || text === '' || text.length > LONGEST_TEXT ? [] : [[selector, text]];
  });
}

function firstOf(document: Document, selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    // What this browser cannot read as a selector, another one may.
    return null;
  }
}

/** What an element shows, or a field holds; null for none, and for passwords. */
export function textOfElement(element: Element | null): string | null {
  if (element instanceof HTMLInputElement && element.type === 'password') return null;
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement;
  return (isField ? element.value : (element?.textContent ?? null))?.replace(/\s+/g, ' ').trim() ?? null;
}
