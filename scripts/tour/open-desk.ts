import { type Desk, openDesk } from '../../tests/e2e/fixtures/desk.ts';
import { demoLogins } from './demo-logins.ts';
import { fillLists } from './fill-lists.ts';
import { createSteps } from './steps.ts';

/** A browser for a person to try Dialside in: signed in, with the agent screen and the CRM open. Ends with the browser. */
const { step } = createSteps();

const desk = await step('A browser with Dialside, the simulated dialer and the demo CRM are up', () =>
  openDesk({ headless: false }),
);
const closed = new Promise((resolve) => desk.extension.context.once('close', resolve));
try {
  await prepare(desk);
  console.log(whatToTry(desk));
  await closed;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await desk.close();
}

async function prepare(desk: Desk): Promise<void> {
  await step('Logged in to the agent screen', () => desk.openAgentScreen());
  const popup = await step('Signed in to Dialside', () => desk.signIn());
  await popup.close();
  await step('Pasted the lists of the campaign into the options', () => fillLists(desk));
  const crm = await step('Opened the CRM', () => desk.openCrm());
  await step('Turned Dialside on for it', () => desk.enableSite(crm));
  for (const page of desk.extension.context.pages()) if (page.url() === 'about:blank') await page.close();
  await crm.bringToFront();
}

function whatToTry({ dialer, crmUrl }: Desk): string {
  return `
Try this:
  - Click the button beside a number. The simulated customer answers after two seconds.
  - Open Dialside in the toolbar (behind the puzzle piece until you pin it): pause, hang up, type a number.
  - Live board and "Edit a contact" in the CRM: buttons follow the page, fields are left alone.
  - Right-click a selected number, or the call-back line of a contact.

  CRM           ${crmUrl}
${demoLogins(dialer.url)}

Close the browser to end.`;
}
