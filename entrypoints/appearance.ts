import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { rememberedAppearance, showAppearance } from './popup/appearance.ts';

/** In the head of each page, which waits for it: what is painted first is light or dark as chosen. */
export default defineUnlistedScript(() => showAppearance(rememberedAppearance()));
