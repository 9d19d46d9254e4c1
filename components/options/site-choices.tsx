import type { EditableSettings, EnabledSite } from '../../lib/messages/protocol.ts';
import type { LockName } from '../../lib/settings/policy.ts';
import { Choice } from '../choice.tsx';
import { SITE_MODE_KEYS, SITE_MODES } from '../site-modes.ts';
import { useText } from '../text.tsx';
import { EnabledSites } from './enabled-sites.tsx';
import { EntryList } from './entry-list.tsx';
import { Lockable } from './lockable.tsx';

interface SiteChoicesProps {
  readonly settings: Pick<EditableSettings, 'siteMode' | 'siteModes'>;
  readonly sites: readonly EnabledSite[];
  readonly isLocked: (name: LockName) => boolean;
  readonly onChange: (change: Partial<EditableSettings>) => Promise<unknown>;
  /** Turns sites off, by their patterns. */
  readonly onDisable: (patterns: readonly string[]) => Promise<unknown>;
}

/** Where numbers are found, and how they are shown there. */
export function SiteChoices({ settings, sites, isLocked, onChange, onDisable }: SiteChoicesProps) {
  const { t } = useText();
  return (
    <>
      <h3>{t('optionsEnabledSites')}</h3>
      <Lockable isLocked={isLocked('sites')}>
        <EnabledSites sites={sites} isLocked={isLocked('sites')} onDisable={onDisable} />
      </Lockable>
      <Lockable isLocked={isLocked('siteMode')}>
        <Choice
          label={t('optionsSiteMode')}
          value={settings.siteMode}
          options={SITE_MODES.map((value) => ({ value, key: SITE_MODE_KEYS[value] }))}
          onChange={(siteMode) => onChange({ siteMode })}
        />
      </Lockable>
      {settings.siteModes.length > 0 && (
        <>
          <h3>{t('optionsSiteModes')}</h3>
          <EntryList
            entries={settings.siteModes.map(({ host, mode }) => ({
              key: host,
              name: `${host}: ${t(SITE_MODE_KEYS[mode])}`,
            }))}
            empty=""
            onRemove={(host) => onChange({ siteModes: settings.siteModes.filter((site) => site.host !== host) })}
          />
        </>
      )}
    </>
  );
}
