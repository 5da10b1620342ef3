/** A request to either generation of the API, however it was written: which question it asks. */
import { shown } from './argument-notes.ts';
import { deploymentAt } from './deployment-hints.ts';
import type { PasteKind, Reading, RunsPatch } from './patch.ts';
import type { ReadArguments } from './read-arguments.ts';

export interface WrittenRequest {
  readonly kind: PasteKind;
  readonly url: string;
  readonly workspaceId: string | undefined;
  readonly notes: readonly string[];
  /** Undefined when there is no body, or none that can be read. */
  readonly readBody: (generation: 'v1' | 'v2') => ReadArguments | undefined;
}

export const isQueryPath = (path: string): boolean =>
  /\/(?:runs|traces|threads)\/query$|\/runs\/stats$|\/runs\/query\/validate$/.test(path);

export function readRequest({ kind, url, workspaceId, notes, readBody }: WrittenRequest): Reading {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const path = (address?.pathname ?? url).replace(/\/+$/, '');
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
    return { kind, confidence: 'sure', patch: { ...at, open: openOf(run, trace, address) }, notes };
  const generation = /\/v2\/(?:runs|traces|threads)\/query$/.test(path) ? 'v2' : 'v1';
  if (!isQueryPath(path)) {
    const what = `${shown(path)} is no query for runs; only the server it asks is taken from it.`;
    return { kind, confidence: 'maybe', patch: at, notes: [...notes, what] };
  }
  const isTraces = path.endsWith('/traces/query');
  const threads = path.endsWith('/threads/query')
    ? ['The request lists threads; here their runs are asked for.']
    : [];
  const body = readBody(generation);
  const read = body ?? {
    patch: { view: 'runs' as const },
    notes: ['The request has no body that can be read.'],
  };
  const patch = { ...read.patch, ...(isTraces ? { view: 'traces' as const } : {}), ...at };
  return { kind, confidence: body ? 'sure' : 'maybe', patch, notes: [...notes, ...threads, ...read.notes] };
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
