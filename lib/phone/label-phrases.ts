/** The one id that is a number to call, the codes that are a part of one, "M.No.", as India writes mobile numbers, "her number is". */
const CALLED =
  /(?:caller[\s_-]*id|(?:std|area|dial(?:l?ing)?)[\s_-]*code|(?<![a-z])m\.\s?no|toll[\s-]*free|(?<![a-z])(?:my|her|his|new) number(?: is)?)$/i;
/** What of a text is read for it. */
const CALLED_REACH = 15;

/** Whether the words of a text that end at `end` name what is called although each by itself names something else. */
export function isCalledLine(text: string, limit: number, end: number): boolean {
  return CALLED.test(text.slice(Math.max(limit, end - CALLED_REACH), end));
}

/**
 * Who answers customers, and what costs the caller nothing, as French, Spanish, Portuguese, Italian and Polish name them: the noun
 * first, so that the customer stands beside the number.
 */
const SERVICE =
  /(?:(?<!\p{L})(?:servi[cz]\p{L}{1,3}|atenci[oó]n|atendimento|apoio|suporte|soporte|assistenza|assistance|obsług[ai]|dział obsługi)(?: a[lo]?| de| do| para| per)? (?:client|klient)\p{L}{0,3}|(?<!\p{L})n[uú]m[eé]ro (?:vert|verde|azul|gratuit[oa]?))[\s:]*$/iu;

/** Whether a text ends in the name of a service for customers, or of a number that is free for them. */
export function isServiceLine(text: string): boolean {
  return SERVICE.test(text);
}

const TIME = new Set(['time', 'date', 'fecha', 'hora', 'data', 'heure', 'datum', 'zeit', 'ora']);
const OF = new Set(['of', 'de', 'd', 'da', 'do', 'di', 'della', 'del']);

/** Whether a heading names a time, not a line: "Last Local Call Time", "Fecha de llamada". */
export function isTimeOfCall(words: readonly string[]): boolean {
  const [first = '', second = ''] = words.map((word) => word.toLowerCase());
  return TIME.has(words[words.length - 1]?.toLowerCase() ?? '') || (TIME.has(first) && OF.has(second));
}
