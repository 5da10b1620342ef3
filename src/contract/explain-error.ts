/** Any error of the API as words for a person: what happened, and what to do next. */
import { isContractError } from './contract-error.ts';
import { isHttpError, type HttpError } from './http-error.ts';
import { isNetworkError, type NetworkFailure } from './network-error.ts';
import { isNotFoundError } from './not-found-error.ts';
import { isTimeoutError } from './timeout-error.ts';
import { isUnsupportedError } from './unsupported-error.ts';

export interface Explanation {
  readonly title: string;
  readonly detail: string;
  readonly next: string;
  /** Asking again may well help. */
  readonly isTransient: boolean;
}

const NETWORK_NEXT: Readonly<Record<NetworkFailure, string>> = {
  offline: 'Check your network connection and try again.',
  unreachable:
    'Check the address and that the server runs. If it does, it may refuse this page (CORS): test the connection to learn which.',
  'not-there': 'Check the address and that the server runs, and your VPN if it needs one.',
  redirected: 'Enter the address it redirects to in the connection.',
  'wrong-origin': 'Open the connection of that server, or add one.',
  'proxy-refused': 'Start the local proxy so that it allows this host, or connect without it.',
};

export const ORG_SCOPED_KEY = 'org_scoped_key_requires_workspace';

const seconds = (milliseconds: number) => `${Math.max(1, Math.ceil(milliseconds / 1000))} s`;

function statusWords({ status, problem, retryAfter }: HttpError): Omit<Explanation, 'detail'> {
  const no = { isTransient: false };
  if (problem.isHtml)
    return { title: 'This is not a LangSmith API', next: 'Check the address of the connection.', ...no };
  if (status === 401) return { title: 'The API key was refused', next: 'Enter a valid API key.', ...no };
  if (status === 403 && problem.message.includes(ORG_SCOPED_KEY))
    return {
      title: 'The API key needs a workspace',
      next: 'The key belongs to an organization: choose a workspace in the connection.',
      ...no,
    };
  if (status === 403)
    return {
      title: 'Not allowed',
      next: 'The key may belong to another workspace: check the workspace of the connection and the permissions of the key.',
      ...no,
    };
  if (status === 404)
    return { title: 'Not found', next: 'It may be deleted, or in another workspace.', ...no };
  if (status === 429)
    return {
      title: 'Too many requests',
      next: retryAfter
        ? `The server asks to wait ${seconds(retryAfter)}.`
        : 'Wait a moment and try again; a shorter time window costs less.',
      isTransient: true,
    };
  if (status >= 500 && status !== 501)
    return {
      title: 'The server failed',
      next: 'Try again; a shorter time window may help.',
      isTransient: true,
    };
  if (status === 400 || status === 422)
    return { title: 'The server refused the question', next: 'Change the filter or the arguments.', ...no };
  return {
    title: `The server answered with status ${status}`,
    next: 'Try again or check the connection.',
    ...no,
  };
}

/** Undefined for an aborted request: nobody needs to hear of it. */
export function explainError(error: unknown): Explanation | undefined {
  if (error instanceof DOMException && error.name === 'AbortError') return undefined;
  const detail = error instanceof Error ? error.message : String(error);
  if (isHttpError(error)) {
    const words = statusWords(error);
    return { ...words, detail, next: error.problem.remedy ?? words.next };
  }
  if (isNetworkError(error))
    return {
      title: error.failure === 'offline' ? 'You are offline' : 'No answer from the server',
      detail,
      next: NETWORK_NEXT[error.failure],
      isTransient: ['offline', 'unreachable', 'not-there'].includes(error.failure),
    };
  if (isTimeoutError(error))
    return {
      title: 'The server is too slow',
      detail,
      next: 'Try again, or ask for less: a shorter time window, a narrower filter.',
      isTransient: true,
    };
  if (isContractError(error))
    return {
      title: 'An answer that Runlens cannot read',
      detail,
      next: 'Check that the address is a LangSmith API; the server may be older or newer than Runlens knows.',
      isTransient: false,
    };
  if (isNotFoundError(error))
    return {
      title: `No such ${error.what}`,
      detail,
      next: 'Check the id, the workspace and the connection.',
      isTransient: false,
    };
  if (isUnsupportedError(error))
    return { title: 'Not possible on this server', detail, next: error.remedy, isTransient: false };
  return {
    title: 'Something went wrong',
    detail,
    next: 'Try again; reload the page if it stays.',
    isTransient: false,
  };
}
