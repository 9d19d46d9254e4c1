import { type Attack, canBeMade, GROUPS } from './attack.ts';
import type { Browser, Build } from './build.ts';

/** One browser with one of the builds. */
export type Side = `${Browser}-${Build}`;

/** How an attack went on each side; `not made` where its test broke before it could tell. */
export type Outcomes = ReadonlyMap<Attack, Partial<Record<Side, string>>>;

/** The page that lists every attack and how it went, by nothing but that: the same outcomes give the same text. */
export function tableOf(outcomes: Outcomes): string {
  const attacks = [...outcomes.keys()];
  const failed = (browser: Browser) =>
    attacks.filter((one) => outcomes.get(one)?.[`${browser}-ours`] === 'fails').length;
  const inFirefox = attacks.filter((attack) => canBeMade(attack, 'firefox')).length;
  return `# Attacks

Written by \`npm run test:attacks\`, which makes each of these attacks twice in a real Chromium and twice in a real Firefox: on a build
without Dialside's defences, where it has to succeed, and on the build that is shipped, where it has to fail. Before each run a
person's own press is obeyed. What Dialside defends, against whom, and what it does not: [SECURITY.md](../../SECURITY.md).

In Chromium ${attacks.length} attacks, of which ${failed('chromium')} fail against Dialside; in Firefox ${inFirefox}, of which ${failed('firefox')} fail. "Without" is the build
without defences.
${GROUPS.map((group) => tableOfGroup(group, attacks, outcomes)).join('')}`;
}

const HEAD = `| attack | Chromium, without | Chromium, Dialside | Firefox, without | Firefox, Dialside | because |
|---|---|---|---|---|---|
`;

function tableOfGroup(group: string, attacks: readonly Attack[], outcomes: Outcomes): string {
  const rows = attacks
    .filter((attack) => attack.group === group)
    .map((attack) => rowOf(attack, outcomes.get(attack) ?? {}));
  return `\n## ${group}\n\n${HEAD}${rows.join('')}`;
}

function rowOf(attack: Attack, outcomes: Partial<Record<Side, string>>): string {
  const { name, defence, defenceInFirefox, notInFirefox } = attack;
  const cell = (side: Side) => outcomes[side] ?? 'not made';

  const isMade = canBeMade(attack, 'firefox');
  const inFirefox = isMade ? [cell('firefox-weakened'), cell('firefox-ours')] : ['cannot be made', 'cannot be made'];
  const because = [
    defence,
    ...(defenceInFirefox ? [`in Firefox ${defenceInFirefox}`] : []),
    ...(notInFirefox ? [`not in Firefox: ${notInFirefox}`] : []),
  ].join('; ');
  return `| ${[name, cell('chromium-weakened'), cell('chromium-ours'), ...inFirefox, because].join(' | ')} |\n`;
}
