import { type Attack, GROUPS } from './attack.ts';
import type { Build } from './build.ts';

/** How an attack went against each build; `not made` where its test broke before it could tell. */
export type Outcomes = ReadonlyMap<Attack, Partial<Record<Build, string>>>;

/** The page that lists every attack and how it went, by nothing but that: the same outcomes give the same text. */
export function tableOf(outcomes: Outcomes): string {
  const attacks = [...outcomes.keys()];
  const failed = attacks.filter((attack) => outcomes.get(attack)?.ours === 'fails').length;
  return `# Attacks

Written by \`npm run test:attacks\`, which makes each of these attacks twice in a real Chromium: on a build without Dialside's
defences, where it has to succeed, and on the build that is shipped, where it has to fail. What Dialside defends, against whom, and
what it does not: [SECURITY.md](../../SECURITY.md).

${attacks.length} attacks, of which ${failed} fail against Dialside.
${GROUPS.map((group) => tableOfGroup(group, attacks, outcomes)).join('')}`;
}

function tableOfGroup(group: string, attacks: readonly Attack[], outcomes: Outcomes): string {
  const rows = attacks
    .filter((attack) => attack.group === group)
    .map((attack) => {
      const { weakened = 'not made', ours = 'not made' } = outcomes.get(attack) ?? {};
      return `| ${attack.name} | ${weakened} | ${ours} | ${attack.defence} |\n`;
    });
  return `\n## ${group}\n\n| attack | without defences | Dialside | because |\n|---|---|---|---|\n${rows.join('')}`;
}
