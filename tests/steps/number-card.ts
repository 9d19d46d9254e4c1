import { deepEqual } from 'node:assert/strict';
import { eventually } from '../patience.ts';
import type { Steps } from './step-desk.ts';

export const numberCard: Steps = {
  async 'with several countries it says for which a number was taken, and which others have it'(desk) {
    await desk.openAgentScreen();
    const panel = await desk.signIn({ withStatusLogin: false });
    await panel.writeSettings({ regions: ['DE', 'AT', 'CH'] });
    const crm = await desk.openCrm();
    await crm.evaluate(() => document.body.prepend('Huber: 0664 7040744'));
    await desk.enableSite(crm);
    await crm.expectLabel('0664 7040744', 'Call +43 664 7040744');
    await crm.pointAt('0664 7040744');
    await eventually(async () =>
      deepEqual((await crm.cardLines()).slice(0, 2), [
        'Austria · Mobile',
        'No country code: read as a number of Austria. It could also be one of Germany.',
      ]),
    );
  },
};
