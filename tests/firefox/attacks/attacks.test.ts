import { readFile, writeFile } from 'node:fs/promises';
import { AGENT } from '../../e2e/fixtures/demo-agent.ts';
import { createOwnPages } from '../../steps/own-pages.ts';
import { middleOf } from '../fixtures/page-buttons.ts';
import { expect, test } from '../fixtures/test.ts';
import { dialled, type FirefoxAttack, layBait } from './attack.ts';
import { FIREFOX_ATTACKS, NOT_IN_FIREFOX } from './list.ts';

const TABLE = new URL('../../../docs/security/attacks-firefox.md', import.meta.url);

test('no attack of a page succeeds in Firefox, a person who means it is obeyed, and the table says so', async ({
  desk,
}) => {
  await desk.openAgentScreen();
  const panel = await desk.signIn();
  await panel.expectText('Paused');
  await desk.enableSite(await desk.openCrm());
  // The dialer places none of the calls: one that goes on would have the next attack refused for another reason.
  const user = desk.dialer.world.users.find((row) => row.user === AGENT.user);
  Object.assign(user ?? {}, { agentcall_manual: '0' });
  const pages = await createOwnPages();
  try {
    const scene = { desk, pages };
    const outcomes = new Map<FirefoxAttack, boolean>();
    for (const attack of FIREFOX_ATTACKS) {
      outcomes.set(attack, await attack.run(scene));
      desk.dialer.log.clear();
    }
    expect(FIREFOX_ATTACKS.filter((attack) => outcomes.get(attack)).map(({ name }) => name)).toEqual([]);
    // In a browser in which nothing can be dialled every attack would fail.
    const { tab, button, digits } = await layBait(scene);
    await tab.click(middleOf(button.box), { aimMs: 900 });
    await expect.poll(() => dialled(scene), { timeout: 20_000 }).toEqual([digits]);
    const table = tableOf(outcomes);
    if (process.env.UPDATE_TABLE) await writeFile(TABLE, table);
    else expect(await readFile(TABLE, 'utf8')).toBe(table);
  } finally {
    await pages.close();
  }
}, 240_000);

function tableOf(outcomes: ReadonlyMap<FirefoxAttack, boolean>): string {
  const rows = [...outcomes].map(
    ([{ name, defence }, succeeded]) => `| ${name} | ${succeeded ? 'succeeds' : 'fails'} | ${defence} |\n`,
  );
  return `# Attacks in Firefox

Written by \`npm run test:firefox\`, which makes each of these attacks in a real Firefox on the build that is shipped, and presses a
button as a person does at the end. That each can succeed is shown in Chromium, on a build without defences:
[attacks.md](attacks.md).

| attack | Dialside | because |
|---|---|---|
${rows.join('')}${NOT_IN_FIREFOX.map(({ name, reason }) => `| ${name} | cannot be made | ${reason} |\n`).join('')}
${outcomes.size} attacks. All others of [attacks.md](attacks.md) are made in Chromium alone.
`;
}
