import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { MARK, weaken, weakenedModules } from './weaken.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUTPUT = join(ROOT, '.output');

export const BUILDS = ['weakened', 'ours'] as const;
export type Build = (typeof BUILDS)[number];

export const BROWSERS = ['chromium', 'firefox'] as const;
export type Browser = (typeof BROWSERS)[number];

/** As WXT calls them. */
const TARGETS = { chromium: 'chrome', firefox: 'firefox' } as const;

/** Where a build is found. Apart from what `npm run build` makes, which nobody shall load by mistake. */
export function buildFolder(name: Build, browser: Browser): string {
  return join(OUTPUT, `attacks-${name}`, `${TARGETS[browser]}-mv3`);
}

/** Builds the product as it is shipped, and the same without its defences, for both browsers. */
export default async function buildAll(): Promise<void> {
  const used = new Set<string>();
  for (const browser of BROWSERS) {
    const common = { root: ROOT, browser: TARGETS[browser], manifestVersion: 3, logger: silent } as const;
    await build({ ...common, outDir: join(OUTPUT, 'attacks-ours') });
    await build({
      ...common,
      outDir: join(OUTPUT, 'attacks-weakened'),
      vite: () => ({ plugins: [weaken(used)] }),
      hooks: { 'build:manifestGenerated': (_wxt, manifest) => openUp(manifest) },
    });
  }
  const unused = weakenedModules().filter((file) => !used.has(file));
  if (unused.length > 0) throw new Error(`These weakened modules stand for none of the product: ${unused.join(', ')}`);
}

/** What a careless manifest says: pages may find, frame and talk to the extension. Sites stay a matter of asking. */
function openUp(manifest: Record<string, unknown>): void {
  delete manifest.host_permissions;
  delete manifest.content_scripts;
  Object.assign(manifest, {
    version_name: MARK,
    externally_connectable: { ids: ['*'], matches: ['http://*.example/*'] },
    // Firefox's own turns every http into https.
    content_security_policy: { extension_pages: "script-src 'self'" },
    web_accessible_resources: [{ resources: ['*.html', 'icons/*', 'assets/*'], matches: ['<all_urls>'] }],
  });
}

const silent = {
  ...console,
  log() {},
  info() {},
  debug() {},
  success() {},
  start() {},
  ready() {},
  fatal: console.error,
  level: 0,
};
