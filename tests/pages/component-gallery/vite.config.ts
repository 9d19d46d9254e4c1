import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** `npx vite tests/pages/component-gallery` */
export default defineConfig({
  plugins: [preact()],
  publicDir: '../../../public',
  cacheDir: '../../../node_modules/.vite-gallery',
});
