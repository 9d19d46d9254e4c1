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
import { render } from 'preact';
import { TextProvider } from '../../../components/text.tsx';
import { wordsIn } from '../../dom/components/words.ts';
import { VIEWS } from './views.tsx';

/** Every view in a state of its own, by `?view=`, in the language of `&lang=`; without it a list of them. */
const asked = new URLSearchParams(location.search);
const name = asked.get('view');
const tools = await wordsIn(asked.get('lang') ?? 'en');
document.documentElement.lang = tools.t('textLanguage');
document.documentElement.dir = tools.t('textDirection');
const view = name === null ? null : VIEWS[name];

render(
  <TextProvider tools={tools}>
    {view?.() ?? (
      <ul>
        {Object.keys(VIEWS).map((key) => (
          <li key={key}>
            <a href={`?view=${key}`}>{key}</a>
          </li>
        ))}
      </ul>
    )}
  </TextProvider>,
  document.body,
);
