import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Run, RunPayload } from '../../contract/run.ts';
import { formatAbsolute } from '../../lib/format-time.ts';
import { isKeyOff } from '../../parts/single-keys.ts';
import { BATCH, payloadsOptions } from './threads-queries.ts';
import styles from './threads.module.css';
import { Turn } from './turn.tsx';

interface TurnListProps {
  readonly api: Api;
  readonly projectId: string;
  /** Oldest first. */
  readonly turns: readonly Run[];
  /** By trace. */
  readonly selected: string | undefined;
  readonly onSelect: (traceId: string) => void;
  readonly traceHref: (traceId: string) => string;
}

/** Pixels of a turn that nobody has measured yet. */
const GUESS = 320;

export function TurnList({ api, projectId, turns, selected, onSelect, traceHref }: TurnListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: turns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESS,
    getItemKey: (index) => turns[index]!.id,
    overscan: 2,
  });
  const items = virtualizer.getVirtualItems();
  const payloads = usePayloads(api, projectId, turns, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const at = Math.max(
    0,
    turns.findIndex(({ traceId }) => traceId === selected),
  );
  const jump = (index: number) => {
    const turn = turns[index];
    if (turn) onSelect(turn.traceId);
  };
  // The turn of the link, and every one that is chosen later, comes to the top; more than once, because the
  // turns above it get their real heights only when they are shown.
  useEffect(() => {
    if (selected === undefined) return undefined;
    const show = () => virtualizer.scrollToIndex(at, { align: 'start' });
    show();
    const again = [60, 300].map((delay) => setTimeout(show, delay));
    return () => again.forEach(clearTimeout);
  }, [selected, at, virtualizer]);
  useTurnKeys((step) => jump(at + step));

  return (
    <div className={styles.conversation}>
      <nav className={styles.side} aria-label="Turns">
        <ol>
          {turns.map((turn, index) => (
            <li key={turn.id} className={styles.sideTurn}>
              <button
                type="button"
                aria-current={turn.traceId === selected ? 'true' : undefined}
                data-failed={turn.status === 'error' || undefined}
                title={formatAbsolute(turn.startTime)}
                onClick={() => jump(index)}
              >
                <span className={styles.sideNumber}>{index + 1}</span>
                <span className={styles.sideText}>{turn.inputsPreview ?? turn.name}</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it */}
      <div ref={scroller} className={styles.turns} tabIndex={0} role="region" aria-label="Conversation">
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, key, start }) => {
            const run = turns[index]!;
            const before = turns[index - 1];
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={styles.slot}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Turn
                  run={run}
                  number={index + 1}
                  payload={payloads(run)}
                  before={before && { run: before, payload: payloads(before)?.payload }}
                  isSelected={run.traceId === selected}
                  href={traceHref(run.traceId)}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

export interface LoadedPayload {
  readonly payload: RunPayload | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Of the turns in view and the one before them, in fixed batches. */
function usePayloads(api: Api, projectId: string, turns: readonly Run[], first: number, last: number) {
  const from = Math.floor(Math.max(0, first - 1) / BATCH);
  const to = Math.floor(last / BATCH);
  const batches = useMemo(
    () =>
      Array.from({ length: to - from + 1 }, (_, index) => {
        const start = (from + index) * BATCH;
        return turns.slice(start, start + BATCH).map(({ id }) => id);
      }),
    [turns, from, to],
  );
  const answers = useQueries({ queries: batches.map((ids) => payloadsOptions(api, projectId, ids)) });
  return (run: Run): LoadedPayload | undefined => {
    const place = batches.findIndex((ids) => ids.includes(run.id));
    const answer = answers[place];
    if (!answer) return undefined;
    return { payload: answer.data?.get(run.id), error: answer.error, retry: () => void answer.refetch() };
  };
}

function useTurnKeys(step: (by: number) => void): void {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey || isKeyOff(event.key)) return;
      if (target?.closest('input, textarea, [contenteditable], [role=dialog], .monaco-editor')) return;
      if (event.key === 'j') latest.current(1);
      if (event.key === 'k') latest.current(-1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
