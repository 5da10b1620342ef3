/** A trace beside the table, stepped through with the rows; the table and what is open in the trace stay. */
import { ChevronDown, ChevronUp, Maximize2, X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { formatCount } from '../../../lib/format-count.ts';
import { isKeyOff } from '../../../parts/single-keys.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { RunRow } from '../run-row.ts';
import styles from './peek.module.css';
import type { Peek } from './peek-of.ts';

export interface PeekPaneProps {
  readonly peek: Peek;
  readonly rows: readonly RunRow[];
  /** Rows exist behind the last one. */
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly onLoadMore: () => void;
  readonly onStep: (row: RunRow) => void;
  /** `at`: where the row stands that is open; undefined: nowhere among the rows. */
  readonly onClose: (at: number | undefined) => void;
  readonly href: string;
  /** The trace itself; the page of traces is a room of its own. */
  readonly children: ReactNode;
}

export function PeekPane(props: PeekPaneProps) {
  const { peek, rows, hasMore, onStep, onClose, href, children } = props;
  const at = rows.findIndex(
    ({ run }) => run.traceId === peek.traceId && (peek.rowId === undefined || run.id === peek.rowId),
  );
  const isAtEnd = at >= 0 && at === rows.length - 1;
  // Asked to step while the next row is still on the server.
  const isSteppingOn = useRef(false);
  const step = (by: 1 | -1) => {
    const next = rows[at + by];
    isSteppingOn.current = by === 1 && isAtEnd && hasMore;
    if (next) onStep(next);
    else if (isSteppingOn.current) props.onLoadMore();
  };
  useStepKeys(step);
  const goOn = useEffectEvent(() => {
    if (isSteppingOn.current) step(1);
  });
  // The outside system is the server, which has the next row.
  useEffect(() => {
    if (!isAtEnd) goOn();
  }, [isAtEnd]);
  return (
    <section className={styles.pane} aria-label="Trace beside the table">
      <header className={styles.head}>
        <IconButton
          label="Previous row (k)"
          icon={ChevronUp}
          size="sm"
          isDisabled={at <= 0}
          onPress={() => step(-1)}
        />
        <IconButton
          label="Next row (j)"
          icon={ChevronDown}
          size="sm"
          isDisabled={at < 0 || (isAtEnd && !hasMore)}
          onPress={() => step(1)}
        />
        <span className={styles.place} role="status">
          {placeInWords(at, props)}
        </span>
        <ButtonLink size="sm" variant="ghost" href={href} icon={Maximize2}>
          Whole page
        </ButtonLink>
        <IconButton
          label="Close the trace"
          icon={X}
          size="sm"
          onPress={() => onClose(at < 0 ? undefined : at)}
        />
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

function placeInWords(at: number, { rows, hasMore, isFetchingMore }: PeekPaneProps): string {
  if (at < 0) return 'Not among the loaded rows';
  const more = isFetchingMore ? ', more are coming' : hasMore ? ', more on the server' : '';
  return `Row ${formatCount(at + 1)} of ${formatCount(rows.length)} loaded${more}`;
}

function useStepKeys(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  // The outside system is the keyboard; whoever writes a text keeps the letters.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.ctrlKey || event.metaKey || event.altKey || isKeyOff(event.key)) return;
      if (target?.closest('input, textarea, [contenteditable], [role=dialog], [role=tree], .monaco-editor'))
        return;
      if (event.key === 'j') latest.current(1);
      if (event.key === 'k') latest.current(-1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
