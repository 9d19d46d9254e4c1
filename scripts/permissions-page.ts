import { CAMPAIGN_SETTINGS, PURPOSES, SUPERVISOR_PURPOSES } from '../components/set-up/set-up-text.ts';
import { rightsOf } from '../lib/messages/set-up-advice.ts';
import type { MessageKey } from '../lib/messages/text.ts';
import { AGENT_FUNCTIONS } from '../lib/vicidial/set-up/agent-probe.ts';
import {
  needsOf,
  SERVICE_CHANGES,
  SERVICE_FUNCTIONS,
  type ServiceFunction,
  SUPERVISOR_FUNCTIONS,
} from '../lib/vicidial/set-up/service-probe.ts';
import type { Sentences } from './troubles-page.ts';

const INTRODUCTION = `# VICIdial permissions

Which login needs which right, and what for. Written by \`npm run docs:permissions\` from what the set-up check asks for; the check, in the options, says
which of them a login of yours lacks. How each was found out: [VICIdial's APIs](api.md).`;

const AGENT = `## The agent

The user with whom the agent works. Level 1 is enough. *Agent API Access* is 1, *Agent Call Manual* exactly 1, *Selected Language* default English, and the
password has only letters, digits, \`-\` and \`_\`: [why](../../README.md#five-minutes-for-an-administrator). Of *Allowed API functions* it needs those of
[this line](../../README.md#five-minutes-for-an-administrator), and may do without what nobody uses:`;

const WRITING = `For \`update_fields\` the user needs *Modify Leads* 1 to 4, too: [what it writes](../crm.md#what-the-page-says-of-the-customer).`;

const SERVICE = `## The second login

One user for all, that nobody works as; without it Dialside reads the open agent screen. Only \`agent_status\` is needed of it, the others each add what they are for.
Its user group may view those of the served agents. Where a [relay](../relay/README.md) holds it, no browser knows its password.`;

const SUPERVISOR = `## The supervisor

A user of the supervisor's own: [what it needs](../supervisor.md#what-it-needs). The set-up check asks for these while a supervisor is signed in on the supervisor's page;
what they are for is named by its sections.`;

const CHANGES = `With these as well, agents change something from the window about a number. Whoever knows the login's password can do so anywhere:`;

const CAMPAIGN = `## The campaign

Not rights, but they decide what a click does:`;

/** The text of docs/vicidial/permissions.md, with the purposes in the words of the set-up check. */
export function drawPermissions(sentences: Sentences): string {
  const text = (key: string | undefined) => sentences[key ?? '']?.message ?? '';
  const agent = AGENT_FUNCTIONS.map((name) => [`\`${name}\``, text(PURPOSES[name])]);
  const rows = (names: readonly ServiceFunction[], purposes: Readonly<Record<string, MessageKey>>) =>
    table(
      ['function', 'for', 'rights of the user'],
      names.map((name) => [`\`${name}\``, text(purposes[name]), rightsOf(needsOf(name)).join(', ')]),
    );
  const campaign = CAMPAIGN_SETTINGS.map(({ label, key }) => [label, text(key)]);
  return `${[
    INTRODUCTION,
    AGENT,
    table(['function', 'for'], agent),
    WRITING,
    SERVICE,
    rows(SERVICE_FUNCTIONS, PURPOSES),
    CHANGES,
    rows(SERVICE_CHANGES, PURPOSES),
    SUPERVISOR,
    rows(SUPERVISOR_FUNCTIONS, SUPERVISOR_PURPOSES),
    CAMPAIGN,
    table(['setting', 'what it does'], campaign),
  ].join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
