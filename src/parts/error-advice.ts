import { isContractError } from '../contract/contract-error.ts';
import { isHttpError } from '../contract/http-error.ts';
import { isNetworkError } from '../contract/network-error.ts';
import { isTimeoutError } from '../contract/timeout-error.ts';
import { isUnsupportedError } from '../contract/unsupported-error.ts';

export interface ErrorAdvice {
  readonly title: string;
  /** The server's or the browser's own words. */
  readonly detail: string;
  readonly whatNow: string;
}

/** What happened to a list of runs and what to do next. */
export function errorAdvice(error: Error): ErrorAdvice {
  const detail = error.message;
  if (isHttpError(error)) return httpAdvice(error.status, detail);
  if (isTimeoutError(error)) {
    return {
      title: 'The server took too long',
      detail,
      whatNow:
        'A shorter time window or a simpler filter is answered faster. Full-text search is the slowest.',
    };
  }
  if (isNetworkError(error)) {
    return {
      title: error.failure === 'offline' ? 'This browser is offline' : 'The server could not be reached',
      detail,
      whatNow:
        'Check the connection’s address, and that the server lets this page ask it (CORS), then try again.',
    };
  }
  if (isUnsupportedError(error)) {
    return { title: 'This server cannot answer that', detail, whatNow: error.remedy };
  }
  if (isContractError(error)) {
    return {
      title: 'The answer was not understood',
      detail,
      whatNow: 'The address may lead to something other than a LangSmith server. Check the connection.',
    };
  }
  return { title: 'Something went wrong', detail, whatNow: 'Try again; if it stays, reload the page.' };
}

function httpAdvice(status: number, detail: string): ErrorAdvice {
  switch (status) {
    case 400:
    case 422:
      return {
        title: 'The server refused the question',
        detail,
        whatNow:
          'Usually a field or an operator of the filter that this server does not know. Change the filter or an argument.',
      };
    case 401:
      return {
        title: 'The server does not accept the API key',
        detail,
        whatNow: 'Open Connections and enter the key again.',
      };
    case 403:
      return {
        title: 'The API key may not see this',
        detail,
        whatNow: 'Use a key of the workspace that has the project, or name the workspace in Connections.',
      };
    case 404:
      return {
        title: 'The server does not know this project',
        detail,
        whatNow: 'It may have been deleted, or it belongs to another workspace. Choose a project above.',
      };
    case 429:
      return {
        title: 'Too many requests',
        detail,
        whatNow: 'The server’s rate limit is used up. Wait a little, then try again.',
      };
    default:
      return {
        title: status >= 500 ? 'The server failed' : `The server answered ${status}`,
        detail,
        whatNow: 'Try again. If it stays, a shorter time window may help.',
      };
  }
}
