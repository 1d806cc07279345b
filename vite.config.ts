import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { caseTitles } from './scripts/case-titles.mjs';
import { sandboxTexts } from './scripts/sandbox-texts.mjs';
import { workedOut } from './scripts/worked-out.mjs';

/** Tests with clients of others, over TCP and in processes of their own, and with hostile programs. */
const withOthers = ['src/node/broker/**/*.test.ts', 'src/sandbox/attacks.test.ts'];

// Everything is addressed relative to the page, so that it can be hosted in any folder.
export default defineConfig({
  base: './',
  plugins: [react(), caseTitles(), workedOut(), sandboxTexts()],
  resolve: {
    alias: {
      'd3-color': fileURLToPath(new URL('src/ui/canvas/no-colours.ts', import.meta.url)),
      'd3-transition': fileURLToPath(new URL('src/ui/canvas/view-transition.ts', import.meta.url)),
    },
  },
  worker: { format: 'es', plugins: () => [sandboxTexts()] },
  server: { port: 5173, strictPort: false },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'es2023',
    manifest: true,
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      output: {
        // scripts/budget.mjs asks for these by name. What loads chunks stands apart: beside Monaco it
        // would pull Monaco into the first load.
        codeSplitting: {
          groups: [
            {
              name: 'loading',
              test: /vite[\\/](preload-helper|modulepreload-polyfill)/,
              priority: 3,
            },
            { name: 'editor', test: /[\\/]node_modules[\\/]monaco-editor[\\/]/, priority: 2 },
            // What every visit needs packs better as one piece than as a dozen crumbs: all that the
            // entry imports, on whatever way, and nothing that is imported on demand only.
            { name: 'core', tags: ['$initial'], priority: 1 },
            { name: 'layout', test: /[\\/]node_modules[\\/]@dagrejs[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
  test: {
    // Laws are tried on many runs; a busy machine takes its time over them.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          exclude: withOthers,
        },
      },
      {
        extends: true,
        test: { name: 'dom', environment: 'happy-dom', include: ['src/**/*.test.tsx'] },
      },
      {
        extends: true,
        test: { name: 'clients', environment: 'node', include: withOthers },
      },
    ],
  },
});
