import { AGENT, STATUS_LOGIN } from '../e2e/fixtures/demo-agent.ts';
import type { Dialer } from '../simulator/dialer.ts';
import { newRow } from '../simulator/world.ts';

/** Bert Jones of the recorded world. */
export const BERT = { e164: '+17275551313', written: '+1 727 555 1313', national: '7275551313', leadId: '2002' };

/** The window about a number, worked by a driver of its browser. */
export interface NumberPage {
  /** A real click on the control of that name, once it is there and takes one. */
  press(name: string | RegExp): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** A real click on the box of that label, which has a tick then. */
  check(label: string): Promise<void>;
  expectText(text: string | RegExp): Promise<void>;
  address(): Promise<string>;
  bringToFront(): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page. It sees no variable of the test. */
  evaluate<T>(task: () => T): Promise<Awaited<T>>;
}

/** A record's page of the demo CRM, and how it says whose it is: what the agent has entered in his options. */
export const RECORD = {
  ...{ page: 'contact.html?id=C-20418', number: '(415) 555-0132', national: '4155550132' },
  rules: [
    {
      name: 'Larkspur',
      patterns: ['crm.example/contact.html?id={vendor_lead_code}'],
      selectors: { first_name: '#first', last_name: '#last', email: '#e-mail', phone: '#phone' },
    },
  ],
} as const;

/** A desk at which the agent of {@link letReadLeads} has signed in. */
export interface NumberDesk {
  readonly dialer: Dialer;
  openNumber(e164: string): Promise<NumberPage>;
  /** The same by the button of that name in the panel, once its window has taken the place of the one before. */
  openByPanel(name: string): Promise<NumberPage>;
  /** An address in a tab of its own. */
  openTab(address: string): Promise<NumberPage>;
  /** Sends one message of Dialside's own as the panel; resolves to the reply, as JSON. */
  ask(name: string, payload: unknown): Promise<string>;
  /** The window about {@link RECORD}'s number, by *More* in the menu of its button on the record's page. */
  openFromRecord(): Promise<NumberPage>;
  /** A real click on the control of that name in the panel, once it is there. */
  pressInPanel(name: string): Promise<void>;
  writeSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** How many windows about numbers are open. */
  countNumbers(): Promise<number>;
  signOut(): Promise<void>;
  dialRequests(): ReturnType<Dialer['log']['requests']>;
  expectDialRequests(count: number): Promise<void>;
}

/** The second login may read and write leads; a recording of Bert's lies on the dialer itself. */
export function letReadLeads({ world, url }: Dialer): void {
  const login = world.users.find(({ user }) => user === STATUS_LOGIN.user);
  if (!login) throw new Error('The world has no such user.');
  Object.assign(login, { user_level: '8', view_reports: '1', modify_leads: '1', modify_lists: '1' });
  world.recordings.push(
    newRow('recordings', {
      ...{ recording_id: '92', start_time: '2026-11-20 09:00:00', length_in_sec: '2', lead_id: BERT.leadId },
      ...{ user: AGENT.user, location: `${url}/RECORDINGS/bert.wav` },
    }),
  );
}

/** What a test does at it, by the name that it has in every browser. */
export type NumberSteps = Readonly<Record<string, (desk: NumberDesk) => Promise<void>>>;
