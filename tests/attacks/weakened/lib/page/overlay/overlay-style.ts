import { OVERLAY_CSS as STRONG } from '../../../../../../lib/page/overlay/overlay-style.ts';

export * from '../../../../../../lib/page/overlay/overlay-style.ts';

/** The page's own style sheet has the last word on the host. */
export const OVERLAY_CSS = STRONG.replaceAll(' !important', '');
