import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgentPhase } from '../../../lib/agent/state/agent-state.ts';
import { followKeys } from '../../../lib/background/key-command.ts';
import type { Services } from '../../../lib/background/services.ts';
import { fail, ok } from '../../../lib/result.ts';

const fake = vi.hoisted(() => ({ popups: 0, focused: true, selected: [] as unknown[], panels: 0 }));
vi.mock('../../../lib/platform/side-panel.ts', () => ({ openSidePanel: async () => void fake.panels++ }));
vi.mock('../../../lib/platform/extension-api.ts', () => ({
  browser: {
    action: { openPopup: async () => void fake.popups++ },
    tabs: {
      query: async () => [{ id: 7, url: 'https://crm.example/contact/1' }],
      get: async () => ({ active: true, windowId: 1 }),
    },
    windows: { get: async () => ({ focused: fake.focused }) },
    scripting: { executeScript: async () => fake.selected.map((result) => ({ result })) },
  },
}));
const dialFromMenu = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('../../../lib/background/menu-choice.ts', () => ({ dialFromMenu }));

interface Seat {
  readonly phase?: AgentPhase;
  readonly isPanelSeen?: boolean;
  readonly screen?: object | null;
  readonly pending?: object | null;
  readonly dialMethod?: string;
  readonly isSignedIn?: boolean;
}

function takeSeat(seat: Seat = {}) {
  const { phase = 'talking', isPanelSeen = true, screen = null, pending = null, isSignedIn = true } = seat;
  const asked: string[] = [];
  const note = (name: string) => async () => {
    asked.push(name);
    return ok(null);
  };
  const commands = { hangUp: note('hangUp'), resume: note('resume'), pause: vi.fn(note('pause')) };
  const connection = isSignedIn ? { dialMethod: seat.dialMethod ?? 'unknown' } : null;
  const agent = { phase };
  const services = {
    commands,
    calls: { overtake: note('overtake') },
    dials: { overtake: async () => undefined },
    panels: { isCallSeen: () => isPanelSeen },
    store: { current: () => ({ connection, agent, askedPhase: null, screen, pending }) },
  };
  return { asked, commands, services: services as unknown as Services };
}

// Each test's keys are pressed long after those of the one before.
let clock = 0;

async function press(command: string, seat: Seat = {}) {
  const taken = takeSeat(seat);
  followKeys(taken.services, Promise.resolve(), command, () => clock);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return taken;
}

beforeEach(() => {
  Object.assign(fake, { popups: 0, focused: true, selected: [], panels: 0 });
  dialFromMenu.mockClear();
  clock += 60_000;
});

describe('hang up', () => {
  it.each<[string, Seat]>([
    ['the panel', { isPanelSeen: true }],
    ['the agent screen', { isPanelSeen: false, screen: { isOpen: true, tabId: 7 } }],
  ])('ends the call that is seen in %s', async (_, seat) => {
    expect((await press('hang-up', seat)).asked).toEqual(['hangUp']);
    expect(fake.popups).toBe(0);
  });

  it.each<[string, Seat]>([
    ['is out of sight', { isPanelSeen: false }],
    ['is in a screen that is closed', { isPanelSeen: false, screen: { isOpen: false, tabId: 7 } }],
    ['is none', { phase: 'paused' }],
    ['is over already', { phase: 'wrapUp' }],
    ['belongs to nobody', { isSignedIn: false }],
  ])('ends nothing where the call %s, and shows Dialside instead', async (_, seat) => {
    expect((await press('hang-up', seat)).asked).toEqual([]);
    expect(fake.popups).toBe(1);
  });

  it('ends nothing in a window that is not in front', async () => {
    fake.focused = false;
    expect((await press('hang-up', { isPanelSeen: false, screen: { isOpen: true, tabId: 7 } })).asked).toEqual([]);
  });

  it('asks once while the key is held down', async () => {
    expect((await press('hang-up', { pending: { kind: 'hangUp' } })).asked).toEqual([]);
    expect(fake.popups).toBe(0);
  });
});

describe('pause or go ready', () => {
  it.each<[AgentPhase, readonly string[]]>([
    ['ready', ['overtake', 'pause']],
    ['paused', ['overtake', 'resume']],
    ['talking', ['overtake', 'pause']],
    ['notLoggedIn', []],
    ['unknown', []],
    ['previewing', []],
  ])('does to an agent who is %s: %j', async (phase, asked) => {
    expect((await press('pause-or-resume', { phase, isPanelSeen: false })).asked).toEqual(asked);
    expect(fake.popups).toBe(asked.length === 0 ? 1 : 0);
  });

  it('once while the key is held down, and again once it was let go', async () => {
    const { asked, services } = takeSeat({ phase: 'ready' });
    // The first repetition comes late, and goes by the keyboard's settings.
    for (const afterMs of [0, 1_000, 33, 33, 33, 33]) {
      clock += afterMs;
      followKeys(services, Promise.resolve(), 'pause-or-resume', () => clock);
    }
    await vi.waitFor(() => expect(asked).toEqual(['overtake', 'pause']));
    clock += 2_000;
    followKeys(services, Promise.resolve(), 'pause-or-resume', () => clock);
    await vi.waitFor(() => expect(asked).toEqual(['overtake', 'pause', 'overtake', 'pause']));
  });

  it.each([
    [[0, 1_000, 1_000], 2],
    [[0, 1_250], 2],
    // Half a second is the slowest that a keyboard repeats a key.
    [[0, 1_000, 500, 500, 500, 500], 1],
    [[0, 700, 500, 700], 2],
  ] as const)('presses %j ms after each other are %i', async (gaps, taken) => {
    const { commands, services } = takeSeat({ phase: 'ready' });
    for (const afterMs of gaps) {
      clock += afterMs;
      followKeys(services, Promise.resolve(), 'pause-or-resume', () => clock);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(commands.pause).toHaveBeenCalledTimes(taken);
  });

  it('waits for what was asked before', async () => {
    const seat: Seat = { phase: 'ready', pending: { kind: 'pause', pauseCode: null } };
    expect((await press('pause-or-resume', seat)).asked).toEqual([]);
  });

  it('shows an agent of a manual campaign why he stays paused', async () => {
    expect((await press('pause-or-resume', { phase: 'paused', dialMethod: 'manual' })).asked).toEqual([]);
    expect(fake.popups).toBe(1);
  });

  it('shows what came of it where nothing of Dialside is in sight', async () => {
    const { services, commands } = takeSeat({ phase: 'ready', isPanelSeen: false });
    commands.pause.mockResolvedValue(fail({ code: 'notSignedIn' }) as never);
    followKeys(services, Promise.resolve(), 'pause-or-resume', () => clock);
    await vi.waitFor(() => expect(fake.popups).toBe(1));
  });
});

const within = (text: string) => ({ text, focus: 'within' });
const around = (text: string) => ({ text, focus: 'around' });
const elsewhere = (text: string) => ({ text, focus: 'elsewhere' });

describe('the selection', () => {
  it.each<[readonly unknown[], string]>([
    [[within('415-555-0132')], '415-555-0132'],
    // Frames come in no order that a browser promises, and what was selected in another stays so.
    [[around('other'), within('415-555-0132')], '415-555-0132'],
    [[within('415-555-0132'), around('other'), elsewhere('third')], '415-555-0132'],
    [[around('415-555-0132'), within('')], '415-555-0132'],
    [[around('415-555-0132'), within(' \n')], '415-555-0132'],
    [[within(''), elsewhere('415-555-0132'), elsewhere('')], '415-555-0132'],
    [[within(''), elsewhere('415-555-0132'), elsewhere('415-555-0133')], ''],
    [[null, { text: 3 }], ''],
    [[], ''],
  ])('of frames with %j is asked about as %j', async (selected, text) => {
    fake.selected = [...selected];
    const { services } = await press('dial-selection');
    const pageUrl = 'https://crm.example/contact/1';
    expect(dialFromMenu).toHaveBeenCalledExactlyOnceWith(services, { kind: 'dialSelection', text, pageUrl }, true);
  });
});

it('the panel is opened in the first turn, while the browser knows of the key', () => {
  followKeys(takeSeat().services, new Promise(() => undefined), 'open-panel');
  expect(fake.panels).toBe(1);
});
