import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelState } from '../../lib/messages/panel-state.ts';
import type { EnabledSite, FindProblem, FoundServer } from '../../lib/messages/protocol.ts';
import { hostOf } from '../../lib/read-url.ts';
import type { Result } from '../../lib/result.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import { Icon } from '../icon.tsx';
import type { PanelCommands } from '../panel/panel-commands.ts';
import { useText } from '../text.tsx';
import type { Listen } from '../webphone/microphone-test.tsx';
import { CallStep } from './call-step.tsx';
import { LinkCaution } from './link-caution.tsx';
import { PhoneStep } from './phone-step.tsx';
import { type ServerHint, ServerStep } from './server-step.tsx';
import { type SiteAnswer, SiteStep } from './site-step.tsx';
import { FIRST_STEPS, type FirstStep, firstOpenStep, STEP_TEXTS, stepBeside, stepsDone } from './steps.ts';

interface FirstRunViewProps {
  readonly state: PanelState;
  readonly sites: readonly EnabledSite[];
  readonly policy: Policy;
  /** A server that the company or a link names; null for none. */
  readonly hint: ServerHint | null;
  readonly commands: PanelCommands;
  readonly listen: Listen;
  /** The form that signs in, for a server that was found. */
  readonly signInForm: (found: FoundServer | null) => ComponentChildren;
  /** These three are called inside the user gesture. */
  readonly onFind: (server: string, allowInsecure: boolean) => Promise<Result<FoundServer, FindProblem>>;
  readonly onAddSite: (address: string) => Promise<SiteAnswer>;
  readonly onAllowSite: (patterns: readonly string[]) => Promise<unknown>;
  readonly onHeard: () => void;
  readonly onPhoneHeard: () => void;
}

/** From the install to the first call: one step at a time, each of which can be left out and come back to. */
export function FirstRunView(props: FirstRunViewProps) {
  const { t } = useText();
  const { state, sites, policy, commands } = props;
  const [found, setFound] = useState<FoundServer | null>(null);
  // A relay is no VICIdial, and says so only to those who are signed in there.
  const relay = policy.values.relay === true ? policy.values.server : undefined;
  const done = stepsDone({ state, sites, isFound: found !== null || relay !== undefined });
  const [step, setStep] = useState<FirstStep>(() => firstOpenStep(done));
  const heading = useFocusOnStep(step);
  const isSignedIn = state.connection.status === 'signedIn';
  const wasSignedIn = useRef(isSignedIn);
  useEffect(() => {
    // Nothing is left to do in the form that has just been answered.
    if (isSignedIn && !wasSignedIn.current && (step === 'signIn' || step === 'server')) setStep('phone');
    wasSignedIn.current = isSignedIn;
  }, [isSignedIn]);

  const takeFound = (server: FoundServer) => {
    setFound(server);
    setStep('signIn');
  };
  const as =
    state.connection.status === 'signedIn'
      ? t('firstSignedIn', state.connection.agentUser, hostOf(state.connection.server))
      : null;
  const bodies: Readonly<Record<FirstStep, () => ComponentChildren>> = {
    server: () =>
      as !== null || relay !== undefined ? (
        <p>{as ?? t('firstServerCompany', hostOf(relay ?? ''))}</p>
      ) : (
        <ServerStep
          hint={props.hint}
          initial={found?.server ?? ''}
          found={found}
          onFind={props.onFind}
          onFound={takeFound}
        />
      ),
    signIn: () =>
      as === null ? (
        <>
          {found && isOfLink(found, props.hint) && <LinkCaution server={found.server} />}
          {props.signInForm(found)}
        </>
      ) : (
        <p>{as}</p>
      ),
    phone: () => (
      <PhoneStep
        state={state}
        commands={commands}
        listen={props.listen}
        onHeard={props.onHeard}
        onPhoneHeard={props.onPhoneHeard}
      />
    ),
    site: () => (
      <SiteStep
        sites={sites}
        isLocked={policy.locked.includes('sites')}
        onAdd={props.onAddSite}
        onAllow={props.onAllowSite}
      />
    ),
    call: () => (
      <CallStep
        state={state}
        commands={commands}
        testNumber={policy.values.testNumber ?? null}
        onSignIn={() => setStep('signIn')}
      />
    ),
  };
  const isLast = step === 'call';
  return (
    <main class="first-run">
      <header>
        <h1>{t('firstTitle')}</h1>
        <p class="hint">{t('firstLead')}</p>
      </header>
      <Steps step={step} done={done} onStep={setStep} />
      <section class="first-step" aria-labelledby="first-step">
        <h2 id="first-step" ref={heading} tabIndex={-1}>
          {t(STEP_TEXTS[step].title)}
        </h2>
        {bodies[step]()}
      </section>
      <nav class="first-ways" aria-label={t('firstMove')}>
        {step !== 'server' && (
          <button type="button" class="button" onClick={() => setStep(stepBeside(step, -1))}>
            {t('firstBack')}
          </button>
        )}
        {isLast ? (
          <button type="button" class="button" onClick={() => commands.openOptions()}>
            {t('menuOptions')}
          </button>
        ) : (
          <button
            type="button"
            class={done.has(step) ? 'button primary' : 'button'}
            onClick={() => setStep(stepBeside(step, 1))}
          >
            {t(done.has(step) ? 'firstNext' : 'firstSkip')}
          </button>
        )}
      </nav>
    </main>
  );
}

/** Whether the server that was found is the one that a link names, encrypted or not. */
function isOfLink(found: FoundServer, hint: ServerHint | null): boolean {
  return hint?.from === 'link' && new URL(found.server).hostname === new URL(hint.server).hostname;
}

/** What was begun with by keyboard goes on by keyboard: the form that signs in takes the focus by itself. */
function useFocusOnStep(step: FirstStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<FirstStep | null>(null);
  useLayoutEffect(() => {
    // A page that has just been opened begins where there is something to type.
    const field = heading.current?.parentElement?.querySelector<HTMLInputElement>('input');
    if (shown.current === null) (field ?? heading.current)?.focus();
    else if (shown.current !== step && step !== 'signIn') heading.current?.focus();
    shown.current = step;
  }, [step]);
  return heading;
}

interface StepsProps {
  readonly step: FirstStep;
  readonly done: ReadonlySet<FirstStep>;
  readonly onStep: (step: FirstStep) => void;
}

function Steps({ step, done, onStep }: StepsProps) {
  const { t } = useText();
  return (
    <nav aria-label={t('firstProgress')}>
      <ol class="first-steps">
        {FIRST_STEPS.map((each, index) => (
          <li key={each} data-done={done.has(each)}>
            <button type="button" aria-current={each === step ? 'step' : undefined} onClick={() => onStep(each)}>
              <span class="first-mark" aria-hidden="true">
                {done.has(each) ? <Icon name="check" /> : index + 1}
              </span>
              {t(STEP_TEXTS[each].name)}
              {done.has(each) && <span class="unseen">{t('firstDone')}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
