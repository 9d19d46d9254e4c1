import { makeAttacks } from './make-attacks.ts';
import { openChromium } from './scene/chromium/stage.ts';

makeAttacks('chromium', openChromium);
