/**
 * Base-path rules (CONTRACT §1.2). People paste the API address in several spellings, or the address of
 * the web app; all lead to one root, under which v1 lives at `/api/v1` and v2 at `/api/v2` or `/v2`.
 * (Cloud hosts also answer v1 without a prefix; behind the nginx of self-hosted only `/api/v1` works.)
 */
import { regionOf, regionOfHost } from './regions.ts';

export type BaseUrl =
  | { readonly kind: 'ok'; readonly url: string; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

export type V2Prefix = '/api/v2' | '/v2';

const refused = (reason: string): BaseUrl => ({ kind: 'refused', reason });

const isLocalHost = (hostname: string) => /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);

const API_SUFFIX = /\/(?:api\/v[12]|api|v2)$/;
/** Pages of the web app: `/o/<tenant>/…`, `/public/…`, `/settings`. */
const APP_PAGE = /\/(?:o\/[^/]+|public|settings|login)(?:\/.*)?$/;

function withScheme(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  const host = text.split(/[/?#]/)[0]!.replace(/:\d+$/, '');
  return `${isLocalHost(host) ? 'http' : 'https'}://${text}`;
}

/** API keys are `lsv2_…` (CONTRACT §1.3); older ones begin with `ls__`. */
export const looksLikeKey = (text: string): boolean => /\b(?:lsv2_(?:pt|sk)_|ls__)[\w-]{8,}/.test(text);

/** What a person typed or pasted, as the root address of a deployment; notes say what was changed. */
export function readBaseUrl(input: string): BaseUrl {
  const text = input.trim();
  if (text === '') return refused('Enter the address of the server.');
  if (looksLikeKey(text))
    return refused('That contains an API key. The key belongs into its own field; here goes the address.');
  if (!URL.canParse(withScheme(text))) return refused('That is not an address. Try https://your-host.');
  const url = new URL(withScheme(text));
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refused('Only http:// and https:// addresses can be used.');
  if (url.username || url.password)
    return refused('Remove the user name and password from the address; LangSmith takes an API key instead.');
  return cleanBase(url);
}

function cleanBase(url: URL): BaseUrl {
  const notes: string[] = [];
  const region = regionOfHost(url.host);
  if (region && url.host === region.appHost) {
    url.host = region.apiHost;
    url.pathname = '/';
    notes.push(`${region.appHost} is the web app; its API is at ${region.apiHost}.`);
  }
  if (url.search || url.hash) notes.push('What stood after ? or # in the address was left out.');
  const path = url.pathname.replace(/\/+$/, '');
  const app = path.replace(APP_PAGE, '');
  if (app !== path) notes.push('The address of a page was shortened to that of the server.');
  return { kind: 'ok', url: `${url.origin}${rootPath(app)}`, notes };
}

const rootPath = (path: string) => path.replace(/\/+$/, '').replace(API_SUFFIX, '').replace(/\/+$/, '');

/** The root of a base address that is already known to be good; sub-path prefixes stay. */
export function rootOf(baseUrl: string): string {
  const url = new URL(baseUrl);
  return `${url.origin}${rootPath(url.pathname)}`;
}

export const v1Base = (baseUrl: string): string => `${rootOf(baseUrl)}/api/v1`;
export const v2Base = (baseUrl: string, prefix: V2Prefix): string => `${rootOf(baseUrl)}${prefix}`;

export const isCloud = (baseUrl: string): boolean => regionOf(baseUrl) !== undefined;

/** Where the web app of this API lives; localhost as the SDK guesses it (CONTRACT §1.1). */
export function appUrlOf(baseUrl: string): string {
  const region = regionOf(baseUrl);
  if (region) return `https://${region.appHost}`;
  return isLocalHost(new URL(baseUrl).hostname) ? 'http://localhost:3000' : rootOf(baseUrl);
}

/**
 * A presigned address may be relative to the API base (CONTRACT §5). One that already begins with /api is
 * relative to the root.
 */
export function resolveAgainst(baseUrl: string, address: string): URL {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//'))
    return new URL(address, rootOf(baseUrl));
  const path = address.startsWith('/') ? address : `/${address}`;
  return new URL((/^\/(api|v2)\//.test(path) ? rootOf(baseUrl) : v1Base(baseUrl)) + path);
}
