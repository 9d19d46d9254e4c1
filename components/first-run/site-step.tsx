import { useState } from 'preact/hooks';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { EnabledSite } from '../../lib/messages/protocol.ts';
import { TextField } from '../field.tsx';
import { Icon } from '../icon.tsx';
import { sentence, useText } from '../text.tsx';
import { useFocusBack } from '../use-focus-back.ts';

/** What became of turning on a site: on, refused by the agent in the browser's question, or no address of a site. */
export type SiteAnswer = 'on' | 'refused' | 'notSite';

interface SiteStepProps {
  readonly sites: readonly EnabledSite[];
  /** The company lets nobody add others. */
  readonly isLocked: boolean;
  /** Both are called inside the user gesture. */
  readonly onAdd: (address: string) => Promise<SiteAnswer>;
  readonly onAllow: (patterns: readonly string[]) => Promise<unknown>;
}

/** Turns Dialside on where the agent sees numbers. */
export function SiteStep({ sites, isLocked, onAdd, onAllow }: SiteStepProps) {
  const { t } = useText();
  const nameOf = ({ host }: EnabledSite) => host ?? t('optionsAllSites');
  const on = sites.filter(({ waitsForPermission }) => !waitsForPermission);
  const waiting = sites.filter(({ waitsForPermission }) => waitsForPermission);
  // The button of the last that waited goes with it.
  const allowed = useFocusBack<HTMLDivElement>(waiting.length > 0);
  return (
    <div class="first-part">
      {waiting.length > 0 && (
        <>
          <p>{t('firstSiteWaits')}</p>
          <div class="first-ways">
            {waiting.map((site) => (
              <button
                key={nameOf(site)}
                type="button"
                class="button primary"
                onClick={() => void onAllow(site.patterns)}
              >
                {t('firstSiteAllow', nameOf(site))}
              </button>
            ))}
          </div>
        </>
      )}
      {isLocked ? <p class="hint">{t('optionsSetByCompany')}</p> : <AddSite onAdd={onAdd} />}
      <div role="status" ref={allowed} tabIndex={-1}>
        {on.length > 0 && (
          <p class="first-status">
            <Icon name="check" />
            {t('firstSiteOn', on.map(nameOf).join(', '))}
          </p>
        )}
      </div>
      {!isLocked && (
        <p class="hint">
          {t('firstSitePopup')} {t('firstPin')}
        </p>
      )}
    </div>
  );
}

function AddSite({ onAdd }: Pick<SiteStepProps, 'onAdd'>) {
  const { t } = useText();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<Explanation | null>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    setProblem(null);
    const answer = await onAdd(address.trim()).catch(() => null);
    if (answer === 'on') setAddress('');
    else if (answer === null) setProblem(explain('commandFailed'));
    else setProblem(explain(answer === 'refused' ? 'firstSiteRefused' : 'firstSiteInvalid'));
  };
  return (
    <form class="first-part" onSubmit={add} noValidate>
      <p class="hint">{t('firstSiteHint')}</p>
      <TextField
        label={t('firstSiteAddress')}
        name="site"
        inputMode="url"
        placeholder="https://"
        problem={problem && sentence(t, problem)}
        value={address}
        onValue={(typed) => {
          setAddress(typed);
          setProblem(null);
        }}
      />
      <div class="first-ways">
        <button type="submit" class="button primary">
          {t('firstSiteTurnOn')}
        </button>
      </div>
    </form>
  );
}
