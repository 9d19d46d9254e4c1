import { altUrlOfPage } from '../../crm/pages/alt-urls.ts';
import type { AfterCallPage } from '../../crm/pages/page-rules.ts';
import { hasSecret, withoutSecrets } from '../../crm/url-secrets.ts';
import type { AltUrlChange, AltUrlQuestion, StoredAltUrl, SupervisorAnswer } from '../../messages/supervisor.ts';
import { fail, ok } from '../../result.ts';
import { createCampaignClient } from '../../vicidial/non-agent-api/campaign-client.ts';
import type { Ask } from './ask.ts';

/** The addresses that VICIdial calls by itself, of one campaign and one event. */
export interface AltUrls {
  /** Passwords and keys that stand in an address are hidden. */
  altUrls(question: AltUrlQuestion): Promise<SupervisorAnswer<readonly StoredAltUrl[]>>;
  /** One request, never repeated. */
  changeAltUrl(change: AltUrlChange): Promise<SupervisorAnswer<null>>;
}

export function createAltUrls(ask: Ask, pages: () => Promise<readonly AfterCallPage[]>): AltUrls {
  return {
    async altUrls({ campaign, event }) {
      const urls = await ask((options) => createCampaignClient(options).altUrls(campaign, event));
      if (!urls.ok) return urls;
      return ok(urls.value.map((url) => ({ ...url, address: withoutSecrets(url.address) })));
    },
    async changeAltUrl(change) {
      const { campaign } = change;
      if (change.kind === 'switch') {
        const { event, id, active } = change;
        return ask((options) => createCampaignClient(options).changeAltUrl(campaign, event, id, { active }));
      }
      const added = await ask(async (options) => {
        // Only what stands in the settings is written, whatever the page says it is.
        const page = (await pages()).find(({ name, template }) => name === change.name && template === change.template);
        if (!page || hasSecret(page.template))
          return fail({ code: 'refusedInput', field: 'url_address', problem: 'notAllowed' });
        return createCampaignClient(options).addAltUrl(campaign, 'dispo', altUrlOfPage(page));
      });
      return added.ok ? ok(null) : added;
    },
  };
}
