import '../../../components/theme.css';
import '../../../components/ask-first.css';
import '../../../components/panel/panel.css';
import '../../../components/keyboard/keyboard.css';
import '../../../components/list/list.css';
import '../../../components/number/number.css';
import '../../../components/call/call.css';
import '../../../components/confirm/confirm.css';
import '../../../components/first-run/first-run.css';
import '../../../components/options/options.css';
import '../../../components/set-up/set-up.css';
import '../../../components/sign-in/login-form.css';
import '../../../components/supervisor/supervisor.css';
import '../../../components/webphone/webphone.css';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';
import { TextProvider, type TextTools } from '../../../components/text.tsx';
import { ENGLISH } from './words.ts';

/** Shows a view as a page of the extension would. Showing another one replaces it and keeps the state of what is equal. */
export function show(view: ComponentChild, tools: TextTools = ENGLISH): void {
  document.documentElement.lang = tools.t('textLanguage');
  document.documentElement.dir = tools.t('textDirection');
  document.title = 'Dialside';
  render(<TextProvider tools={tools}>{view}</TextProvider>, document.body);
}

export function hide(): void {
  render(null, document.body);
}

/** Every rule of axe, in the colours of both schemes. */
export async function expectAccessible(): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    const { violations } = await axe.run(document, { rules: { region: { enabled: true } } });
    expect(violations.map(describeViolation), scheme).toEqual([]);
  }
}

function describeViolation({ id, nodes }: axe.Result): string {
  return `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`;
}

/** The element of that role and name, as a screen reader finds it. */
export function control(selector: string, name: string | RegExp): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => {
    const own = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return typeof name === 'string' ? own.trim() === name : name.test(own);
  });
  if (!found) throw new Error(`No ${selector} named ${name} in ${document.body.textContent}`);
  return found;
}

/** Once everything that was answered by now is drawn. */
export async function drawn(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** An answer that comes when the test says so. */
export function later<T>() {
  let come = (_: T) => {};
  let fail = (_: Error) => {};
  const answer = new Promise<T>((...settle) => {
    [come, fail] = settle;
  });
  return { answer, come, fail };
}
