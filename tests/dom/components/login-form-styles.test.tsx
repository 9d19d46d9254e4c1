// Only what the pages of the set-up check and of the supervisor load: not the panel's styles.
import '../../../components/theme.css';
import '../../../components/sign-in/login-form.css';
import { render } from 'preact';
import { expect, it } from 'vitest';
import { LoginForm } from '../../../components/sign-in/login-form.tsx';
import { emptyDraft } from '../../../components/sign-in/sign-in-draft.ts';
import { TextProvider } from '../../../components/text.tsx';
import { ENGLISH } from './words.ts';

it('has the button that shows a password inside its field', () => {
  render(
    <TextProvider tools={ENGLISH}>
      <LoginForm
        {...{ lead: '', submit: 'Check', hasSecondLogin: true, isServerLocked: false, isRunning: false }}
        initial={emptyDraft('US')}
        checkServer={() => null}
        passwordWarning={() => null}
        onSubmit={() => undefined}
      />
    </TextProvider>,
    document.body,
  );
  const fields = [...document.querySelectorAll('.password')];
  expect(fields).toHaveLength(2);
  for (const field of fields) {
    const input = field.querySelector('input')!.getBoundingClientRect();
    const eye = field.querySelector('button')!.getBoundingClientRect();
    expect(eye.top).toBeGreaterThanOrEqual(input.top);
    expect(eye.bottom).toBeLessThanOrEqual(input.bottom);
    expect(eye.right).toBeLessThanOrEqual(input.right);
  }
  render(null, document.body);
});
