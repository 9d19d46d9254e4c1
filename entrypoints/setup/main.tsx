import '../../components/theme.css';
import '../../components/set-up/set-up.css';
import '../../components/sign-in/login-form.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SetUpView } from '../../components/set-up/set-up-view.tsx';
import type { SignInDraft } from '../../components/sign-in/sign-in-draft.ts';
import { TextProvider } from '../../components/text.tsx';
import { QUIET_PORT, sendPanel } from '../../lib/messages/panel-client.ts';
import type { SignInRequest } from '../../lib/messages/sign-in.ts';
import { NO_POLICY } from '../../lib/settings/policy.ts';
import { passwordWarning } from '../../lib/vicidial/wire/credentials.ts';
import { copyText } from '../popup/copy-text.ts';
import { createPageText } from '../popup/page-text.ts';
import { watchPanel } from '../popup/panel-page.tsx';
import { askForServer } from '../popup/server-permission.ts';
import { checkServer, loadDraft } from '../popup/sign-in.ts';

const state = watchPanel(QUIET_PORT);

async function check(typed: SignInRequest | null) {
  const reached = typed && (await askForServer(typed));
  return reached && !reached.ok ? reached : sendPanel('setUp.check', typed);
}

const Page = () => {
  const [form, setForm] = useState<{ readonly draft: SignInDraft; readonly isLocked: boolean } | null>(null);
  const connection = state.value?.connection;
  const isKnown = connection !== undefined;
  useEffect(() => {
    if (!connection) return;
    const load = async () => {
      const policy = await sendPanel('settings.policy').catch(() => NO_POLICY);
      const remembered = connection.status === 'signedOut' ? connection.remembered : null;
      setForm({ draft: await loadDraft(remembered, policy), isLocked: policy.locked.includes('server') });
    };
    void load();
  }, [isKnown]);
  if (!connection || !form) return null;
  return (
    <SetUpView
      connection={connection}
      initial={form.draft}
      isServerLocked={form.isLocked}
      checkServer={checkServer}
      passwordWarning={passwordWarning}
      onCheck={check}
      onCopy={copyText}
    />
  );
};

render(
  <TextProvider tools={createPageText('setUpTitle')}>
    <Page />
  </TextProvider>,
  document.body,
);
