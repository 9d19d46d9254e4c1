import type { DialRecord } from '../../agent/dial/dial.ts';
import type { Handlers } from '../../messages/bus.ts';
import type { NumberAnswer, PageRecord } from '../../messages/number-details.ts';
import type { PanelRequests } from '../../messages/protocol.ts';
import { dialableE164 } from '../../phone/parse-dialable.ts';
import type { DialableNumber } from '../../phone/phone-number.ts';
import { isPageNamed, type Sender } from '../../platform/sender.ts';
import { fail } from '../../result.ts';
import { canPreview } from '../previews.ts';
import type { NumberChanges } from '../records/number-changes.ts';
import type { NumberDetails } from '../records/number-details.ts';
import type { NumberLookups } from '../records/number-lookups.ts';
import type { NumberWindow } from './number-window.ts';
import { type PageRequestDeps, startDial } from './page-requests.ts';

type NumberHandlers = Pick<Handlers<PanelRequests, Sender>, Extract<keyof PanelRequests, `number.${string}`>>;

export interface NumberRequestDeps extends Pick<PageRequestDeps, 'store' | 'settings' | 'dials'> {
  readonly numberWindow: Pick<NumberWindow, 'show' | 'about' | 'recordOf'>;
  readonly lookups: NumberLookups;
  readonly details: NumberDetails;
  readonly changes: NumberChanges;
}

/** The record of the page whose own number it is; null where that cannot be named to VICIdial. */
function dialRecordOf(record: PageRecord | null): DialRecord | null {
  if (record?.vendorCode === undefined) return null;
  const { leadId: _leadId, vendorCode: vendorId, ...person } = record;
  return { vendorId, ownsNumber: true, ...(Object.keys(person).length > 0 && { person }) };
}

const NOBODY = { code: 'notSignedIn' } as const;

/** What Dialside's window about a number may ask. Whom the number belongs to is told to that page alone. */
export function createNumberHandlers(deps: NumberRequestDeps): NumberHandlers {
  const { lookups, details, changes, numberWindow } = deps;
  const isOwn = (sender: Sender) => isPageNamed(sender, 'number.html');

  const ofNumber = async <T>(
    e164: string,
    sender: Sender,
    ask: (number: DialableNumber) => Promise<NumberAnswer<T>>,
  ): Promise<NumberAnswer<T>> => {
    const number = dialableE164(e164);
    return isOwn(sender) && number ? ask(number) : fail(NOBODY);
  };

  return {
    'number.show': async ({ e164 }) => {
      if (dialableE164(e164)) await numberWindow.show(e164);
      return null;
    },
    'number.about': ({ key }, sender) => (isOwn(sender) ? numberWindow.about(key) : null),
    'number.verdict': ({ e164 }) => {
      const number = dialableE164(e164);
      return number && lookups.verdictOn(number);
    },
    'number.leads': ({ e164 }, sender) => ofNumber(e164, sender, details.leads),
    'number.calls': ({ e164 }, sender) => ofNumber(e164, sender, details.calls),
    'number.callbacks': ({ leadId }, sender) => (isOwn(sender) ? details.callbacks(leadId) : fail(NOBODY)),
    'number.recordings': ({ leadId }, sender) => (isOwn(sender) ? details.recordings(leadId) : fail(NOBODY)),
    'number.rights': (_, sender) => (isOwn(sender) ? changes.rights() : fail(NOBODY)),
    'number.listDoNotCall': ({ e164, campaign }, sender) =>
      ofNumber(e164, sender, (number) => changes.listDoNotCall(number, campaign)),
    'number.addLead': ({ e164, lead }, sender) => ofNumber(e164, sender, (number) => changes.addLead(number, lead)),
    'number.planCallback': ({ leadId, callback }, sender) =>
      isOwn(sender) ? changes.planCallback(leadId, callback) : fail(NOBODY),
    'number.updateLead': ({ leadId, change }, sender) =>
      isOwn(sender) ? changes.updateLead(leadId, change) : fail(NOBODY),
    'number.removeCallbacks': ({ leadId }, sender) => (isOwn(sender) ? changes.removeCallbacks(leadId) : fail(NOBODY)),
    'number.dial': async ({ e164, leadId }, sender) => {
      const number = dialableE164(e164);
      if (!isOwn(sender) || !number) return fail({ code: 'numberChanged' });
      const record = leadId === null ? dialRecordOf(numberWindow.recordOf(e164)) : { leadId };
      return startDial(deps, 'panel', number, [], record);
    },
    'number.recordLead': ({ e164 }, sender) =>
      ofNumber(e164, sender, (number) => details.recordLead(number, numberWindow.recordOf(e164) ?? {})),
    'number.giveNumber': ({ e164, leadId }, sender) =>
      ofNumber(e164, sender, (number) => changes.giveNumber(number, leadId)),
    'number.preview': async ({ e164, leadId }, sender) => {
      const number = dialableE164(e164);
      if (!isOwn(sender) || !number) return fail({ code: 'numberChanged' });
      const { policy } = await deps.settings.read();
      if (!canPreview(deps.store.current(), policy)) return fail({ code: 'previewNotOffered' });
      return startDial(deps, 'panel', number, [], null, leadId);
    },
  };
}
