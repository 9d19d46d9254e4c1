import { TROUBLES } from './troubles/index.ts';
import type { Mender, Trouble } from './troubles/trouble.ts';

/** Sentences of a locale file, by their keys. */
export type Sentences = Readonly<Record<string, { readonly message: string }>>;

const WHO: Readonly<Record<Mender, string>> = {
  you: 'you',
  administrator: 'your administrator',
  youOrAdministrator: 'you, else your administrator',
  itself: 'nobody has to',
};

const INTRODUCTION = `# Troubleshooting

By the sentence that Dialside shows; … stands for what differs each time. Written by \`npm run docs:troubles\` from the sentences themselves and
from \`scripts/troubles\`; a test fails while one that tells of a trouble is missing here.

No sentence at all, and no button beside a number? The options say why: *Numbers*, *Why is a number not found?* takes the text of the page. More of it:
[how detection decides](detection.md), and the [known limits](../README.md#known-limits).`;

/**
 * The text of docs/troubleshooting.md.
 *
 * @throws where a trouble is told of a sentence that is not there
 */
export function drawTroubles(sentences: Sentences): string {
  const groups = TROUBLES.map(({ title, troubles }) =>
    [
      `## ${title}`,
      ...Object.entries(troubles).map(([key, trouble]) => paragraph(sentenceOf(sentences, key), trouble)),
    ].join('\n\n'),
  );
  return `${[INTRODUCTION, ...groups].join('\n\n')}\n`;
}

function paragraph(sentence: string, { means, act, who }: Trouble): string {
  return `### ${sentence}\n\n${means}\n\n**Do:** ${act}\n**Who can mend it:** ${WHO[who]}.`.replace(
    '\n**Who',
    '\\\n**Who',
  );
}

/** The form for several, of a sentence that counts. */
function sentenceOf(sentences: Sentences, key: string): string {
  const found = sentences[key] ?? sentences[`${key}_other`];
  if (!found) throw new Error(`There is no sentence ${key}`);
  return found.message.replace(/\$\d/g, '…');
}
