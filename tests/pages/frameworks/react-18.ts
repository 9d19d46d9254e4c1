import reactUrl from '../../../node_modules/react-18/umd/react.production.min.js?url';
import reactDomUrl from '../../../node_modules/react-dom-18/umd/react-dom.production.min.js?url';
import { type ReactBindings, reactFramework } from './react.ts';

/** What the scripts of React 18 leave in the global scope. */
type UmdGlobals = {
  readonly React: Pick<ReactBindings, 'createElement'>;
  readonly ReactDOM: Pick<ReactBindings, 'createPortal' | 'createRoot' | 'flushSync'>;
};

async function loadScript(url: string): Promise<void> {
  const script = document.createElement('script');
  script.src = url;
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
  });
  document.head.append(script);
  await loaded;
  script.remove();
}

// As script tags: a bundle of it would find React 19, which lies where packages are looked for.
await loadScript(reactUrl);
await loadScript(reactDomUrl);
const { React, ReactDOM } = globalThis as unknown as UmdGlobals;

export const react18 = reactFramework('React 18', {
  createElement: React.createElement,
  createPortal: ReactDOM.createPortal,
  flushSync: ReactDOM.flushSync,
  createRoot: ReactDOM.createRoot,
});
