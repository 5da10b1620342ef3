/**
 * What the local proxy says for itself, marked by a header (src/tools/proxy/refusal.ts), told apart from
 * what the server behind it says. A server asked directly cannot use the mark to pass for a proxy: the
 * header is only looked at on connections through one.
 */
import { NetworkError } from '../contract/network-error.ts';
import { readProblem } from '../contract/problem.ts';
import { TimeoutError } from '../contract/timeout-error.ts';

export async function throwProxyRefusal(response: Response): Promise<void> {
  const kind = response.headers.get('x-runlens-proxy');
  if (kind === null) return;
  const { message } = readProblem(await response.text(), response.status);
  if (kind === 'timeout') throw new TimeoutError(undefined, { cause: message });
  if (kind === 'unreachable') throw new NetworkError('not-there', message);
  if (kind === 'redirect') throw new NetworkError('redirected', message);
  throw new NetworkError('proxy-refused', message);
}
