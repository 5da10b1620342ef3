/** curl commands of either generation of the API; keys are gone before this reads them. */
import { shown } from './argument-notes.ts';
import { deploymentAt } from './deployment-hints.ts';
import type { Reading, RunsPatch } from './patch.ts';
import { readBody } from './read-body.ts';
import { shellWords } from './shell-words.ts';

interface Request {
  url?: string;
  readonly bodies: string[];
  readonly headers: string[];
  readonly notes: string[];
  isGet: boolean;
}

const DATA = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--json',
  '--data-urlencode',
]);
const WITH_VALUE = new Set([
  '-X',
  '--request',
  '-o',
  '--output',
  '-u',
  '--user',
  '-A',
  '--user-agent',
  '-m',
  '--max-time',
  '--connect-timeout',
  '--retry',
  '-b',
  '--cookie',
  '-e',
  '--referer',
  '--cacert',
  '-w',
  '--write-out',
  '-x',
  '--proxy',
]);

export function recogniseCurl(text: string, now: number): Reading | undefined {
  const start = /(?:^|\n)\s*(?:[$%>#]\s*)?curl(?:\.exe)?\s/.exec(text);
  if (!start) return undefined;
  const { words, hasMore } = shellWords(text.slice(start.index).replace(/^\s*(?:[$%>#]\s*)?/, ''));
  const request = readRequest(words.slice(1));
  if (hasMore) request.notes.push('What follows the command is left out.');
  if (!request.url) return undefined;
  return readingOf({ ...request, url: request.url }, now);
}

function readRequest(words: readonly string[]): Request {
  const request: Request = { bodies: [], headers: [], notes: [], isGet: false };
  for (let at = 0; at < words.length; at++) {
    const [flag, inline] = splitFlag(words[at]!);
    const value = () => inline ?? words[(at += 1)] ?? '';
    if (DATA.has(flag)) takeBody(request, value());
    else if (flag === '-H' || flag === '--header') request.headers.push(value());
    else if (flag === '--url') request.url = value();
    else if (flag === '-G' || flag === '--get') request.isGet = true;
    else if (WITH_VALUE.has(flag)) value();
    else if (!flag.startsWith('-')) request.url ??= flag;
  }
  return request;
}

/** `--name=value`, `-XPOST`, `-H'…'`. */
function splitFlag(word: string): readonly [string, string | undefined] {
  const long = /^(--[\w-]+)=([\s\S]*)$/.exec(word);
  if (long) return [long[1]!, long[2]];
  const short = /^(-[XHdoum])([\s\S]+)$/.exec(word);
  return short && !word.startsWith('--') ? [short[1]!, short[2]] : [word, undefined];
}

function takeBody(request: Request, body: string): void {
  if (body.startsWith('@'))
    request.notes.push(`The body is in ${shown(body.slice(1))}, which is not part of the text.`);
  else request.bodies.push(body);
}

function readingOf(
  { url, bodies, headers, notes, isGet }: Request & { url: string },
  now: number,
): Reading | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const path = (address?.pathname ?? url).replace(/\/+$/, '');
  const workspaceId = headers
    .map((header) => /^x-tenant-id\s*:\s*([0-9a-f-]{36})$/i.exec(header.trim())?.[1])
    .find(Boolean);
  const base =
    address &&
    path.replace(
      /\/(?:api\/v1|api\/v2|v2|api)?\/?(?:runs|traces|threads|public|sessions|bulk-exports)(?:\/.*)?$/,
      '',
    );
  const deployment = address && deploymentAt(`${address.origin}${base}`, workspaceId);
  const at: RunsPatch = deployment ? { deployment } : {};
  const run = /\/runs\/([0-9a-f-]{36})$/i.exec(path)?.[1];
  const trace = /\/traces\/([0-9a-f-]{36})\/runs$/i.exec(path)?.[1];
  if (run ?? trace)
    return { kind: 'curl', confidence: 'sure', patch: { ...at, open: openOf(run, trace, address) }, notes };
  const generation = /\/v2\/(?:runs|traces|threads)\/query$/.test(path) ? 'v2' : 'v1';
  if (!/\/(?:runs|traces|threads)\/query$|\/runs\/stats$|\/runs\/query\/validate$/.test(path)) {
    const what = `${shown(path)} is no query for runs; only the server it asks is taken from it.`;
    return { kind: 'curl', confidence: 'maybe', patch: at, notes: [...notes, what] };
  }
  const isTraces = path.endsWith('/traces/query');
  const threads = path.endsWith('/threads/query')
    ? ['The request lists threads; here their runs are asked for.']
    : [];
  const text = isGet ? '' : bodies.join('&');
  const read = readBody(text, generation, now) ?? {
    patch: { view: 'runs' as const },
    notes: ['The request has no body that can be read.'],
  };
  const patch = { ...read.patch, ...(isTraces ? { view: 'traces' as const } : {}), ...at };
  return { kind: 'curl', confidence: 'sure', patch, notes: [...notes, ...threads, ...read.notes] };
}

function openOf(run: string | undefined, trace: string | undefined, address: URL | undefined) {
  const projectId =
    address?.searchParams.get('project_id') ?? address?.searchParams.get('session_id') ?? undefined;
  return {
    kind: 'run' as const,
    runId: (run ?? trace)!,
    ...(trace ? { traceId: trace } : {}),
    ...(projectId ? { projectId } : {}),
  };
}
