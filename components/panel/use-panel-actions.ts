import { useState } from 'preact/hooks';
import type { CallRecord, DialView } from '../../lib/agent/dial/dial-view.ts';
import { explainCommand, explainDial, explainNumber } from '../../lib/messages/explain.ts';
import { type Explanation, explain } from '../../lib/messages/explanation.ts';
import type { CommandProblem } from '../../lib/messages/panel-state.ts';
import type { Result } from '../../lib/result.ts';
import type { CallCommands } from '../call/call-controls.tsx';
import type { TakenWayOut } from '../problem.tsx';
import { useText } from '../text.tsx';
import type { PanelCommands } from './panel-commands.ts';

/** Sends what the agent asks for; what goes wrong is `failed` until he asks for something else. */
export function usePanelActions(commands: PanelCommands) {
  const tools = useText();
  const [failed, setFailed] = useState<Explanation | null>(null);
  const [requests, setRequests] = useState(0);

  /** True when it was taken. */
  const run = async (command: Promise<Explanation | null>): Promise<boolean> => {
    setRequests((count) => count + 1);
    setFailed(null);
    const problem = await command.catch(() => explain('commandFailed'));
    setFailed(problem);
    return problem === null;
  };
  const act = (command: Promise<Result<null, CommandProblem>>) =>
    run(command.then((answer) => (answer.ok ? null : explainCommand(answer.failure))));
  const dial = async (text: string): Promise<Explanation | null> => {
    setFailed(null);
    try {
      const answer = await commands.dial(text);
      if (answer.ok) return null;
      const { failure } = answer;
      return failure.code === 'number' ? explainNumber(failure.failure, tools) : explainDial(failure, tools);
    } catch {
      return explain('commandFailed');
    }
  };
  const countQueue = async (): Promise<number | null> => {
    const asked = commands.countQueue();
    return (await act(asked.then((answer) => (answer.ok ? { ok: true, value: null } : answer)))) ? orNull(asked) : null;
  };
  const call: CallCommands = {
    control: (request) => act(commands.control(request)),
    finish: (request) => act(commands.finish(request)),
    // Nobody asked for it, so that nobody is told why it is not known.
    isRecording: () => orNull(commands.isRecording()),
    openOptions: commands.openOptions,
  };
  const takeWayOut = (wayOut: TakenWayOut) => {
    switch (wayOut.kind) {
      case 'showScreen':
        return act(commands.showScreen());
      case 'retry':
        return run(commands.refresh());
      case 'hangUp':
        return act(commands.hangUp());
      case 'pause':
        return act(commands.pause(null));
      case 'signIn':
        return run(commands.signOut());
      case 'options':
        return commands.openOptions(wayOut.section);
      case 'setUp':
        return commands.openSetUp();
      // Who is paused already stays so, and the code follows.
      case 'sendPauseCode':
        return act(commands.pause(wayOut.code));
      case 'ringMe':
        return act(commands.ringMe());
      case 'openWebphone':
        return act(commands.openWebphone(null));
      case 'callAnyway':
        return act(commands.control(wayOut.request));
      case 'allowHost':
        return act(commands.openWebphone(wayOut.host));
    }
  };

  return {
    failed,
    /** How often the agent has asked for anything but the number that he typed. */
    requests,
    act,
    dial,
    call,
    countQueue,
    takeWayOut,
    /** What went wrong in a call is not the next one's. */
    forget: () => setFailed(null),
    signOut: () => run(commands.signOut()),
    dialNext: (e164: string) =>
      run(commands.dialNext(e164).then((answer) => (answer.ok ? null : explainDial(answer.failure, tools)))),
    changeList: (...change: Parameters<PanelCommands['changeList']>) => run(commands.changeList(...change)),
    clearList: () => run(commands.clearList()),
    showNumber: (e164: string) => void run(commands.showNumber(e164).then(() => null)),
    openRecord: () => run(commands.openRecord()),
    showQuestion: () => run(commands.showQuestion()),
    /** A number that stands on a button. */
    dialShown: (e164: string) => run(dial(e164)),
    redial: (record: DialView | CallRecord) => run(dial(dialText(record))),
    cancel: (id: string) =>
      run(commands.cancelDial(id).then((answer) => (answer.ok ? null : explainDial(answer.failure, tools)))),
  };
}

/** The value of an answer; null when there is none for whatever reason. */
async function orNull<T>(answer: Promise<Result<T, CommandProblem>>): Promise<T | null> {
  const result = await answer.catch(() => null);
  return result?.ok ? result.value : null;
}

function dialText(call: DialView | CallRecord): string {
  const { e164, extension } = 'number' in call ? call.number : call;
  return extension === null ? e164 : `${e164} ext. ${extension}`;
}
