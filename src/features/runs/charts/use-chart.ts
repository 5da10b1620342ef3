import { useMemo, useState } from 'react';
import type { Api } from '../../../contract/api.ts';
import { type Coverage, bucketCoverage, coveredSpan, histogramOf } from '../../../model/histogram.ts';
import type { RunNumbers } from '../../../model/run-numbers.ts';
import type { TimeBuckets } from '../../../model/time-buckets.ts';
import type { TimeSpan } from '../../../model/timeline.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import type { RunPages } from '../use-run-pages.ts';
import { runQueryOf, statsQueryOf } from '../run-query.ts';
import { bucketsOf, spanOf } from './chart-span.ts';
import { type Counted, isCountable, isFree } from './chart-source.ts';
import { useBucketNumbers } from './use-bucket-numbers.ts';
import { useIsSubtree } from './use-is-subtree.ts';
import { useOldestStart } from './use-oldest-start.ts';

export interface Chart {
  readonly span: TimeSpan;
  readonly buckets: TimeBuckets;
  readonly numbers: readonly RunNumbers[];
  readonly coverage: readonly Coverage[];
  /** Older matches than the first bar exist, or may exist. */
  readonly isCut: boolean;
  readonly counted: Counted;
  readonly error: Error | undefined;
  /** Undefined where it is done already, or cannot be. */
  readonly countAll: (() => void) | undefined;
}

/** Undefined while there is nothing to draw. */
export function useChart(api: Api, screen: RunsScreen, pages: RunPages): Chart | undefined {
  const { rows, window, readAt, hasMore } = pages;
  const query = useMemo(() => statsQueryOf(screen, runQueryOf(screen, window ?? {})), [screen, window]);
  const question = JSON.stringify([query, readAt]);
  const [asked, setAsked] = useState<string>();
  const canCount = isCountable(screen) && window !== undefined;
  const isWanted = canCount && (isFree(screen) || asked === question);
  const isOpen = hasMore && window !== undefined && window.from === undefined;
  const oldest = useOldestStart(api, query, canCount && isOpen);

  const isSubtree = useIsSubtree(api, screen);

  const frame = useMemo(() => {
    const starts = rows.map(({ run }) => run.startTime);
    const span = window && spanOf(window, oldest === undefined ? starts : [...starts, oldest], readAt);
    return span && { span, buckets: bucketsOf(span) };
  }, [rows, window, readAt, oldest]);
  const answer = useBucketNumbers(api, query, frame?.buckets, frame?.span, readAt, isWanted);

  const loaded = useMemo(() => {
    if (!frame) return undefined;
    const order = screen.args.order ?? 'desc';
    const covered = coveredSpan({ span: frame.span, rows, order, isCut: hasMore });
    return {
      numbers: histogramOf(rows, frame.buckets, isSubtree),
      coverage: bucketCoverage(frame.buckets, frame.span, covered ? [covered] : []),
    };
  }, [frame, rows, hasMore, screen.args.order, isSubtree]);

  if (!frame || !loaded) return undefined;
  const all = answer.data;
  return {
    ...frame,
    numbers: all ?? loaded.numbers,
    isCut: isOpen && oldest === undefined,
    coverage: all ? loaded.coverage.map(() => 'all') : loaded.coverage,
    counted: all ? 'all' : answer.error ? 'failed' : answer.isFetching ? 'asking' : 'loaded',
    error: answer.error ?? undefined,
    countAll:
      all || !canCount || answer.isFetching
        ? undefined
        : () => (answer.error ? void answer.refetch() : setAsked(question)),
  };
}
