import { isContractError } from '../contract/contract-error.ts';
import { isHttpError } from '../contract/http-error.ts';
import { isNetworkError } from '../contract/network-error.ts';

/** What to do about the connection, when the connection is what stands in the way; undefined otherwise. */
export function repairWords(error: unknown): string | undefined {
  if (isHttpError(error)) {
    if (error.status === 401) return 'Enter the key';
    return error.status === 403 ? 'Change the connection' : undefined;
  }
  const isAddress = isNetworkError(error) ? error.failure !== 'offline' : isContractError(error);
  return isAddress ? 'Change the connection' : undefined;
}
