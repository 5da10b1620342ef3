import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Run, RunPayload } from '../../contract/run.ts';
import { toast } from '../../ui/toast-queue.ts';
import { nextFailed } from './next-failed.ts';
import { payloadsOptions } from './threads-queries.ts';
import styles from './threads.module.css';
import { turnBatches } from './turn-batches.ts';
import { TurnJump } from './turn-jump.tsx';
import type { TurnNumbers } from './turn-numbers.ts';
import { Turn } from './turn.tsx';
import { useReadingPlace } from './use-reading-place.ts';
import { useTurnKeys } from './use-turn-keys.ts';

interface TurnListProps {
  readonly api: Api;
  readonly projectId: string;
  /** Oldest first. */
  readonly turns: readonly Run[];
  readonly numberOf: TurnNumbers;
  /** Of the whole thread; undefined = unknown. */
  readonly total: number | undefined;
  /** By trace. */
  readonly selected: string | undefined;
  readonly onSelect: (traceId: string) => void;
  readonly traceHref: (traceId: string) => string;
}

/** Pixels of a turn that nobody has measured yet. */
const GUESS = 320;

export function TurnList(props: TurnListProps) {
  const { api, projectId, turns, numberOf, total, selected, onSelect, traceHref } = props;
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
  const { at, put } = useReadingPlace({ turns, virtualizer, scroller, selected });
  const failed = useMemo(
    () => turns.flatMap(({ status }, index) => (status === 'error' ? [index] : [])),
    [turns],
  );
  const jump = (index: number, align: 'start' | 'end' = 'start') => {
    const turn = turns[index];
    if (!turn) return;
    put(turn.traceId, align);
    onSelect(turn.traceId);
  };
  const jumpToFailed = (direction: 1 | -1) => {
    const index = nextFailed(failed, at, direction);
    if (index === undefined) toast('No loaded turn of this thread failed.');
    else jump(index);
  };
  useTurnKeys(scroller, {
    step: (by) => jump(at + by),
    failed: jumpToFailed,
    first: () => jump(0),
    last: () => jump(turns.length - 1, 'end'),
  });

  return (
    <div className={styles.conversation}>
      <TurnJump
        {...{ turns, at, numberOf, total }}
        failedCount={failed.length}
        onJump={jump}
        onFailed={jumpToFailed}
      />
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
                  number={numberOf(index)}
                  payload={payloads(run)}
                  before={before && { run: before, payload: payloads(before)?.payload }}
                  isSelected={index === at}
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

/** Of the turns in view and the one before them. */
function usePayloads(api: Api, projectId: string, turns: readonly Run[], first: number, last: number) {
  const batches = useMemo(
    () => turnBatches(turns, Math.max(0, first - 1), last).map((batch) => batch.map(({ id }) => id)),
    [turns, first, last],
  );
  const answers = useQueries({ queries: batches.map((ids) => payloadsOptions(api, projectId, ids)) });
  return (run: Run): LoadedPayload | undefined => {
    const place = batches.findIndex((ids) => ids.includes(run.id));
    const answer = answers[place];
    if (!answer) return undefined;
    return { payload: answer.data?.get(run.id), error: answer.error, retry: () => void answer.refetch() };
  };
}
