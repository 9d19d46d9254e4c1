import { AGENT } from '../e2e/fixtures/demo-agent.ts';
import { filesHolding } from '../steps/profile-search.ts';
import { FIREFOX_BUILD, launchFirefox } from './firefox.ts';
import { EXTENSION_ID, type LookAtProfile } from './firefox-process.ts';
import { inContentScript } from './fixtures/content-script.ts';
import { type Desk, openDesk } from './fixtures/desk.ts';
import { stopEventPage } from './fixtures/event-page.ts';
import { askFrom } from './fixtures/extension-requests.ts';
import { unpackFirefoxFile } from './fixtures/packed-files.ts';
import { pressButtonBeside } from './fixtures/page-buttons.ts';
import { allowInPrivateWindows } from './fixtures/site-permission.ts';
import { expect, test } from './fixtures/test.ts';

/** "Never remember history": every window is a private one, and pages of extensions get no database. */
const NEVER_REMEMBERS = { 'browser.privatebrowsing.autostart': true };
const AREAS = '[String(browser.storage.session), JSON.stringify(await browser.storage.local.get())].join()';

test('a Firefox that never remembers history says so, works until it is closed, and keeps nothing on the disk', async () => {
  const own = await launchFirefox(FIREFOX_BUILD, NEVER_REMEMBERS);
  let desk: Desk | undefined;
  let look: LookAtProfile | undefined;
  try {
    await allowInPrivateWindows(own);
    desk = await openDesk(own);
    const { dialer } = desk;
    const panel = await desk.signInByForm();
    await panel.expectText('Sign out');
    await panel.press('Sign out');
    await panel.expectText('This browser never remembers history.');
    expect(await panel.text()).not.toContain('Remember on this device');
    await panel.tab.close();

    await desk.openAgentScreen();
    const signedIn = await desk.signIn();
    await askFrom(signedIn.tab, 'settings.write', { alwaysAllow: ['+4915987'] });
    const crm = await desk.openCrm();
    await desk.enableSite(crm);
    await stopEventPage(own);
    expect(await askFrom(signedIn.tab, 'settings.read')).toContain('+4915987');
    await pressButtonBeside(crm, '(415) 555-0132');
    await signedIn.expectStage('Talking');
    // Where it is kept instead a content script reads nothing either.
    expect(await inContentScript(crm, `(async () => ${AREAS})()`)).toBe('undefined,{}');
    look = async (profile) => {
      const secrets = { password: AGENT.password, server: dialer.url, user: `"${AGENT.user}"`, setting: '+4915987' };
      expect(await filesHolding(profile, secrets, unpackFirefoxFile)).toEqual([]);
      // Proves that the profile is searched.
      expect(await filesHolding(profile, { id: EXTENSION_ID })).not.toEqual([]);
    };
  } finally {
    await own.close(look);
    await desk?.close();
  }
}, 240_000);
