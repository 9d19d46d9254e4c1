import type { Part } from './page-source.ts';

export interface SitePage {
  /** Path of the page without `.html`. */
  readonly path: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

export interface SiteGroup {
  readonly title: string;
  readonly pages: readonly SitePage[];
}

const page = (path: string, title: string, ...parts: readonly Part[]): SitePage => ({ path, title, parts });
const document = (source: string): Part => ({ source });
const readme = (section: string | null): Part => ({ source: 'README.md', section });

/** What the site shows, in the order of its list. Every document under docs/ has its place here: a test says so. */
export const NAVIGATION: readonly SiteGroup[] = [
  {
    title: 'Start',
    pages: [page('index', 'Dialside', readme(null)), page('install', 'Install', document('docs/install.md'))],
  },
  {
    title: 'Set-up',
    pages: [
      page('agent', 'Agents', readme('Five minutes for an agent')),
      page('administrator', 'Administrators', readme('Five minutes for an administrator')),
      page('permissions', 'VICIdial permissions', document('docs/vicidial/permissions.md')),
      page('supervisor', 'Supervisors', document('docs/supervisor.md')),
      page('developer', 'Developers', readme('Try it'), readme('Commands')),
      page('contributing', 'Contributing', document('CONTRIBUTING.md')),
    ],
  },
  {
    title: 'In a company',
    pages: [
      page('roll-out', 'Roll-out', document('docs/roll-out.md')),
      page('policy', 'Policies', document('docs/policy.md')),
      page('relay', 'Relay', document('docs/relay/README.md')),
      page('crm', 'CRM rules', document('docs/crm.md')),
    ],
  },
  {
    title: 'When something is wrong',
    pages: [
      page('troubleshooting', 'Troubleshooting', document('docs/troubleshooting.md')),
      page('limits', 'Known limits', readme('Known limits')),
      page('detection', 'How detection decides', document('docs/detection.md')),
      page('corpus', 'How well it detects', document('tests/corpus/README.md'), readme('Measured')),
    ],
  },
  {
    title: 'Security and privacy',
    pages: [
      page('security', 'Security', document('SECURITY.md')),
      page('privacy', 'Privacy policy', document('docs/privacy.md')),
      page('attacks', 'Attacks', document('docs/security/attacks.md')),
      page('browsers', 'Browser permissions', readme('Permissions'), readme('Chrome and Firefox')),
    ],
  },
  {
    title: 'How it is built',
    pages: [
      page('architecture', 'Architecture', readme('How it is built'), readme('Dependencies')),
      page('states', 'States', document('docs/architecture/states.md')),
      page('vicidial-api', 'VICIdial’s APIs', document('docs/vicidial/api.md')),
      page('vicidial-screen', 'VICIdial’s agent screen', document('docs/vicidial/agent-screen.md')),
    ],
  },
  {
    title: 'About',
    pages: [
      page('comparison', 'Comparison', document('docs/comparison.md')),
      page('changelog', 'Changelog', document('CHANGELOG.md')),
      page('licence', 'Licence', readme('Licence')),
    ],
  },
];

export const PAGES: readonly SitePage[] = NAVIGATION.flatMap(({ pages }) => pages);
