import type { Plugin } from 'vite';
import { readAllowedHosts } from './proxy/allowed-hosts.ts';
import { proxyHandler } from './proxy/proxy-handler.ts';

/** The local proxy in Vite's two servers. It is no part of what is built. */
export function localProxy(setting = process.env['RUNLENS_PROXY_HOSTS']): Plugin {
  const handler = proxyHandler({ allowed: readAllowedHosts(setting) });
  return {
    name: 'runlens:local-proxy',
    configureServer: (server) => {
      server.middlewares.use(handler);
    },
    configurePreviewServer: (server) => {
      server.middlewares.use(handler);
    },
  };
}
