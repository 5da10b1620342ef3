import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { infoOptions } from '../../api/queries.ts';
import type { RateBudget, RateState } from '../../api/rate-budget.ts';
import type { Api } from '../../contract/api.ts';
import { formatCount } from '../../lib/format-count.ts';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { useSeconds } from './use-seconds.ts';
import styles from './shell.module.css';
import { statusWord } from './status-word.ts';

interface ConnectionStatusProps {
  readonly api: Api;
  readonly budget: RateBudget;
}

/** How the server is asked, and how many requests its limits leave. Retries and waits are never silent. */
export function ConnectionStatus({ api, budget }: ConnectionStatusProps) {
  const state = useRateState(budget);
  const info = useQuery(infoOptions(api));
  const isWaiting = state.retries.length > 0 || state.waiting > 0;
  const now = useSeconds(isWaiting);
  const word = statusWord(state, info.data?.generation, now);
  return (
    <span className={styles.status}>
      <PopoverButton label="Server and request limits" variant="ghost" size="sm" buttonContent={word}>
        <div className={styles.facts}>
          <p className={styles.factsTitle}>Server</p>
          {info.data && (
            <dl>
              <dt>Version</dt>
              <dd>{info.data.version ?? 'not told'}</dd>
              <dt>API</dt>
              <dd>{info.data.generation}</dd>
            </dl>
          )}
          {info.data && <p className={styles.muted}>{info.data.generationReason}</p>}
          {info.isError && <p className={styles.muted}>{info.error.message}</p>}
          <p className={styles.factsTitle}>Requests left</p>
          <Limits state={state} />
          <Waits state={state} now={now} />
        </div>
      </PopoverButton>
      <span className="visually-hidden" role="status">
        {isWaiting ? 'Waiting for the server' : ''}
      </span>
    </span>
  );
}

function useRateState(budget: RateBudget): RateState {
  const subscribe = useCallback((listener: () => void) => budget.subscribe(listener), [budget]);
  return useSyncExternalStore(subscribe, () => budget.snapshot());
}

function Limits({ state }: { readonly state: RateState }) {
  const limited = state.limits.filter(({ count }) => Number.isFinite(count) && count > 0);
  if (limited.length === 0) return <p className={styles.muted}>This server publishes no limits.</p>;
  return limited.map((limit) => <Limit key={limit.id} limit={limit} />);
}

function Limit({ limit }: { readonly limit: RateState['limits'][number] }) {
  const share = Math.max(0, Math.min(1, limit.remaining / limit.count));
  return (
    <div className={styles.limit}>
      <span className={styles.limitHead}>
        <span>{limit.label}</span>
        <span className="tabular">
          {formatCount(limit.remaining)} of {formatCount(limit.count)} in {limit.seconds} s
        </span>
      </span>
      <span className={styles.meterTrack} aria-hidden="true">
        <span
          className={styles.meterFill}
          data-low={share < 0.25 || undefined}
          style={{ display: 'block', width: `${share * 100}%` }}
        />
      </span>
    </div>
  );
}

function Waits({ state, now }: { readonly state: RateState; readonly now: number }) {
  return (
    <>
      {state.waiting > 0 && (
        <p className={styles.muted}>
          {formatCount(state.waiting)} waiting for a place under the limits
          {state.waitingUntil !== undefined &&
            `, the next starts in ${secondsUntil(state.waitingUntil, now)} s`}
          .
        </p>
      )}
      {state.retries.map((retry) => (
        <p key={`${retry.path}/${retry.until}`} className={styles.muted}>
          {retry.path}: {retry.reason}. Attempt {retry.attempts + 1} in {secondsUntil(retry.until, now)} s.
        </p>
      ))}
    </>
  );
}

const secondsUntil = (time: number, now: number) => Math.max(0, Math.ceil((time - now) / 1000));
