import { makeAttacks } from './make-attacks.ts';
import { openFirefox } from './scene/firefox/stage.ts';

makeAttacks('firefox', openFirefox);
