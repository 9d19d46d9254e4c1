import type { SiteState } from '../../lib/messages/protocol.ts';
import type { SiteMode } from '../../lib/settings/schema.ts';
import { Icon } from '../icon.tsx';
import { CollectNumbers } from '../list/collect-numbers.tsx';
import { SITE_MODE_KEYS, SITE_MODES } from '../site-modes.ts';
import { Switch } from '../switch.tsx';
import { useText } from '../text.tsx';

export type SiteScope = 'site' | 'all';

export interface SiteCommands {
  /** Called inside the user gesture. */
  readonly enable: (scope: SiteScope) => void;
  readonly disable: (scope: SiteScope) => void;
  readonly findOnce: () => void;
  /** Puts the numbers of the page behind the dial list; resolves to how many were added. */
  readonly collect: () => Promise<number>;
  /** Null as in the options. */
  readonly setMode: (mode: SiteMode | null) => void;
}

interface SiteSwitchProps {
  readonly site: SiteState;
  readonly commands: SiteCommands;
  readonly layout: 'popup' | 'side';
}

/** Where Dialside reads numbers: this site, all sites, or this page once. */
export function SiteSwitch({ site, commands, layout }: SiteSwitchProps) {
  const { t } = useText();
  const { setByCompany = [] } = site;
  const change = (scope: SiteScope) => (on: boolean) => (on ? commands.enable(scope) : commands.disable(scope));
  return (
    <section class="sites" aria-labelledby="sites-title">
      <div class="section-head">
        <h2 id="sites-title">{t('siteTitle')}</h2>
        {site.host !== null && !site.enabled && (
          <button type="button" class="link" onClick={commands.findOnce}>
            <Icon name="search" />
            {t('siteFindOnce')}
          </button>
        )}
        {site.host !== null && site.enabled && <CollectNumbers key={site.host} collect={commands.collect} />}
      </div>
      {site.host === null ? (
        // A side panel is told the page's address only once Dialside may read it; the popup is told by the click that opens it.
        <p class="hint">{t(layout === 'side' ? 'siteByToolbar' : 'siteImpossible')}</p>
      ) : (
        <Switch
          label={t('siteThis', site.host)}
          on={site.enabled}
          isLocked={setByCompany.includes('site')}
          onChange={change('site')}
        />
      )}
      {site.host !== null && site.enabled && (
        <label class="site-mode">
          {t('siteModeHere')}
          <select
            value={site.mode ?? ''}
            disabled={setByCompany.includes('mode')}
            onChange={(event) =>
              commands.setMode(SITE_MODES.find((mode) => mode === event.currentTarget.value) ?? null)
            }
          >
            <option value="">{t('siteModeAsUsual')}</option>
            {SITE_MODES.map((mode) => (
              <option key={mode} value={mode}>
                {t(SITE_MODE_KEYS[mode])}
              </option>
            ))}
          </select>
        </label>
      )}
      <Switch
        label={t('siteAll')}
        on={site.allSitesEnabled}
        isLocked={setByCompany.includes('all')}
        onChange={change('all')}
      />
      {setByCompany.length > 0 && <p class="hint">{t('siteSetByCompany')}</p>}
    </section>
  );
}
