/**
 * Where the local proxy may send a request. Without this list, any page that finds a way to it could
 * read every server that this machine can reach.
 */
import { CLOUD_API_HOSTS } from './cloud-api-hosts.ts';

/** Host names, each with a port unless it is the usual one of http and https. */
export type AllowedHosts = 'any' | readonly string[];

/** `RUNLENS_PROXY_HOSTS`: hosts to allow beside LangSmith Cloud, separated by commas; or the word `any`. */
export function readAllowedHosts(setting: string | undefined): AllowedHosts {
  const entries = (setting ?? '')
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
  return entries.includes('any') ? 'any' : [...new Set([...CLOUD_API_HOSTS, ...entries])];
}

/** Cloud is only reached with TLS: a key sent there in the clear would be readable on the way. */
export function isAllowedTarget(url: URL, allowed: AllowedHosts): boolean {
  if (CLOUD_API_HOSTS.includes(url.hostname)) return url.protocol === 'https:' && url.port === '';
  return allowed === 'any' || allowed.includes(url.host);
}
