import { isHttpError } from '../../contract/http-error.ts';
import { isNetworkError } from '../../contract/network-error.ts';

/** Of a query: when it last succeeded and failed (0 = never), and how. */
export interface Outcome {
  readonly dataUpdatedAt: number;
  readonly errorUpdatedAt: number;
  readonly error: unknown;
}

/**
 * What the newest answer of a connection says about it, in a few words; undefined when nothing is wrong.
 * That a server tells its version proves no key: such answers must not be among the outcomes.
 */
export function refusalOf(outcomes: readonly Outcome[]): string | undefined {
  const newest = outcomes.reduce<Outcome | undefined>(
    (best, each) => (best === undefined || lastOf(each) > lastOf(best) ? each : best),
    undefined,
  );
  if (!newest || newest.errorUpdatedAt < newest.dataUpdatedAt) return undefined;
  return refusalWords(newest.error);
}

export function refusalWords(error: unknown): string | undefined {
  if (!isHttpError(error)) return isNetworkError(error) ? 'no answer' : undefined;
  if (error.status === 401) return 'key refused';
  return error.status === 403 ? 'not allowed' : undefined;
}

const lastOf = ({ dataUpdatedAt, errorUpdatedAt }: Outcome) => Math.max(dataUpdatedAt, errorUpdatedAt);
