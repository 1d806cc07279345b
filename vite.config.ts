import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { caseTitles } from './scripts/case-titles.mjs';

/** What the first load needs and chunks that come later share with it. */
const isCore = new RegExp(
  [
    'node_modules/(react|react-dom|scheduler|valibot|zustand|@xyflow|d3-\\w+)/',
    'lucide-react/dist/esm/(createLucideIcon|shared/)',
    'src/base/',
    'src/engine/(?!rules/explain)',
    'src/scenario/(edits|schema|client-|node-key|binding-key|predeclared|complete|write|without)',
    'src/sim/(clients/|agenda|busyness|checkpoints|flight|follow|history|hop|journal\\.|load-|marks)',
    'src/sim/(message-colour|metrics|moment|operator|perform|random|reconcile|run\\.|same|script\\.)',
    'src/sim/(simulation|travel)',
    'src/app/(actions/add-thing|document-store|playback-store|undo-store|view-store|run-of|swap-run|words/)',
    'src/ui/app-context',
    'src/ui/canvas/(Can|canvas-|flow-|edges/|flights/|graph/|keys/|live/|nodes/(?!Channel))',
    'src/ui/canvas/gestures/(ConnectionLine|Wire|create|use-|wiring)',
  ]
    .join('|')
    .replaceAll('/', '[\\\\/]'),
);

// Everything is addressed relative to the page, so that it can be hosted in any folder.
export default defineConfig({
  base: './',
  plugins: [react(), caseTitles()],
  worker: { format: 'es' },
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
            // What every visit needs packs better as one piece than as a dozen crumbs.
            { name: 'core', test: isCore, priority: 1 },
            { name: 'layout', test: /[\\/]node_modules[\\/]@dagrejs[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
  test: {
    // Laws are tried on many runs; a busy machine takes its time over them.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['src/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'dom', environment: 'happy-dom', include: ['src/**/*.test.tsx'] },
      },
    ],
  },
});
