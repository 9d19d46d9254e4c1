import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../lib/result.ts';
import { expectAccessible } from './mount.tsx';
import { button, commands, isDisabled, showPhase, words } from './panel-stage.tsx';
import { agentIn } from './panel-states.ts';

const ADA = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
const pageFields = { dialId: 'dial-7', person: ADA, unfit: [] };
const line = () => document.querySelector('.page-fields')?.textContent ?? null;

describe('what the page says of who is on the line', () => {
  it('is one line, and written to the lead by one press, for the call that is shown', async () => {
    const agent = agentIn('talking', { leadId: '2002', phoneNumber: '4155550132' });
    showPhase('talking', { agent, pageFields });
    expect(line()).toContain('From the page Ada Lovelace · ada@example.com');
    expect(commands.control).not.toHaveBeenCalled();
    await expectAccessible();
    const write = button('Write to the lead');
    write.click();
    write.click();
    await expect.poll(line).toContain('Written to the lead on the agent screen.');
    const meant = { inWrapUp: false, phoneNumber: '4155550132', leadId: '2002' };
    expect(commands.control.mock.calls).toEqual([[{ action: 'pushFields', dialId: 'dial-7', meant }]]);
    // The agent screen has not taken it yet: the next command would overwrite it.
    expect(isDisabled('Write to the lead')).toBe(true);
  });

  it('that is refused says why, and nothing was written', async () => {
    const failure = { code: 'noLeadOnScreen' } as const;
    commands.control.mockResolvedValue(fail({ code: 'vicidial', command: 'pushFields', failure }) as never);
    showPhase('talking', { pageFields });
    button('Write to the lead').click();
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('lead');
    expect(words()).not.toContain('Written to the lead');
    expect(isDisabled('Write to the lead')).toBe(false);
  });

  it('is named where VICIdial would misread it, and offers nothing where that is all', () => {
    showPhase('talking', { pageFields: { ...pageFields, person: { lastName: 'Miller' }, unfit: ['Frank'] } });
    expect(line()).toContain('Miller');
    expect(line()).toContain('Not written, because VICIdial would misread it: Frank.');
    showPhase('talking', { pageFields: { ...pageFields, person: {}, unfit: ['Frank'] } });
    expect(() => button('Write to the lead')).toThrow();
  });

  it('of the call before says nothing of the next one', async () => {
    commands.control.mockResolvedValue(ok(null));
    showPhase('talking', { pageFields });
    button('Write to the lead').click();
    await expect.poll(line).toContain('Written to the lead');
    showPhase('talking', { pageFields: { ...pageFields, dialId: 'dial-8' } });
    expect(line()).not.toContain('Written to the lead');
  });

  it('is absent where there is nothing to write', () => {
    showPhase('talking');
    expect(line()).toBeNull();
  });
});
