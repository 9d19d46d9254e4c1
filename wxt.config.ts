import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { asciiOutput } from './scripts/ascii-output.ts';
import { firefoxIdentity } from './scripts/release/firefox-identity.ts';

/**
 * Nothing of the web is granted at install: sites and the dialer's origin are optional host permissions, asked for with
 * a user gesture. WXT would add the matches of runtime-registered content scripts to host_permissions, hence the hook.
 */
export default defineConfig({
  modules: ['@wxt-dev/auto-icons'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact(), asciiOutput()] }),
  autoIcons: { baseIconPath: 'public/icon.svg' },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'contextMenus',
      'activeTab',
      'scripting',
      'alarms',
      'idle',
      'notifications',
      'declarativeNetRequestWithHostAccess',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // Chromium keeps for itself, without a word, Alt+Shift with A, B, C, N, P, R, T, W, X and Z (156). Firefox opens its menus by
    // Alt+Shift, too: in English by B, E, F, H, S, T and V (ESR 153, Linux), and no command hears of it.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
      'next-number': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandNextNumber__' },
      'previous-number': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandPreviousNumber__' },
      'hang-up': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_commandHangUp__' },
      // Chrome takes four suggestions; these get their keys from the agent.
      'dial-selection': { description: '__MSG_commandDialSelection__' },
      'pause-or-resume': { description: '__MSG_commandPauseOrResume__' },
      // Firefox opens its sidebar by a command of its own alone.
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: { description: '__MSG_commandOpenPanel__' } }
        : { 'open-panel': { description: '__MSG_commandOpenPanel__' } }),
    },
    // Firefox takes what policies.json says without a schema, and refuses the key.
    ...(browser === 'chrome' && { storage: { managed_schema: 'managed-schema.json' } }),
    ...(browser === 'firefox' && {
      // Firefox puts new buttons behind its puzzle piece, where nobody sees the agent's state on them.
      action: { default_area: 'navbar' },
      // Chrome's own. Firefox's turns every http into https, and no dialer of a private network that speaks http alone would answer.
      content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
      browser_specific_settings: {
        gecko: {
          ...firefoxIdentity(process.env),
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  zip: {
    // The archive of sources is the repository, with its tests and whatever else WXT would leave out; never a key or a package.
    includeSources: ['**/*.{test,spec}.{ts,tsx}', '.npmrc', '.gitignore', '.ci/**', '.github/**'],
    excludeSources: ['**/*.{pem,crx,xpi,zip,log}', 'coverage/**', 'test-results/**', 'playwright-report/**'],
  },
  hooks: {
    'build:publicAssets': (wxt, files) => {
      // Firefox asks for Filipino under the older name of the language.
      if (wxt.config.browser !== 'firefox') return;
      const absoluteSrc = fileURLToPath(new URL('public/_locales/fil/messages.json', import.meta.url));
      files.push({ absoluteSrc, relativeDest: '_locales/tl/messages.json' });
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      delete manifest.host_permissions;
      // What WXT leaves of scripts that are registered at run time.
      if (manifest.content_scripts?.length === 0) delete manifest.content_scripts;
    },
  },
});
