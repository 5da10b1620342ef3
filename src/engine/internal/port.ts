import type { Fetch } from '../../contract/fetch.ts';

/**
 * The Fetch seam across a worker boundary. One verb: each request travels with a port of its own; the
 * answer comes back on it, and any message the other way is an abort.
 */
export interface PortRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Bytes for small JSON; a Blob for the rest, because a Blob crosses without being copied. */
  readonly body: ArrayBuffer | Blob | undefined;
}

type PortAnswer =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: ArrayBuffer;
    }
  | { readonly kind: 'failure'; readonly message: string };

/** What is used of a Worker, so that tests can stand one in. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface Connection {
  readonly fetch: Fetch;
  stop(): void;
}

/** The page's end. When the worker dies, every waiting and every later request fails with the reason. */
export function connectWorker(worker: WorkerLike): Connection {
  const waiting = new Set<(reason: Error) => void>();
  let stopped: Error | undefined;
  const stop = (reason: Error) => {
    stopped ??= reason;
    worker.terminate();
    for (const fail of waiting) fail(stopped);
  };
  const crash = (event: Event) => stop(new Error(crashSentence(event)));
  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);
  return {
    fetch: async (request) => {
      if (stopped) throw stopped;
      request.signal.throwIfAborted();
      const message = await packRequest(request);
      return exchange(worker, message, request.signal, waiting, () => stopped);
    },
    stop: () => stop(new Error('The engine was stopped.')),
  };
}

function exchange(
  worker: WorkerLike,
  message: PortRequest,
  signal: AbortSignal,
  waiting: Set<(reason: Error) => void>,
  stopped: () => Error | undefined,
): Promise<Response> {
  const { port1: mine, port2: theirs } = new MessageChannel();
  return new Promise<Response>((resolve, reject) => {
    const settle = (act: () => void) => {
      waiting.delete(fail);
      signal.removeEventListener('abort', abort);
      mine.close();
      act();
    };
    const fail = (reason: Error) => settle(() => reject(reason));
    const abort = () => {
      mine.postMessage('abort', []);
      settle(() => reject(signal.reason as Error));
    };
    const reason = stopped();
    if (reason || signal.aborted) return reason ? fail(reason) : abort();
    waiting.add(fail);
    signal.addEventListener('abort', abort);
    mine.addEventListener('message', ({ data }: MessageEvent<PortAnswer>) =>
      settle(() => (data.kind === 'response' ? resolve(responseOf(data)) : reject(new Error(data.message)))),
    );
    mine.start();
    worker.postMessage({ request: message, port: theirs }, transferOf(message, theirs));
  });
}

/** The worker's end: give it every message that arrives. */
export async function answerOnPort(
  fetch: Fetch,
  { request, port }: { readonly request: PortRequest; readonly port: MessagePort },
): Promise<void> {
  const abort = new AbortController();
  port.addEventListener('message', () => abort.abort());
  port.start();
  const answer = await answerTo(fetch, request, abort.signal);
  if (!abort.signal.aborted) port.postMessage(answer, answer.kind === 'response' ? [answer.body] : []);
  port.close();
}

async function answerTo(fetch: Fetch, request: PortRequest, signal: AbortSignal): Promise<PortAnswer> {
  try {
    const { url, method, headers, body } = request;
    const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]), signal };
    const response = await fetch(new Request(url, body === undefined ? init : { ...init, body }));
    return {
      kind: 'response',
      status: response.status,
      headers: [...response.headers],
      body: await response.arrayBuffer(),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failure', message: `The engine could not answer: ${reason}` };
  }
}

async function packRequest(request: Request): Promise<PortRequest> {
  return {
    url: request.url,
    method: request.method,
    headers: [...request.headers],
    body: await bodyOf(request),
  };
}

/** Asked by method: Firefox has no `Request.body` to look at. */
async function bodyOf(request: Request): Promise<ArrayBuffer | Blob | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const isJson = request.headers.get('content-type')?.includes('json') ?? false;
  if (!isJson) {
    const blob = await request.blob();
    return blob.size > 0 ? blob : undefined;
  }
  const bytes = await request.arrayBuffer();
  return bytes.byteLength > 0 ? bytes : undefined;
}

function transferOf(message: PortRequest, port: MessagePort): Transferable[] {
  return message.body instanceof ArrayBuffer ? [port, message.body] : [port];
}

/** A Response with one of these may not have a body, not even an empty one. */
const WITHOUT_BODY = [101, 204, 205, 304];

function responseOf(answer: Extract<PortAnswer, { kind: 'response' }>): Response {
  const headers = answer.headers.map(([name, value]): [string, string] => [name, value]);
  const body = WITHOUT_BODY.includes(answer.status) ? null : answer.body;
  return new Response(body, { status: answer.status, headers });
}

function crashSentence(event: Event): string {
  const message = 'message' in event && typeof event.message === 'string' ? event.message : '';
  return `The engine that holds the local data has stopped${message ? ` (${message})` : ''}. Reload the page to start it again; data that was only in memory must be loaded again.`;
}
