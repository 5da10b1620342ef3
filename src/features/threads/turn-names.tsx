import { useEffect, useRef } from 'react';
import type { Run } from '../../contract/run.ts';
import { formatAbsolute } from '../../lib/format-time.ts';
import { plainLine } from './plain-line.ts';
import type { TurnNumbers } from './turn-numbers.ts';
import styles from './threads.module.css';

interface TurnNamesProps {
  readonly turns: readonly Run[];
  readonly at: number;
  readonly numberOf: TurnNumbers;
  readonly onJump: (index: number) => void;
}

/** Every turn in a line; the one being read stays in view. */
export function TurnNames({ turns, at, numberOf, onJump }: TurnNamesProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <nav className={styles.names} aria-label="Turns">
      <ol ref={list}>
        {turns.map((turn, index) => {
          const text = plainLine(turn.inputsPreview ?? turn.name);
          return (
            <li key={turn.id} className={styles.sideTurn}>
              <button
                type="button"
                aria-label={`Turn ${numberOf(index)}: ${text}`}
                aria-current={index === at ? 'true' : undefined}
                data-failed={turn.status === 'error' || undefined}
                title={formatAbsolute(turn.startTime)}
                onClick={() => onJump(index)}
              >
                <span className={styles.sideNumber}>{numberOf(index)}</span>
                <span className={styles.sideText}>{text}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
