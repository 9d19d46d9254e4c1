import { askBackground } from '../messages/page-client.ts';
import type { RecordPickProblem } from '../messages/page-protocol.ts';
import type { MessageKey, Translate } from '../messages/text.ts';
import { type PickedPlace, startRecordPicker } from '../page/records/record-picker.ts';
import { openPickerLife } from './frame-life.ts';

const PROBLEMS: Readonly<Record<RecordPickProblem, MessageKey>> = {
  noId: 'pickNoId',
  notPage: 'pickNotPage',
  locked: 'pickLocked',
  tooMany: 'pickTooMany',
  notAsked: 'pickNotAsked',
};

// As long as an address of a record, a text and a rule's selector may be: the background takes no longer ones.
const LONGEST = { url: 4_096, text: 1_000 };

/** Lets the agent point at the record's id on this page. A picker that is open already gives way. */
export async function startFramePicker(translate: Translate): Promise<void> {
  const life = openPickerLife();
  const appearance = await askBackground('page.pickStarted').catch(() => 'system' as const);
  if (life.signal.aborted) return;

  const ask = (place: PickedPlace, isMeant: boolean) => {
    const url = place.url.length > LONGEST.url ? '' : place.url;
    const text = place.text.length > LONGEST.text ? '' : place.text;
    return askBackground('page.recordPicked', { ...place, url, text, isMeant }).catch(
      () => ({ ok: false, failure: 'notAsked' }) as const,
    );
  };
  startRecordPicker({
    document,
    signal: life.signal,
    appearance,
    labels: {
      language: translate('textLanguage'),
      title: translate('pickTitle'),
      hint: translate('pickHint'),
      take: translate('pickTake'),
      cancel: translate('pickCancel'),
      close: translate('confirmClose'),
    },
    async judge(place) {
      const read = await ask(place, false);
      if (!read.ok) return { words: translate(PROBLEMS[read.failure]), canTake: false };
      const { value, isInAddress } = read.value;
      return { words: translate(isInAddress ? 'pickInAddress' : 'pickOnPage', value), canTake: true };
    },
    async take(place) {
      const kept = await ask(place, true);
      return translate(kept.ok ? 'pickTaken' : PROBLEMS[kept.failure]);
    },
    onEnd() {
      life.abort();
      // Where nobody hears it, nothing was open either.
      void askBackground('page.pickEnded').catch(() => undefined);
    },
  });
}
