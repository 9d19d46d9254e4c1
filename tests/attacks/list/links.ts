import type { Attack } from '../attack.ts';
import { numberOf } from '../scene/bait.ts';
import type { Scene } from '../scene/scene.ts';

const group = 'A link dials something else';

/** The person chooses the entry of the context menu; the number that would please the enemy is dialled unasked. */
function choose(at: (scene: Scene) => Promise<void>, wanted: string): Attack['run'] {
  return async (scene) => {
    await at(scene);
    return (await scene.dialled()).includes(wanted);
  };
}

const CONFIRMED = 'what a link dials is shown and confirmed in Dialside’s own window';

export const links: readonly Attack[] = [
  {
    group,
    name: 'a link that says one number and dials another',
    defence: CONFIRMED,
    run: choose((scene) => scene.chooseAtLink(`tel:${numberOf(80).e164}`), numberOf(80).e164),
  },
  {
    group,
    name: 'a phone-context that makes a local number a satellite’s',
    defence: CONFIRMED,
    run: choose((scene) => scene.chooseAtLink('tel:612345678;phone-context=+881'), '+881612345678'),
  },
  {
    group,
    name: 'digits after a pause, as part of a longer number',
    defence: 'what follows a pause is never part of the number',
    run: choose((scene) => scene.chooseAtLink('tel:+431234567,,890'), '+431234567890'),
  },
  {
    group,
    name: 'a service code of the telephone network',
    defence: 'links and texts with * or # are refused',
    run: choose((scene) => scene.chooseAtLink('tel:**1*4155550182#'), numberOf(82).e164),
  },
  {
    group,
    name: 'a selection whose letters stand for another number',
    defence: 'a number whose digits the selection does not show is confirmed',
    run: choose((scene) => scene.chooseAtSelection('1-800-FLOWERS'), '+18003569377'),
  },
];
