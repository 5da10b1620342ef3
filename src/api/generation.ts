/**
 * Which generation of the API to speak (CONTRACT §15.2, UNKNOWNS U31, U32): decided once per connection,
 * at run time. Candidates for v2 are Cloud and servers from 0.16 on; whether v2 is really there is asked,
 * because self-hosted has it only with SmithDB switched on.
 */
import type { Generation, ServerInfo } from '../contract/api.ts';
import { isHttpError } from '../contract/http-error.ts';
import { isCloud, v1Base, v2Base, type V2Prefix } from '../contract/paths.ts';
import { checkBody } from '../contract/schema.ts';
import { infoBody, isAtLeast } from '../contract/server.ts';
import type { Caller } from './caller.ts';

export interface Decision {
  readonly info: ServerInfo;
  readonly v2Prefix: V2Prefix;
}

const PREFIXES: readonly V2Prefix[] = ['/api/v2', '/v2'];

/** Old servers have no /info; that alone makes nothing unusable. */
async function readVersion(call: Caller, baseUrl: string, signal?: AbortSignal): Promise<string | undefined> {
  try {
    const body = await call({ method: 'GET', url: `${v1Base(baseUrl)}/info` }, signal);
    return checkBody(infoBody, body, '/api/v1/info').version ?? undefined;
  } catch (error) {
    if (isHttpError(error) && error.status === 404 && !error.problem.isHtml) return undefined;
    throw error;
  }
}

type Probe =
  | { readonly kind: 'there' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'trouble'; readonly what: string };

/**
 * Asks v2 for runs of no project: where it exists, it refuses that by 400 or 422; where not, by 404, 405
 * or 501. A missing route of another origin often comes without CORS headers, which looks like no answer.
 */
async function probe(call: Caller, baseUrl: string, prefix: V2Prefix, signal?: AbortSignal): Promise<Probe> {
  const url = `${v2Base(baseUrl, prefix)}/runs/query`;
  try {
    await call({ method: 'POST', url, body: { page_size: 1, selects: ['ID'] } }, signal);
    return { kind: 'there' };
  } catch (error) {
    signal?.throwIfAborted();
    if (!isHttpError(error) || error.problem.isHtml || [404, 405, 501].includes(error.status))
      return { kind: 'missing' };
    return error.status >= 500
      ? { kind: 'trouble', what: `v2 answered with status ${error.status}` }
      : { kind: 'there' };
  }
}

async function findV2(
  call: Caller,
  baseUrl: string,
  signal?: AbortSignal,
): Promise<{ prefix?: V2Prefix; trouble?: string }> {
  let trouble: string | undefined;
  for (const prefix of PREFIXES) {
    const answer = await probe(call, baseUrl, prefix, signal);
    if (answer.kind === 'there') return { prefix };
    if (answer.kind === 'trouble') trouble ??= answer.what;
  }
  return { trouble };
}

function decision(
  version: string | undefined,
  generation: Generation,
  generationReason: string,
  v2Prefix: V2Prefix = '/api/v2',
): Decision {
  return { info: { version, generation, generationReason }, v2Prefix };
}

export async function decideGeneration(
  call: Caller,
  baseUrl: string,
  forced: Generation | undefined,
  signal?: AbortSignal,
): Promise<Decision> {
  const version = await readVersion(call, baseUrl, signal);
  if (forced === 'v1') return decision(version, 'v1', 'This connection is set to v1.');
  const named = version === undefined ? 'The server names no version' : `Version ${version}`;
  const isCandidate = forced === 'v2' || isCloud(baseUrl) || isAtLeast(version, 0, 16);
  if (!isCandidate) return decision(version, 'v1', `${named}; v2 begins with 0.16.`);
  const { prefix, trouble } = await findV2(call, baseUrl, signal);
  if (forced === 'v2') return decision(version, 'v2', 'This connection is set to v2.', prefix);
  if (prefix) return decision(version, 'v2', `${named}, and ${prefix} answers.`, prefix);
  if (trouble) return decision(version, 'v1', `${named}, but ${trouble}.`);
  return decision(version, 'v1', `${named}, but it has no v2 routes (self-hosted needs SmithDB for them).`);
}
