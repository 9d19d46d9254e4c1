import { vi } from 'vitest';
import type { KeyCommand } from '../../../components/keyboard/keys.ts';
import { ok } from '../../../lib/result.ts';
import { dialIn } from './panel-states.ts';

/** Commands that all succeed, each to be looked at or replaced. */
export function createCommands() {
  return {
    pause: vi.fn(async () => ok(null)),
    resume: vi.fn(async () => ok(null)),
    hangUp: vi.fn(async () => ok(null)),
    control: vi.fn(async () => ok(null)),
    finish: vi.fn(async () => ok(null)),
    isRecording: vi.fn(async () => ok(false)),
    openRecord: vi.fn(async () => null),
    countQueue: vi.fn(async () => ok(0)),
    dial: vi.fn(async () => ok(dialIn('preparing'))),
    dialNext: vi.fn(async () => ok(dialIn('preparing'))),
    changeList: vi.fn(async () => null),
    clearList: vi.fn(async () => null),
    showNumber: vi.fn(async () => null),
    cancelDial: vi.fn(async () => ok(null)),
    showQuestion: vi.fn(async () => null),
    openWebphone: vi.fn(async () => ok(null)),
    ringMe: vi.fn(async () => ok(null)),
    showScreen: vi.fn(async () => ok(null)),
    refresh: vi.fn(async () => null),
    signOut: vi.fn(async () => null),
    openOptions: vi.fn(),
    openSetUp: vi.fn(),
    openSidePanel: vi.fn(),
    keys: {
      read: vi.fn(async (): Promise<readonly KeyCommand[]> => []),
      change: vi.fn(),
      hasHelpKey: vi.fn(async () => true),
    },
  };
}
