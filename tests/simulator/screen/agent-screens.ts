import type { Telephone } from '../telephone/telephone.ts';
import { type Clock, findLiveAgent, findUser, type World } from '../world.ts';
import { handOverCall } from './call-steps.ts';
import { type LoginForm, type LoginResult, logIn } from './log-in.ts';
import { createPhoneSettings, type PhoneSettings } from './phone-settings.ts';
import { answerPoll } from './poll-answer.ts';
import type { ScreenContext, ScreenOptions, StepForm } from './screen-context.ts';
import { answerStep, stepDelayMs } from './steps.ts';

/** The server side of every agent screen of a dialer. Answers are made at once; who calls waits as long as they take. */
export interface AgentScreens {
  readonly options: ScreenOptions;
  readonly phones: PhoneSettings;
  logIn(form: LoginForm): LoginResult;
  /** Everything a login of this user needs, for those who do not want to type; fails for an unknown user. */
  loginFormOf(user: string, campaign?: string): LoginForm;
  answerPoll(form: StepForm): string;
  answerStep(form: StepForm): string;
  /** How long the server works on a step before it takes effect, in milliseconds. */
  stepDelayMs(form: StepForm): number;
  /** Puts an automatic call on a READY agent's line, or one of that in-group; false when he is not READY. */
  handOverCall(user: string, leadId: string, ingroup?: string): boolean;
  /** Back to the settings of the world. */
  reset(): void;
}

export interface ScreenServices {
  readonly world: World;
  readonly clock: Clock;
  readonly telephone: Telephone;
  /** Where this dialer is reached, such as `http://127.0.0.1:8180`. */
  readonly origin: () => string;
}

export function createAgentScreens(services: ScreenServices): AgentScreens {
  const options: ScreenOptions = { agentDisable: true };
  const phones = createPhoneSettings(services.world);
  const context: ScreenContext = { ...services, phones, options };
  return {
    options,
    phones,
    logIn: (form) => logIn(context, form),
    loginFormOf: (user, campaign) => loginFormOf(context, user, campaign),
    answerPoll: (form) => answerPoll(context, form),
    answerStep: (form) => answerStep(context, form),
    stepDelayMs,
    handOverCall(user, leadId, ingroup) {
      const agent = findLiveAgent(context.world, user);
      return agent !== undefined && handOverCall(context, agent, leadId, ingroup);
    },
    reset() {
      phones.reset();
      options.agentDisable = true;
    },
  };
}

function loginFormOf({ world, phones }: ScreenContext, name: string, campaign: string | undefined): LoginForm {
  const user = findUser(world, name);
  if (!user) throw new Error(`there is no user "${name}"`);
  const phone = phones.of(user.user);
  return {
    phoneLogin: phone.login,
    phonePassword: phone.password,
    user: user.user,
    password: user.pass,
    campaign: campaign ?? findLiveAgent(world, name)?.campaign_id ?? world.campaigns[0]?.campaign_id ?? '',
    remoteAddress: '127.0.0.1',
  };
}
