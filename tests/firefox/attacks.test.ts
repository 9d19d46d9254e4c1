import { expect, test } from 'vitest';
import { canBeMade, GROUPS } from '../attacks/attack.ts';
import { ATTACKS } from '../attacks/attacks.ts';
import { layBait, pressBait } from '../attacks/scene/bait.ts';
import { openFirefox } from '../attacks/scene/firefox/stage.ts';
import { openScene } from '../attacks/scene/scene.ts';
import { FIREFOX_BUILD } from './firefox.ts';

// Those in which the browser itself has the greatest part. All of them are made by `npm run test:attacks`.
const MADE_HERE: readonly string[] = GROUPS.slice(0, 2);

// For a dial that has to come, however busy the machine is.
const PATIENCE_MS = 10_000;

test('no page has a button pressed that a person does not see or mean, and one who means it is obeyed', async () => {
  const scene = await openScene('ours', (dialerUrl, web) => openFirefox(FIREFOX_BUILD, dialerUrl, web));
  try {
    const attacks = ATTACKS.filter((attack) => MADE_HERE.includes(attack.group) && canBeMade(attack, 'firefox'));
    const unexpected: string[] = [];
    for (const attack of attacks) {
      const succeeds = await attack.run(scene);
      if (succeeds) unexpected.push(attack.name);
      await scene.tidy();
    }
    expect(attacks.length).toBeGreaterThan(20);
    expect(unexpected).toEqual([]);
    // In a browser in which nothing can be dialled every attack would fail.
    const { dialled, saw } = await pressBait(scene, await layBait(scene, 99), PATIENCE_MS);
    expect({ dialled, saw }).toEqual({ dialled: true, saw: { button: true, words: true } });
  } finally {
    await scene.close();
  }
}, 240_000);
