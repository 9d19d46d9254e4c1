import { hostOf } from '../../lib/read-url.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';
import { AccountMenu } from './account-menu.tsx';
import type { PanelCommands } from './panel-commands.ts';

interface PanelFootProps extends Omit<Parameters<typeof AccountMenu>[0], 'host'> {
  /** Of the dialer. */
  readonly server: string;
  readonly layout: 'popup' | 'side';
  readonly commands: Pick<PanelCommands, 'openSidePanel' | 'openOptions'>;
  readonly onSignOut: () => void;
}

/** Who is signed in where, and the ways out of the panel. */
export function PanelFoot({ server, layout, commands, onSignOut, ...account }: PanelFootProps) {
  const { t } = useText();
  return (
    <footer class="panel-foot">
      <AccountMenu {...account} host={hostOf(server)} />
      {layout === 'popup' && (
        <button
          type="button"
          class="link"
          aria-label={t('menuSidePanel')}
          title={t('menuSidePanel')}
          onClick={commands.openSidePanel}
        >
          <Icon name="sidePanel" />
        </button>
      )}
      <button type="button" class="link" onClick={() => commands.openOptions()}>
        <Icon name="gear" />
        {t('menuOptions')}
      </button>
      <button type="button" class="link sign-out" onClick={onSignOut}>
        <Icon name="signOut" />
        {t('menuSignOut')}
      </button>
    </footer>
  );
}
