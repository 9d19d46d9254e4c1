import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { transferNumberOf } from '../../../components/call/transfer-form.tsx';
import { control, expectAccessible } from './mount.tsx';
import { button, commands, field, reasonOf, showPhase, words } from './panel-stage.tsx';

describe('transferring', () => {
  it('brings a third person in, by keys alone', async () => {
    showPhase('talking');
    button('Transfer').focus();
    await userEvent.keyboard('{Enter}+1 (415) 555-2671{Tab}{Enter}');
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'threeWay', number: '+14155552671' });
  });

  it('hands the customer over and leaves', async () => {
    showPhase('talking');
    await userEvent.click(button('Transfer'));
    await userEvent.keyboard('8001');
    await userEvent.click(button('Transfer and leave'));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'blindTransfer', number: '8001' });
  });

  it.each([
    ['7275551313', 'Transferred to 7275551313. Choose a disposition.'],
    ['SALESLINE', 'Transferred to SALESLINE. Choose a disposition.'],
    [null, 'The third person has the call now. Choose a disposition.'],
  ])('to %j is told in the wrap-up, in a region that was there before, and not sooner', (handedOverTo, told) => {
    showPhase('talking', { handedOverTo });
    const region = [...document.querySelectorAll('.call-controls [role=status]')].at(-1);
    expect(words()).not.toContain(told);
    showPhase('wrapUp', { handedOverTo });
    expect(words()).toContain(told);
    expect(region?.textContent).toContain('Choose a disposition.');
    showPhase('wrapUp');
    expect(words()).not.toContain(told);
  });

  it('to no number sends nothing, on Enter neither', async () => {
    showPhase('talking');
    await userEvent.click(button('Transfer'));
    await userEvent.keyboard('555{Enter}');
    expect(commands.control).not.toHaveBeenCalled();
    await userEvent.fill(field('Number to bring in or transfer to'), 'SALES');
    await userEvent.click(button('Three-way call'));
    expect(words()).toContain('Enter 2 to 16 digits.');
    expect(commands.control).not.toHaveBeenCalled();
  });

  it('goes to an in-group of the options', async () => {
    showPhase('talking', { transferIngroups: ['SALESLINE', 'SUPPORT'] });
    await userEvent.click(button('Transfer'));
    await userEvent.selectOptions(field('In-group'), 'SUPPORT');
    await userEvent.click(control('.call-tool button', 'Transfer'));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action: 'ingroupTransfer', ingroup: 'SUPPORT' });
    await expectAccessible();
  });

  it('says where in-groups are added', async () => {
    showPhase('talking');
    await userEvent.click(button('Transfer'));
    await userEvent.click(control('.call-tool button', 'Open options'));
    expect(commands.openOptions).toHaveBeenCalledExactlyOnceWith('transfers');
  });

  it.each([
    ['8001', '8001'],
    ['+49 30 / 123-45', '+493012345'],
    ['++4930', null],
    ['1', null],
    ['', null],
    ['12345678901234567', null],
    ['8001,2', null],
    ['8001x', null],
    ['1+2', null],
  ])('reads %j as %j', (text, number) => {
    expect(transferNumberOf(text)).toBe(number);
  });
});

describe('a three-way call', () => {
  it.each([
    ['Leave the call', 'leaveThreeWay'],
    ['Hang up third person', 'hangUpThird'],
  ])('is ended by %s', async (name, action) => {
    showPhase('threeWay');
    await userEvent.click(button(name));
    expect(commands.control).toHaveBeenCalledExactlyOnceWith({ action });
  });

  it('says that a line which still rings is not hung up', () => {
    showPhase('threeWay');
    expect(reasonOf('Hang up third person')).toBe('Has no effect while that line still rings.');
  });

  it('has no buttons in a call of two', () => {
    showPhase('talking');
    expect(() => button('Leave the call')).toThrow();
  });
});
