import { fail, ok, type Result } from '../../result.ts';
import type { InputProblem, VicidialFailure } from '../failure.ts';

/** A value that was checked, under the name of its parameter. */
export type Input = Result<string, VicidialFailure>;

/** How long a value may be, and of which signs. */
export interface Rule {
  readonly min: number;
  readonly max: number;
  readonly allowed: RegExp;
}

/** VICIdial drops what it does not keep without a word, which may leave another agent, code or number: refused instead. */
const RULES = {
  // Two characters are VICIdial's least, twenty its user column.
  agent_user: { min: 2, max: 20, allowed: /^[\w-]+$/ },
  user: { min: 2, max: 20, allowed: /^[\w-]+$/ },
  pass: { min: 1, max: 100, allowed: /^/ },
  phone_code: { min: 1, max: 3, allowed: /^\d+$/ },
  // The Non-Agent API's own upper limit; the lower one keeps short internal numbers dialable and slips out.
  value: { min: 4, max: 16, allowed: /^\d+$/ },
  // `!`, quotes and `;` break the request, and more than 20 characters may cut its end off (api.md 7.1).
  vendor_id: { min: 1, max: 20, allowed: /^[\w.-]+$/ },
  lead_id: { min: 1, max: 10, allowed: /^\d+$/ },
  pause_code: { min: 1, max: 6, allowed: /^[\w-]+$/ },
  status: { min: 1, max: 6, allowed: /^[\w-]+$/ },
  // More than any menu asks for at once; sent whole, because a second request overwrites the first.
  tones: { min: 1, max: 50, allowed: /^[\d*#,]+$/ },
  // With carrier prefix, or an agent's extension.
  phone_number: { min: 2, max: 20, allowed: /^\d+$/ },
  ingroup_choices: { min: 2, max: 20, allowed: /^[\w-]+$/ },
  custom_three: { min: 1, max: 100, allowed: /^[\w.-]+$/ },
  // What the Non-Agent API takes as the number of a lead; a calling code stands apart from it.
  national_number: { min: 6, max: 16, allowed: /^\d+$/ },
  list_id: { min: 2, max: 14, allowed: /^\d+$/ },
  campaign_id: { min: 2, max: 20, allowed: /^[\w-]+$/ },
  user_group: { min: 1, max: 20, allowed: /^[\w-]+$/ },
  call_time: { min: 1, max: 10, allowed: /^[\w-]+$/ },
  call_id: { min: 15, max: 40, allowed: /^[A-Z]\d+$/ },
  uniqueid: { min: 5, max: 30, allowed: /^[\d.]+$/ },
  audio_file: { min: 1, max: 100, allowed: /^[\w-]+$/ },
} satisfies Record<string, Rule>;

/** The text when it is fit to be sent as that parameter, else the refusal. Nothing is trimmed or mended. */
export function input(field: keyof typeof RULES, text: string): Input {
  return inputBy(field, text, RULES[field]);
}

/** The same by a rule of the caller's. */
export function inputBy(field: string, text: string, { min, max, allowed }: Rule): Input {
  if (text === '') return refused(field, 'empty');
  if (text.length < min) return refused(field, 'tooShort');
  if (text.length > max) return refused(field, 'tooLong');
  return allowed.test(text) ? ok(text) : refused(field, 'badCharacters');
}

/** A disposition. `---` is refused: it does not read the status, as is told, but sets it to three dashes. */
export function dispositionInput(status: string): Input {
  return status === '---' ? refused('status', 'notAllowed') : input('status', status);
}

/** Star, pound and pause by the letters VICIdial takes for them; the signs themselves would be dropped. */
export function tonesInput(tones: string): Input {
  const checked = input('tones', tones);
  return checked.ok ? ok(checked.value.replaceAll('*', 'S').replaceAll('#', 'P').replaceAll(',', 'Q')) : checked;
}

/** `YYYY-MM-DD HH:MM:SS`, a moment that exists in the calendar. */
export function callbackTimeInput(at: string): Input {
  return momentInput('callback_datetime', at);
}

/** The same for another parameter. */
export function momentInput(field: string, at: string): Input {
  if (at === '') return refused(field, 'empty');
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(at)) return refused(field, 'badCharacters');
  const iso = at.replace(' ', 'T');
  const moment = new Date(`${iso}Z`);
  // The 30th of February parses as the 2nd of March.
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso);
  return exists ? ok(at) : refused(field, 'notAllowed');
}

/** `YYYY-MM-DD`, a day that exists in the calendar. */
export function dayInput(field: string, day: string): Input {
  const checked = momentInput(field, day === '' ? '' : `${day} 00:00:00`);
  return checked.ok ? ok(day) : checked;
}

/** One set of parameters, or the first refusal. Parameters without a value are left out. */
export function collect(
  inputs: Readonly<Record<string, Input | string | undefined>>,
): Result<Readonly<Record<string, string>>, VicidialFailure> {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(inputs)) {
    if (value === undefined) continue;
    if (typeof value === 'string') {
      params[name] = value;
      continue;
    }
    if (!value.ok) return value;
    params[name] = value.value;
  }
  return ok(params);
}

function refused(field: string, problem: InputProblem): Input {
  return fail({ code: 'refusedInput', field, problem });
}
