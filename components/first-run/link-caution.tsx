import { hostOf } from '../../lib/read-url.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text.tsx';

/** Anybody may have made the link that names the server: said wherever the agent would trust it with something. */
export function LinkCaution({ server }: { readonly server: string }) {
  const { t } = useText();
  return (
    <p class="first-caution">
      <Icon name="alert" />
      {t('firstServerLink', hostOf(server))}
    </p>
  );
}
