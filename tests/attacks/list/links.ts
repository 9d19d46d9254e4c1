import { chooseFromMenu, type MenuClick } from '../../e2e/fixtures/context-menu.ts';
import type { Attack } from '../attack.ts';
import { numberOf } from '../scene/bait.ts';

const group = 'A link dials something else';

/** The person chooses the entry of the context menu; the number that would please the enemy is dialled unasked. */
function choose(click: Omit<MenuClick, 'menuItemId'>, wanted: string): Attack['run'] {
  return async (scene) => {
    const menuItemId = click.linkUrl === undefined ? 'dialSelection' : 'dialLink';
    // Also wakes the worker, which cannot be spoken to while it is stopped.
    await scene.ask('agent.refresh');
    await chooseFromMenu(scene.extension, { menuItemId, ...click });
    return (await scene.dialled()).includes(wanted);
  };
}

const CONFIRMED = 'what a link dials is shown and confirmed in Dialside’s own window';

export const links: readonly Attack[] = [
  {
    group,
    name: 'a link that says one number and dials another',
    defence: CONFIRMED,
    run: choose({ linkUrl: `tel:${numberOf(80).e164}` }, numberOf(80).e164),
  },
  {
    group,
    name: 'a phone-context that makes a local number a satellite’s',
    defence: CONFIRMED,
    run: choose({ linkUrl: 'tel:612345678;phone-context=+881' }, '+881612345678'),
  },
  {
    group,
    name: 'digits after a pause, as part of a longer number',
    defence: 'what follows a pause is never part of the number',
    run: choose({ linkUrl: 'tel:+431234567,,890' }, '+431234567890'),
  },
  {
    group,
    name: 'a service code of the telephone network',
    defence: 'links and texts with * or # are refused',
    run: choose({ linkUrl: 'tel:**1*4155550182#' }, numberOf(82).e164),
  },
  {
    group,
    name: 'a selection whose letters stand for another number',
    defence: 'a number whose digits the selection does not show is confirmed',
    run: choose({ selectionText: '1-800-FLOWERS' }, '+18003569377'),
  },
];
