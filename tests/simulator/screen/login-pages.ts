import type { World } from '../world.ts';
import { escapeHtml, htmlPage } from './html.ts';
import type { LoginForm } from './log-in.ts';

const style = `
body { font: 15px/1.4 system-ui, sans-serif; background: #e8eef4; display: grid; place-items: center; min-height: 90vh; }
form { background: #fff; border: 1px solid #b7c4d1; border-radius: 6px; padding: 1.2rem 1.6rem; display: grid; gap: .6rem; width: 20rem; }
label { display: grid; gap: .2rem; } input, select, button { font: inherit; padding: .3rem .5rem; }
.message { color: #a11; margin: 0; }`;

/** The first page: which phone. */
export function phoneLoginPage(message = ''): string {
  return loginPage('Agent web client: Phone Login', message, [
    field('Phone Login', 'phone_login', 'text', ''),
    field('Phone Password', 'phone_pass', 'password', ''),
  ]);
}

/** The second page: which agent, and for which campaign. */
export function campaignLoginPage(world: World, form: LoginForm, message = ''): string {
  const options = world.campaigns
    .filter((row) => row.active === 'Y')
    .map(({ campaign_id, campaign_name }) => {
      const chosen = campaign_id === form.campaign ? ' selected' : '';
      const label = escapeHtml(`${campaign_id} - ${campaign_name}`);
      return `<option value="${escapeHtml(campaign_id)}"${chosen}>${label}</option>`;
    });
  return loginPage('Agent web client: Campaign Login', message, [
    hidden('phone_login', form.phoneLogin),
    hidden('phone_pass', form.phonePassword),
    field('User Login', 'VD_login', 'text', form.user),
    field('User Password', 'VD_pass', 'password', ''),
    `<label>Campaign <select name="VD_campaign">${options.join('')}</select></label>`,
  ]);
}

/** Logs in without a hand on the keyboard, and lands on the very address a hand would have led to. */
export function autoLoginPage(form: LoginForm): string {
  const body = [
    '<form name="auto" action="/agc/vicidial.php" method="post">',
    hidden('phone_login', form.phoneLogin),
    hidden('phone_pass', form.phonePassword),
    hidden('VD_login', form.user),
    hidden('VD_pass', form.password),
    hidden('VD_campaign', form.campaign),
    '<button>Open the agent screen</button></form>',
    '<script>document.forms["auto"].submit();</script>',
  ];
  return htmlPage({ title: 'Logging in', style, body: body.join('\n') });
}

function loginPage(title: string, message: string, fields: readonly string[]): string {
  const body = [
    '<form name="vicidial_form" id="vicidial_form" action="/agc/vicidial.php" method="post">',
    `<strong>${escapeHtml(title)}</strong>`,
    message ? `<p class="message">${escapeHtml(message)}</p>` : '',
    ...fields,
    '<button name="login_sub">Submit</button></form>',
  ];
  return htmlPage({ title, style, body: body.join('\n') });
}

function field(label: string, name: string, type: 'text' | 'password', value: string): string {
  return `<label>${label} <input name="${name}" type="${type}" value="${escapeHtml(value)}" autocomplete="off"></label>`;
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
}
