import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { OptionsSection } from '../../lib/messages/options-section.ts';
import type { MessageKey } from '../../lib/messages/text.ts';
import { useText } from '../text.tsx';

/** What the sections are called, by the fragment that leads to each: `options.html#privacy`. In the order of the page. */
const SECTIONS: Readonly<Record<OptionsSection, MessageKey>> = {
  policy: 'policyTitle',
  numbers: 'optionsNumbers',
  'pause-codes': 'optionsPauseCodes',
  dispositions: 'optionsDispositions',
  transfers: 'optionsTransfer',
  dialing: 'optionsDialling',
  costs: 'optionsToll',
  sites: 'optionsSites',
  records: 'optionsRecords',
  'call-records': 'optionsPops',
  'call-pages': 'optionsPages',
  'no-numbers': 'optionsNotNumbers',
  webphone: 'optionsWebphone',
  appearance: 'optionsAppearance',
  keyboard: 'keysTitle',
  'set-up': 'optionsSetUp',
  supervisor: 'optionsSupervisor',
  privacy: 'optionsPrivacy',
  stored: 'optionsStored',
  file: 'optionsFile',
  diagnostics: 'optionsDiagnostics',
};

/** One of the sections. */
export function Section({ id, children }: { readonly id: OptionsSection; readonly children: ComponentChildren }) {
  const { t } = useText();
  return (
    <section class="options-section" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {t(SECTIONS[id])}
      </h2>
      <div class="options-body">{children}</div>
    </section>
  );
}

interface SectionsProps {
  readonly hasPolicyProblems: boolean;
  readonly hasNotNumbers: boolean;
}

/** Leads to every section that is there; also to the one that the address of the page names. */
export function Sections({ hasPolicyProblems, hasNotNumbers }: SectionsProps) {
  const { t } = useText();
  // The page is drawn after the browser has looked for the place.
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.focus();
  }, []);
  const ids = (Object.keys(SECTIONS) as OptionsSection[]).filter(
    (id) => (id !== 'policy' || hasPolicyProblems) && (id !== 'no-numbers' || hasNotNumbers),
  );
  return (
    <nav class="options-sections" aria-label={t('optionsSections')}>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <a class="link" href={`#${id}`}>
              {t(SECTIONS[id])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
