import type { Dial } from '../../lib/agent/dial/dial.ts';
import type { DialProblem, DialView } from '../../lib/agent/dial/dial-view.ts';
import type { DialableNumber } from '../../lib/phone/phone-number.ts';
import type { Result } from '../../lib/result.ts';
import type { Connection } from '../../lib/session/connection.ts';
import type { Clock } from '../simulator/clock.ts';
import { POLICY } from '../unit/agent/dials.ts';
import { signedInArea } from '../unit/background/rig.ts';
import { type Background, startBackground } from './background.ts';
import { type CallCentre, openCallCentre, type RealCall, type Standing } from './call-centre.ts';
import { between, pick, type Random } from './faults.ts';
import { createNetwork, type Network } from './network.ts';
import { createPanelEndings, type PanelEndings } from './panel-endings.ts';
import { createScreenScript } from './screen-script.ts';

/** Who tells the agent's status: his own login, a separate one, or the agent screen in a tab of this browser. */
const SOURCES = ['ownLogin', 'statusLogin', 'watchedScreen'] as const;
const STATUS_LOGIN = { user: 'api7', password: 'level7pass' } as const;
const PANEL_SHARE = 0.3;
const SCRIPT_MS = 500;
const HEARTBEAT_MS = 1_900;
// A running call wakes a worker that was stopped.
const ALARM_MS = 30_000;

export interface Setting {
  readonly source: (typeof SOURCES)[number];
  readonly dialMethod: 'RATIO' | 'MANUAL';
  readonly wasPaused: boolean;
  readonly isPanelOpen: boolean;
}

/** A click on a number. */
export interface Click {
  readonly number: DialableNumber;
  readonly at: number;
  /** What the agent was doing, as the dialer knows it. */
  readonly standing: Standing;
  /** Null where the worker died over it. */
  answer: Result<DialView, DialProblem> | null;
}

/** What the agent was shown of a dial. */
export interface Told {
  readonly id: string;
  /** As the dialer is asked for it. */
  readonly number: string;
  readonly step: Dial['step'];
  readonly at: number;
}

/** A browser beside the call centre: its storage, its clock, its worker, and what the agent was told there. */
export interface Scene {
  readonly setting: Setting;
  readonly centre: CallCentre;
  readonly network: Network;
  readonly clicks: readonly Click[];
  /** The steps in which the agent was shown the dial, on the dialer's clock. */
  readonly told: readonly Told[];
  /** Null for an agent who ends his calls in the agent screen alone. */
  readonly endings: PanelEndings | null;
  worker(): Background;
  /** Starts a worker where there is none. */
  wake(): Promise<void>;
  /** Starts a worker in any case; the browser has been closed in between. */
  restart(): Promise<void>;
  click(number: DialableNumber): Promise<void>;
  /** The worker stops with the how-manieth write or request from now. */
  stopAfter(steps: number): void;
  /** Called with each press on Finish, before it is asked of the worker. */
  onPress(task: () => void): void;
  setClock(offsetMs: number): void;
  failStorage(isFailing: boolean): void;
  /** Takes away what the browser forgets when it is closed. */
  forgetSession(): Promise<void>;
  signIn(): Promise<void>;
}

function settingOf(random: Random): Setting {
  const dialMethod = random() < 0.6 ? 'RATIO' : 'MANUAL';
  return {
    source: pick(random, SOURCES),
    dialMethod,
    // Where the campaign does not dial by itself nobody is READY.
    wasPaused: dialMethod === 'MANUAL' || random() < 0.6,
    isPanelOpen: random() < PANEL_SHARE,
  };
}

/** `panel` is chance for an agent who ends his calls in Dialside's panel, null for one who does so in the agent screen. */
export function openScene(random: Random, panel: Random | null = null): Scene {
  const setting = settingOf(random);
  const leavesToPanel = (call: RealCall | undefined) => endings?.takes(call) ?? false;
  const centre = openCallCentre(setting.dialMethod, habitsOf(random), leavesToPanel);
  planCall(centre, random);
  const { clock } = centre.dialer;
  const network = createNetwork(centre, random);
  const area = signedInArea();
  const fuse = { left: Number.POSITIVE_INFINITY };
  const clicks: Click[] = [];
  const told: Told[] = [];
  let [offsetMs, isFailing] = [0, false];
  let worker: Background | null = null;
  let waking: Promise<void> | null = null;
  let onPress: (() => void) | null = null;
  const now = () => clock.now() + offsetMs;

  const current = () => {
    if (!worker) throw new Error('No worker has been started.');
    return worker;
  };
  const start = async () => {
    const stored = await area;
    worker = await startBackground({
      area: {
        ...stored,
        set: (items) => (isFailing ? Promise.reject(new Error('Quota exceeded')) : stored.set(items)),
      },
      fetch: network.fetch,
      clock,
      now,
      // As services.ts decides it: only the agent's word tells that a campaign keeps its agents paused by itself.
      policy: { ...POLICY, keepsPaused: setting.dialMethod !== 'MANUAL' },
      isPanelOpen: setting.isPanelOpen,
      fuse,
    });
    worker.store.onChange(({ dial, finish }) => {
      endings?.see(finish);
      const last = told.at(-1);
      if (dial && (last?.id !== dial.id || last.step !== dial.step)) {
        told.push({ id: dial.id, number: dial.number.nationalNumber, step: dial.step, at: clock.now() });
      }
    });
  };
  const endings =
    panel &&
    createPanelEndings(
      clock,
      panel,
      async () => {
        await scene.wake();
        return current();
      },
      () => onPress?.(),
    );
  const scene: Scene = {
    ...{ setting, centre, network, clicks, told, endings },
    worker: current,
    async wake() {
      if (worker?.isAlive()) return;
      fuse.left = Number.POSITIVE_INFINITY;
      waking ??= start().finally(() => {
        waking = null;
      });
      await waking;
    },
    async restart() {
      worker?.stop();
      await scene.wake();
    },
    async click(number) {
      await scene.wake();
      const click: Click = { number, at: clock.now(), standing: centre.standing(), answer: null };
      clicks.push(click);
      void current()
        .dials.start({ number, source: 'page', confirm: [] })
        .then((answer) => {
          click.answer = answer;
        });
    },
    onPress(task) {
      onPress = task;
    },
    stopAfter(steps) {
      fuse.left = steps;
    },
    setClock(ms) {
      offsetMs = ms;
    },
    failStorage(failing) {
      isFailing = failing;
    },
    async forgetSession() {
      const stored = await area;
      await stored.remove(Object.keys(stored.items));
    },
    async signIn() {
      await (await area).set({ connection: await connectionOf(setting) });
    },
  };
  if (setting.source === 'watchedScreen') runScreenScript(scene, now);
  every(ALARM_MS, clock, scene.wake);
  return scene;
}

function habitsOf(random: Random) {
  return {
    ringsFor: between(random, 10_000, 80_000),
    talksFor: between(random, 1_000, 90_000),
    noticesAfter: between(random, 500, 10_000),
    wrapsUpFor: between(random, 500, 20_000),
  };
}

function planCall({ dialer }: CallCentre, random: Random): void {
  const luck = random();
  dialer.telephone.setDefaultPlan({
    outcome: luck < 0.65 ? 'answered' : luck < 0.85 ? 'noAnswer' : 'busy',
    ringMs: between(random, 500, 25_000),
    talkMs: random() < 0.5 ? null : between(random, 1_000, 60_000),
  });
}

async function connectionOf({ source, dialMethod }: Setting): Promise<Connection> {
  const connection = (await signedInArea()).items.connection as Connection;
  return {
    ...connection,
    statusCredential: source === 'statusLogin' ? STATUS_LOGIN : null,
    dialMethod: dialMethod === 'MANUAL' ? 'manual' : 'autoDial',
  };
}

/** The script in the agent screen's tab tells what has changed, and every other second that it lives. */
function runScreenScript(scene: Scene, now: () => number): void {
  const { clock } = scene.centre.dialer;
  const read = createScreenScript(scene.centre.screen, clock, now);
  let told = '';
  let toldAt = 0;
  every(SCRIPT_MS, clock, async () => {
    if (scene.centre.closedBy() !== null) return;
    const reading = read();
    const text = JSON.stringify(reading);
    if (text === told && clock.now() - toldAt < HEARTBEAT_MS) return;
    [told, toldAt] = [text, clock.now()];
    // Its message wakes a worker that was stopped.
    await scene.wake();
    scene.worker().heard(reading);
  });
}

function every(ms: number, clock: Clock, task: () => Promise<void>): void {
  clock.after(ms, () => {
    void task();
    every(ms, clock, task);
  });
}
