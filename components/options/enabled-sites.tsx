import type { EnabledSite } from '../../lib/messages/protocol.ts';
import { useText } from '../text.tsx';
import { EntryList } from './entry-list.tsx';

interface EnabledSitesProps {
  readonly sites: readonly EnabledSite[];
  /** The company has locked the list: no other site can be turned on. */
  readonly isLocked: boolean;
  readonly onDisable: (patterns: readonly string[]) => void;
}

/** Where numbers are found, and where they will be once the browser has been asked: a site set by policy waits for that. */
export function EnabledSites({ sites, isLocked, onDisable }: EnabledSitesProps) {
  const { t } = useText();
  const noteOf = ({ host, waitsForPermission }: EnabledSite) =>
    waitsForPermission && t(host === null ? 'optionsAllSitesWait' : 'optionsSiteWaits');
  return (
    <EntryList
      entries={sites.map((site) => ({
        key: site.host ?? '',
        name: site.host ?? t('optionsAllSites'),
        note: noteOf(site),
      }))}
      empty={t(isLocked ? 'optionsNoSitesLocked' : 'optionsNoSites')}
      onRemove={(key) => onDisable(sites.find(({ host }) => key === (host ?? ''))?.patterns ?? [])}
    />
  );
}
