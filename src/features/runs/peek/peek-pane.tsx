/** A trace beside the table, stepped through with the rows; the table and what is open in the trace stay. */
import { ChevronDown, ChevronUp, Maximize2, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { isKeyOff } from '../../../parts/single-keys.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { RunRow } from '../run-row.ts';
import styles from './peek.module.css';
import type { Peek } from './peek-of.ts';

export interface PeekPaneProps {
  readonly peek: Peek;
  readonly rows: readonly RunRow[];
  readonly onStep: (row: RunRow) => void;
  readonly onClose: () => void;
  readonly href: string;
  /** The trace itself; the page of traces is a room of its own. */
  readonly children: ReactNode;
}

export function PeekPane({ peek, rows, onStep, onClose, href, children }: PeekPaneProps) {
  const at = rows.findIndex(
    ({ run }) => run.traceId === peek.traceId && (peek.rowId === undefined || run.id === peek.rowId),
  );
  const step = (by: 1 | -1) => {
    const next = rows[at + by];
    if (next) onStep(next);
  };
  useStepKeys(step);
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
          isDisabled={at < 0 || at >= rows.length - 1}
          onPress={() => step(1)}
        />
        <span className={styles.place} role="status">
          {at < 0 ? 'Not among the loaded rows' : `Row ${at + 1} of ${rows.length} loaded`}
        </span>
        <ButtonLink size="sm" variant="ghost" href={href} icon={Maximize2}>
          Whole page
        </ButtonLink>
        <IconButton label="Close the trace" icon={X} size="sm" onPress={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
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
