import type { Attack } from './attack.ts';
import { compromisedScript } from './list/compromised-script.ts';
import { dialerAnswers } from './list/dialer-answers.ts';
import { falseNumbers } from './list/false-numbers.ts';
import { fingerprints } from './list/fingerprints.ts';
import { floods } from './list/floods.ts';
import { links } from './list/links.ts';
import { misusedGestures } from './list/misused-gestures.ts';
import { movedButtons } from './list/moved-buttons.ts';
import { networkAndDisk } from './list/network-and-disk.ts';
import { outsideMessages } from './list/outside-messages.ts';
import { syntheticEvents } from './list/synthetic-events.ts';
import { takenBack } from './list/taken-back.ts';
import { unseenButtons } from './list/unseen-buttons.ts';

/** Every attack, in the order of the table. */
export const ATTACKS: readonly Attack[] = [
  ...syntheticEvents,
  ...unseenButtons,
  ...movedButtons,
  ...misusedGestures,
  ...falseNumbers,
  ...floods,
  ...outsideMessages,
  ...fingerprints,
  ...compromisedScript,
  ...takenBack,
  ...links,
  ...dialerAnswers,
  ...networkAndDisk,
];
