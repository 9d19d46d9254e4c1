import type { Attack } from '../attack.ts';
import { cover, type HiddenButton, hiddenButtons, VISIBLE } from '../moves/unseen-buttons.ts';
import { aimAt, type Bait, baitHtml, layBait, numberOf, pressBait, pressHere } from '../scene/bait.ts';
import { buttonOfTab, framePage, waitForFrame } from '../scene/framed-crm.ts';
import type { Scene } from '../scene/scene.ts';

const group = 'A page misuses a person’s click';

/** A call of which the person saw no button. */
async function isPressedUnseen(scene: Scene, bait: Bait): Promise<boolean> {
  const { dialled, saw } = await pressBait(scene, bait);
  return dialled && !saw.button;
}

/** Runs a script of the enemy, then has the person press where the button was. */
function trap(last: number, code: HiddenButton['code']): Attack['run'] {
  return async (scene) => {
    const bait = await layBait(scene, last);
    await bait.page.evaluate(`{ const host = [...document.documentElement.children].find((one) => one.popover);
${code(bait.button.box)} }`);
    return isPressedUnseen(scene, bait);
  };
}

/** A person presses where he sees no button, or something else. */
export const unseenButtons: readonly Attack[] = [
  ...hiddenButtons.map(({ code, ...named }, index): Attack => ({ group, ...named, run: trap(10 + index, code) })),
  {
    group,
    name: 'another site frames the CRM, transparent, over a button of its own',
    defence: VISIBLE,
    defenceInFirefox:
      'a call from a frame inside of a site that the agent has not named is confirmed in Dialside’s own window',
    async run(scene) {
      const last = 18;
      const crm = scene.web.publish(baitHtml(numberOf(last).text));
      const { box, label } = await buttonOfTab(scene, crm);
      const page = await scene.open(scene.web.publish(framePage(crm, 'top: 0; opacity: .01'), 'evil.example'));
      await waitForFrame(page);
      // Where nothing happens, a person presses again; of the first press such a frame may get the focus alone.
      await aimAt(page, box);
      await pressHere(page);
      return isPressedUnseen(scene, { page, e164: numberOf(last).e164, button: { box, label } });
    },
  },
  // Last: clicks do not arrive in a frame of another site in the next page after it.
  {
    group,
    name: 'the same cover in fullscreen',
    defence: 'the button returns to the top of the top layer, in sight',
    async run(scene) {
      const bait = await layBait(scene, 17, '<button id="play">Play</button>');
      await bait.page.evaluate(`document.getElementById('play').onclick = async () => {
await document.documentElement.requestFullscreen(); ${cover(bait.button.box)} cover.popover = 'manual'; cover.showPopover(); }`);
      await bait.page.click('#play');
      await bait.page.waitForTrue('document.fullscreenElement !== null');
      return isPressedUnseen(scene, bait);
    },
  },
];
