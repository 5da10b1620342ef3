import type { Plugin } from 'vite';

export function localProxy(): Plugin {
  return { name: 'runlens:local-proxy' };
}
