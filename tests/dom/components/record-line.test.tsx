import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from './mount.tsx';
import { button, commands, showPhase, words } from './panel-stage.tsx';

describe('the record of the call', () => {
  it('that is offered is opened by its button, also by the keyboard', async () => {
    showPhase('talking', { record: { step: 'offered' } });
    button('Open the record of this call').focus();
    await userEvent.keyboard('{Enter}');
    expect(commands.openRecord).toHaveBeenCalledOnce();
    await expectAccessible();
  });

  it('that was opened can be shown again', async () => {
    showPhase('talking', { record: { step: 'opened' } });
    await userEvent.click(button('Show its record again'));
    expect(commands.openRecord).toHaveBeenCalledOnce();
  });

  it('that cannot be opened says what is not known', async () => {
    showPhase('talking', { record: { step: 'missing', field: 'vendor_lead_code' } });
    expect(words()).toContain('its vendor_lead_code is not known');
    expect(document.querySelector('[role=status]')).not.toBeNull();
    await expectAccessible();
  });

  it('is not spoken of where there is none', () => {
    showPhase('talking');
    expect(words()).not.toContain('record of this call');
  });
});
