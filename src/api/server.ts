/** A server as the request files see it: addresses, one way to ask, and what it was found not to know. */
import { appUrlOf, v1Base, v2Base, type V2Prefix } from '../contract/paths.ts';
import type { JsonObject } from '../contract/run.ts';
import type { Caller } from './caller.ts';

export type Params = readonly (readonly [name: string, value: string | number | boolean | undefined])[];

export interface Server {
  readonly baseUrl: string;
  readonly appUrl: string;
  readonly now: () => number;
  getV1(path: string, params: Params, signal?: AbortSignal): Promise<unknown>;
  postV1(path: string, body: JsonObject, signal?: AbortSignal): Promise<unknown>;
  /** Changes something; see caller.ts for what that means. Undefined for an empty answer. */
  writeV1(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: JsonObject,
    signal?: AbortSignal,
  ): Promise<unknown>;
  getV2(path: string, params: Params, signal?: AbortSignal): Promise<unknown>;
  postV2(path: string, body: JsonObject, signal?: AbortSignal): Promise<unknown>;
  /** What this server refused once and is not asked again. Lives as long as the connection is open. */
  readonly learned: Learned;
}

interface Learned {
  readonly refusedSelects: Set<string>;
  /** POST /v2/traces/query answered that it does not exist. */
  lacksTracesQuery: boolean;
  lacksThreadsQuery: boolean;
  /** Refused a filter about `thread_id`, and took one about the metadata behind it. */
  lacksThreadField: boolean;
  /** v2 refused `sort_order`. */
  lacksSortOrder: boolean;
  /** Earliest start the server accepts, once it refused an open window; epoch milliseconds. */
  earliest: number | undefined;
}

function withParams(url: string, params: Params): string {
  const query = params
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  return query ? `${url}?${query}` : url;
}

export function createServer(
  baseUrl: string,
  call: Caller,
  now: () => number,
  v2Prefix: () => V2Prefix,
): Server {
  const v1 = (path: string) => `${v1Base(baseUrl)}${path}`;
  const v2 = (path: string) => `${v2Base(baseUrl, v2Prefix())}${path}`;
  return {
    baseUrl,
    appUrl: appUrlOf(baseUrl),
    now,
    getV1: (path, params, signal) => call({ method: 'GET', url: withParams(v1(path), params) }, signal),
    postV1: (path, body, signal) => call({ method: 'POST', url: v1(path), body }, signal),
    writeV1: (method, path, body, signal) =>
      call({ method, url: v1(path), isWrite: true, ...(body ? { body } : {}) }, signal),
    getV2: (path, params, signal) => call({ method: 'GET', url: withParams(v2(path), params) }, signal),
    postV2: (path, body, signal) => call({ method: 'POST', url: v2(path), body }, signal),
    learned: {
      refusedSelects: new Set(),
      lacksTracesQuery: false,
      lacksThreadsQuery: false,
      lacksThreadField: false,
      lacksSortOrder: false,
      earliest: undefined,
    },
  };
}
