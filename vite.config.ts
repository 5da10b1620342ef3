import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { recordSources } from './src/tools/build/source-record.ts';
import { contentSecurityPolicy } from './src/tools/content-security-policy.ts';
import { localProxy } from './src/tools/local-proxy.ts';

/**
 * What the first page shares with others. By itself it would be thirty files of a few hundred bytes, which
 * compress badly and cost a request each: in one file the first screen is 10 kB smaller, gzipped.
 */
const SHARED = [
  'lib/(format-(time|cost|duration|count)|display-zone)',
  'url/(defaults|window)',
  'contract/(timestamp|unsupported-error)',
  'parts/(error-advice|pick/(project-row|use-projects|use-settled|window-choices))',
  'ui/(class-names|icon|spinner|button|select|checkbox|segmented-control|split-pane|use-loaded|time-text|now|toast-queue)',
];

export default defineConfig({
  // Relative addresses: the built site works from any sub-path of any static host.
  base: './',
  // The app speaks English: the widgets' words in 30 other languages would be a fifth of the first load.
  plugins: [
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    react(),
    contentSecurityPolicy(),
    localProxy(),
    recordSources(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    manifest: true,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'shared', test: new RegExp(`/src/(${SHARED.join('|')})[.]tsx?$`) }],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
});
