import type { Clock, World } from '../world.ts';

/**
 * How an agent's phone comes into his session: a desk phone when it is rung, a web phone when it is rung and its page
 * has registered, `always` without anything, `never` whatever happens.
 */
export type JoinRule = 'whenRung' | 'webphone' | 'always' | 'never';

interface AgentPhone {
  rule: JoinRule;
  registered: boolean;
  ringing: boolean;
  inSession: boolean;
}

/** The agents' own phones and who of them is in his session. Users are named as in the users table. */
export interface AgentPhones {
  setRule(user: string, rule: JoinRule): void;
  /** Rings the phone, as the login and call_agent do. A web phone that is not registered hears nothing. */
  ring(user: string): void;
  /** The web phone page has a microphone and is on line. */
  register(user: string): void;
  unregister(user: string): void;
  isRinging(user: string): boolean;
  isInSession(user: string): boolean;
  /** Puts the phone into the session, or takes it out, by a test's word. */
  join(user: string): void;
  leave(user: string): void;
  reset(): void;
}

/** A person, or auto-answer, needs a moment to pick up. */
const PICK_UP_MS = 500;

export function createAgentPhones(world: World, clock: Clock): AgentPhones {
  const phones = new Map<string, AgentPhone>();
  const heardOrders = new Set<string>();

  function phoneOf(user: string): AgentPhone {
    const known = phones.get(user);
    if (known) return known;
    const phone: AgentPhone = { rule: 'whenRung', registered: false, ringing: false, inSession: false };
    phones.set(user, phone);
    return phone;
  }

  function canHear(phone: AgentPhone): boolean {
    return phone.rule === 'whenRung' || (phone.rule === 'webphone' && phone.registered);
  }

  function pickUp(phone: AgentPhone) {
    if (!phone.ringing || !canHear(phone)) return;
    phone.ringing = false;
    phone.inSession = true;
  }

  function ring(user: string) {
    const phone = phoneOf(user);
    if (!canHear(phone)) return;
    phone.ringing = true;
    clock.after(PICK_UP_MS, () => pickUp(phone));
  }

  /** call_agent repeats the login call by an order to the telephone server. */
  function obeyOrders() {
    for (const order of world.manager) {
      if (order.status !== 'NEW' || heardOrders.has(order.man_id)) continue;
      heardOrders.add(order.man_id);
      const session = world.agent_sessions.find((row) => order.cmd_line_b === `Channel: ${row.extension}`);
      if (session && order.callerid.startsWith('S')) ring(session.user);
    }
  }

  world.onChange.add(({ table }) => {
    if (table === 'manager') obeyOrders();
  });

  return {
    setRule(user, rule) {
      const phone = phoneOf(user);
      phone.rule = rule;
      if (rule === 'always') phone.inSession = true;
      if (rule === 'never') phone.inSession = false;
    },
    ring,
    register: (user) => {
      phoneOf(user).registered = true;
    },
    unregister: (user) => {
      Object.assign(phoneOf(user), { registered: false, ringing: false, inSession: false });
    },
    isRinging: (user) => phoneOf(user).ringing,
    isInSession: (user) => phoneOf(user).inSession,
    join: (user) => {
      phoneOf(user).inSession = true;
    },
    leave: (user) => {
      phoneOf(user).inSession = false;
    },
    reset() {
      phones.clear();
      heardOrders.clear();
    },
  };
}
