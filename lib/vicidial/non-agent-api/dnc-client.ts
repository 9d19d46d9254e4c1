import { ok } from '../../result.ts';
import type { Answer } from '../client.ts';
import { MISMATCH, success } from '../wire/agent-answers.ts';
import { input } from '../wire/inputs.ts';
import { nothingFound } from '../wire/rows.ts';
import { type ServiceOptions, serviceCaller } from './service-connection.ts';

/** The list of the whole system, or that of one campaign. VICIdial takes campaigns that do not exist without a word. */
export type DncList = 'system' | { readonly campaign: string };

/** Do-not-call lists. Level 8 with Modify Lists; removing also needs Delete From DNC. */
export interface DncClient {
  add(number: string, list: DncList): Answer<'added' | 'alreadyListed'>;
  remove(number: string, list: DncList): Answer<'removed' | 'notListed'>;
}

/** VICIdial's own name for the list of the whole system. */
const SYSTEM = 'SYSTEM_INTERNAL';

export function createDncClient(options: ServiceOptions): DncClient {
  const call = serviceCaller(options);
  const change = <T>(name: string, number: string, list: DncList, done: T, already: T, alreadyLine: string) => {
    const where = list === 'system' ? SYSTEM : list.campaign;
    const inputs = {
      phone_number: input('national_number', number),
      campaign_id: list === 'system' ? SYSTEM : input('campaign_id', where),
    };
    const read = success(name, ([, echoed, place]) => (echoed === number && place === where ? ok(done) : MISMATCH));
    return call(name, inputs, read, nothingFound(name, alreadyLine, already));
  };
  return {
    add: (number, list) =>
      change<'added' | 'alreadyListed'>(
        'add_dnc_phone',
        number,
        list,
        'added',
        'alreadyListed',
        'DNC NUMBER ALREADY EXISTS',
      ),
    remove: (number, list) =>
      change<'removed' | 'notListed'>(
        'delete_dnc_phone',
        number,
        list,
        'removed',
        'notListed',
        'DNC NUMBER DOES NOT EXIST',
      ),
  };
}
