/**
 * Sends one request on and streams the answer back, byte for byte. Nothing is kept, and nothing is
 * written to a log: every request here carries a person's API key.
 */
import { type IncomingMessage, type ServerResponse, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { headersToReturn, headersToSend } from './proxy-headers.ts';
import { refuse } from './refusal.ts';

export interface ForwardOptions {
  /** Milliseconds without a byte in either direction. LangSmith itself gives up after 60 s. */
  readonly silenceMs: number;
}

export function forward(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  { silenceMs }: ForwardOptions,
): void {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const upstream = send(url, { method: request.method, headers: headersToSend(request.headers) });
  let isTooSlow = false;
  upstream.setTimeout(silenceMs, () => {
    isTooSlow = true;
    upstream.destroy();
  });
  upstream.on('response', (answer) => giveBack(url, answer, response));
  upstream.on('error', (cause: NodeJS.ErrnoException) => {
    // The headers are gone: cutting the connection is the only way left to say that the body is not whole.
    if (response.headersSent) response.destroy();
    else if (isTooSlow) refuse(response, 'timeout', `${url.host} did not answer in ${silenceMs / 1000} s.`);
    else refuse(response, 'unreachable', whyUnreachable(url, cause));
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

function giveBack(url: URL, answer: IncomingMessage, response: ServerResponse): void {
  const status = answer.statusCode ?? 502;
  const location = answer.headers.location;
  if (status >= 300 && status < 400 && location !== undefined) {
    answer.resume();
    refuse(response, 'redirect', redirectAdvice(url, location), status);
    return;
  }
  response.writeHead(status, headersToReturn(answer.headers));
  answer.on('error', () => response.destroy());
  answer.pipe(response);
}

/** The status passes, the address does not: a browser would follow it and take the key along. */
function redirectAdvice(url: URL, location: string): string {
  const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
  const to = target === undefined ? 'another address' : target.origin + target.pathname;
  return `${url.host} redirects to ${to}. Redirects are not followed, because your key would travel along. If that is the right server, connect to it directly.`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host name is known here',
  EAI_AGAIN: 'its name could not be looked up; is this machine online?',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it closed the connection',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'this machine has no network',
  ETIMEDOUT: 'it did not answer',
};

function whyUnreachable(url: URL, cause: NodeJS.ErrnoException): string {
  const code = cause.code ?? '';
  const isCertificate = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code);
  const reason = isCertificate
    ? `its certificate is not trusted (${code}); start with NODE_EXTRA_CA_CERTS=<your CA file>`
    : (REASONS[code] ?? (code || 'the connection failed'));
  return `${url.host} could not be reached: ${reason}.`;
}
