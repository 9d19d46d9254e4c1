import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ValueFormat } from '../lib/messages/explain.ts';
import type { Explanation } from '../lib/messages/explanation.ts';
import type { Translate } from '../lib/messages/text.ts';

/** Everything a component needs to put something into words. Made once per page, by its `main.tsx`. */
export interface TextTools extends ValueFormat {
  readonly t: Translate;
  /** For `Intl`. */
  readonly locale: string;
  /** A value that stands by itself in a page read from the right, and is read from the left: its parts keep their order. */
  readonly apart: (value: string) => string;
  /** A number half typed, spaced as people of the region write it; what is no number comes back as it is. */
  readonly asYouType: (text: string, region: string) => string;
}

const Text = createContext<TextTools | null>(null);

export function TextProvider({ tools, children }: { readonly tools: TextTools; readonly children: ComponentChildren }) {
  return <Text.Provider value={tools}>{children}</Text.Provider>;
}

export function useText(): TextTools {
  const tools = useContext(Text);
  if (!tools) throw new Error('No TextProvider around this component');
  return tools;
}

/** A number as the dialer names it: in full where its calling code is known, else as people of the region write it. */
export function writeNumber({ number, asYouType, apart }: TextTools, phoneNumber: string, region: string): string {
  return phoneNumber.startsWith('+') ? number(phoneNumber) : apart(asYouType(phoneNumber, region));
}

export function sentence(t: Translate, explanation: Explanation): string {
  return t(explanation.key, ...explanation.substitutions);
}
