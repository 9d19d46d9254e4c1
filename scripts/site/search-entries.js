const MOST = 12;

export function findEntries(entries, question, most = MOST) {
  const words = wordsOf(question);
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}

/** 0 where a word is missing. */
function scoreOf({ heading, page, text }, words) {
  const [inHeading, inPage, inText] = [heading, page, text].map(beginnings);
  const each = words.map((word) => (inHeading(word) ? 9 : 0) + (inPage(word) ? 4 : 0) + (inText(word) ? 1 : 0));
  return each.includes(0) ? 0 : each.reduce((sum, score) => sum + score, 0);
}

/** Tells whether a word of the text begins so. */
function beginnings(text) {
  const spaced = ` ${wordsOf(text).join(' ')}`;
  return (word) => spaced.includes(` ${word}`);
}

/** Signs that join names, as in `external_dial`, part words; so does every other sign. */
function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
