import { fail, type Result } from '../../result.ts';
import type { VicidialFailure } from '../failure.ts';
import { type Asked, authFailure, failureOf, refusedLogin } from './error-lines.ts';

/** One line with a word of the grammar, and its text behind the word. */
export interface KnownLine {
  readonly word: 'SUCCESS' | 'ERROR' | 'NOTICE';
  readonly text: string;
}

/** An answer that is no failure: the outcome line of the grammar, or lines without any of its words. */
export type Answered =
  | {
      readonly word: 'SUCCESS' | 'NOTICE';
      readonly reason: string;
      readonly fields: readonly string[];
      /** Every known line in order, for functions that say several things at once. */
      readonly all: readonly KnownLine[];
    }
  | { readonly word: null; readonly lines: readonly string[] };

/** Reads what a function answers; null when the answer is not one of that function's. */
export type Reader<T> = (answered: Answered) => Result<T, VicidialFailure> | null;

/**
 * Reads an ERROR line that is an answer of its function and no failure, such as that nothing was found, from its text
 * behind the word; null for any other. Refused logins never come here.
 */
export type ErrorReader<T> = (text: string) => Result<T, VicidialFailure> | null;

/**
 * Classifies a body and reads its outcome. The body goes no further than this: failures hold codes, and at most the
 * redacted reason of an unknown ERROR line. Rows are read before anything in them is taken for a line of the grammar: a
 * customer may have written such a line, and a comment that begins "ERROR: Invalid Username" is no refused login.
 */
export function readAnswer<T>(
  body: string,
  asked: Asked,
  read: Reader<T>,
  readError?: ErrorReader<T>,
): Result<T, VicidialFailure> {
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first] = lines;
  if (first === undefined) return fail({ code: 'unknownFunction', function: asked.function });
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(body)) return fail({ code: 'notVicidial' });
  // What begins with a word of the grammar is never data: docs/vicidial, section 4.3.
  if (asked.isData && !knownLine(first)) {
    const data = read({ word: null, lines });
    if (data) return data;
    // Only rows hold tabs, and those that cannot be read may hold anything.
    if (lines.some((line) => line.includes('\t'))) return fail({ code: 'notVicidial' });
  }
  const refused = refusalIn(lines, asked);
  if (refused) return fail(refused);
  return readOutcome(lines, asked, read, readError);
}

/**
 * A refused login ends the program, so that it counts wherever it stands; beside data only where nobody else can have
 * written it, as the first line or the outcome.
 */
function refusalIn(lines: readonly string[], { isData }: Asked): VicidialFailure | null {
  const outcome = lines.findLast(knownLine);
  const told = isData ? [lines[0], outcome].map((line) => refusedLogin(line ?? '')) : lines.map(authFailure);
  return told.find((failure) => failure !== null) ?? null;
}

/**
 * The last line with a known word is the outcome; lines before it are warnings, such as an alt_user that was not found
 * before a SUCCESS.
 */
function readOutcome<T>(
  lines: readonly string[],
  asked: Asked,
  read: Reader<T>,
  readError?: ErrorReader<T>,
): Result<T, VicidialFailure> {
  const all = lines.map(knownLine).filter((line) => line !== null);
  const outcome = all.at(-1);
  if (outcome?.word === 'ERROR') return readError?.(outcome.text) ?? fail(failureOf(outcome.text, asked));
  const answered = outcome ? answeredBy(outcome.word, outcome.text, all) : ({ word: null, lines } as const);
  return read(answered) ?? fail(unreadable(answered, asked));
}

function answeredBy(word: 'SUCCESS' | 'NOTICE', text: string, all: readonly KnownLine[]): Answered {
  const split = text.indexOf(' - ');
  return {
    word,
    reason: split < 0 ? text : text.slice(0, split),
    fields: split < 0 ? [] : text.slice(split + 3).split('|'),
    all,
  };
}

function knownLine(line: string): KnownLine | null {
  const text = line.trimStart();
  for (const word of ['SUCCESS', 'ERROR', 'NOTICE'] as const) {
    if (text.startsWith(`${word}: `)) return { word, text: text.slice(word.length + 2) };
  }
  return null;
}

function unreadable(answered: Answered, asked: Asked): VicidialFailure {
  if (answered.word === 'NOTICE') return failureOf(`${answered.reason} - `, asked);
  if (answered.word !== null) return { code: 'notVicidial' };
  return { code: answered.lines.some(isTranslated) ? 'translated' : 'notVicidial' };
}

/** `EXITO: pausa puesta - PAUSE|...`: the word and the reason are translated, the signs between the parts are not. */
function isTranslated(line: string): boolean {
  // In two steps: one pattern for both would try every ` - ` again up to a bracket at the end.
  return /^\s*[\p{L}\p{M}\p{N}_]{2,30}: .+ - /su.test(line) && !/[<>]/.test(line);
}
