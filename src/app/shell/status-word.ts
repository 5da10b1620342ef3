import type { RateState } from '../../api/rate-budget.ts';
import type { Generation } from '../../contract/api.ts';

/** The few words of the top bar: a wait first, then the tightest limit in use, then the kind of API. */
export function statusWord(state: RateState, generation: Generation | undefined, now: number): string {
  const [retry] = state.retries;
  if (retry) return `Retrying in ${secondsUntil(retry.until, now)} s`;
  if (state.waiting > 0) {
    return state.waitingUntil === undefined
      ? `${state.waiting} waiting`
      : `Waiting ${secondsUntil(state.waitingUntil, now)} s`;
  }
  const used = state.limits
    .filter(({ count, remaining }) => Number.isFinite(count) && remaining < count)
    .toSorted((a, b) => a.remaining / a.count - b.remaining / b.count)[0];
  const api = generation ? `API ${generation}` : 'API';
  return used && used.remaining / used.count <= 0.5 ? `${api} · ${used.remaining} left` : api;
}

const secondsUntil = (time: number, now: number) => Math.max(0, Math.ceil((time - now) / 1000));
