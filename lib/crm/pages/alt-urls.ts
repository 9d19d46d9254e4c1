import { fail, ok, type Result } from '../../result.ts';
import type { AltUrl, StoredAltUrl } from '../../vicidial/non-agent-api/campaign-client.ts';
import { hasSecret } from '../url-secrets.ts';
import { type PageTemplateProblem, parsePageTemplate } from './page-address.ts';
import type { AfterCallPage } from './page-rules.ts';

/** Why a URL of VICIdial's list is no page for an agent. */
export type AltUrlProblem =
  /** It is switched off there. */
  | { readonly code: 'inactive' }
  /** It is for some lists of leads alone; a page's rule knows no lists. */
  | { readonly code: 'lists' }
  /** A password or key stands in it, which would be in each agent's address bar, and in clear in the settings. */
  | { readonly code: 'secret' }
  | { readonly code: 'address'; readonly problem: PageTemplateProblem };

/** A rule as an entry of a campaign's list of URLs after dispositions (update_alt_url, api.md 9.6). */
export function altUrlOfPage({ name, template, statuses, minimumSeconds, rank }: AfterCallPage): AltUrl {
  return {
    active: true,
    rank,
    statuses,
    description: descriptionOf(name),
    lists: [],
    minimumSeconds,
    address: template,
  };
}

/** An entry of that list as a rule for the campaign. */
export function pageOfAltUrl(campaign: string, url: StoredAltUrl): Result<AfterCallPage, AltUrlProblem> {
  if (!url.active) return fail({ code: 'inactive' });
  if (url.lists.length > 0) return fail({ code: 'lists' });
  if (hasSecret(url.address)) return fail({ code: 'secret' });
  const template = parsePageTemplate(url.address);
  if (!template.ok) return fail({ code: 'address', problem: template.failure });
  return ok({
    name: url.description.trim() || `${campaign} ${url.id}`,
    template: template.value,
    campaigns: [campaign],
    statuses: url.statuses,
    minimumSeconds: url.minimumSeconds,
    rank: url.rank,
  });
}

/** VICIdial's description takes letters, digits, blanks and `._-`, and drops the rest without a word. */
function descriptionOf(name: string): string {
  return name
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
