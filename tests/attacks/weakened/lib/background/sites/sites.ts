import { createSites as createStrong, type Sites } from '../../../../../../lib/background/sites/sites.ts';
import { browser } from '../../../../../../lib/platform/extension-api.ts';

export * from '../../../../../../lib/background/sites/sites.ts';

/** Works in the page's own world, where the page's scripts decide what every function does. */
export function createSites(...args: Parameters<typeof createStrong>): Sites {
  const strong = createStrong(...args);
  return {
    ...strong,
    async injectEngine(tabId, frameId) {
      await strong.injectEngine(tabId, frameId);
      const target = { tabId, frameIds: [frameId] };
      await browser.scripting.executeScript({ target, world: 'MAIN', func: listenInPage } as Parameters<
        typeof browser.scripting.executeScript
      >[0]);
    },
  };
}

/** Dials what a clicked element of the page names, and forgets that its settings have a prototype. */
function listenInPage(): void {
  const settings: { readonly always?: string } = {};
  const dial = (e164: string) => postMessage({ dialside: 'page.dial', payload: { e164, extension: null } }, '*');
  document.addEventListener('click', ({ isTrusted, target }) => {
    const number = target instanceof HTMLElement ? target.dataset.dialsideNumber : undefined;
    if (isTrusted && number) dial(settings.always ?? JSON.parse(number));
  });
}
