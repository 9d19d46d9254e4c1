import type { LiveAgent } from '../world.ts';
import * as agentSteps from './agent-steps.ts';
import * as callSteps from './call-steps.ts';
import { answerDial, answerDialNext } from './dial-step.ts';
import type { StepAnswers, StepName } from './protocol.ts';
import { agentOf, fieldOf, type ScreenContext, type StepForm } from './screen-context.ts';

type Step<N extends StepName> = (context: ScreenContext, agent: LiveAgent, form: StepForm) => StepAnswers[N];

function silent(act: (context: ScreenContext, agent: LiveAgent, form: StepForm) => void) {
  return (context: ScreenContext, agent: LiveAgent, form: StepForm): null => {
    act(context, agent, form);
    return null;
  };
}

const steps: { readonly [N in StepName]: Step<N> } = {
  dial: answerDial,
  dialNext: answerDialNext,
  lookup: callSteps.answerLookup,
  incoming: callSteps.answerIncoming,
  hangUp: silent(callSteps.endCall),
  disposition: silent(agentSteps.takeDisposition),
  pause: silent(agentSteps.pauseAgent),
  ready: silent(agentSteps.readyAgent),
  pauseCode: silent(agentSteps.takePauseCode),
  skipPreview: silent(agentSteps.skipPreview),
  startRecording: silent(callSteps.startRecording),
  stopRecording: silent(callSteps.stopRecording),
  tones: silent(callSteps.playTones),
  park: silent(callSteps.setParked),
  transfer: callSteps.answerTransfer,
  ringPhone: silent(agentSteps.ringPhone),
  logout: silent(agentSteps.logOut),
  closeTab: silent(agentSteps.closeTab),
};

/** How long the server works before a step takes effect. Dial steps were seen to take 35 to 55 ms. */
export function stepDelayMs(form: StepForm): number {
  const name = fieldOf(form, 'ACTION');
  if (name === 'dial' || name === 'dialNext') return 45;
  return name === 'closeTab' ? 0 : 10;
}

/** Empty for a screen whose live row is gone: its steps change nothing. */
export function answerStep(context: ScreenContext, form: StepForm): string {
  const name = fieldOf(form, 'ACTION');
  const agent = agentOf(context, form);
  if (!isStepName(name) || !agent) return '';
  return JSON.stringify(steps[name](context, agent, form));
}

function isStepName(name: string): name is StepName {
  return Object.hasOwn(steps, name);
}
