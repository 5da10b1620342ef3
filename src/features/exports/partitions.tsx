import { useState } from 'react';
import type { ExportRun } from '../../contract/bulk-export.ts';
import { formatCount } from '../../lib/format-count.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './exports.module.css';
import { phaseOf } from './plan/export-progress.ts';
import { type Stretch, unwrittenStretch } from './plan/unwritten-stretch.ts';
import { StatusBadge, statusWord } from './status-badge.tsx';

interface PartitionsProps {
  readonly runs: readonly ExportRun[];
  /** Makes a new export of these days alone. */
  readonly onRepeat: (stretch: Stretch) => void;
}

/** Letters beside the colours: a calendar must be readable without them. */
const LETTERS = { done: '✓', failed: '!', running: '…', waiting: '' } as const;

/** A square for each day and project, coloured by its status; the chosen one is told below. */
export function Partitions({ runs, onRepeat }: PartitionsProps) {
  const [chosen, setChosen] = useState<string>();
  const ordered = runs.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const failed = ordered.filter(({ status }) => phaseOf(status) === 'failed');
  const shown = ordered.find(({ id }) => id === chosen) ?? failed[0];
  if (ordered.length === 0) return null;
  return (
    <section aria-label="Days" className={styles.days}>
      <ul className={styles.calendar} aria-label="Days of the export">
        {ordered.map((run) => {
          const phase = phaseOf(run.status);
          const label = `${dayOf(run)}: ${statusWord(run.status)}, ${formatCount(run.rowsWritten)} rows`;
          return (
            <li key={run.id}>
              <button
                type="button"
                className={classNames(styles.day, styles[phase])}
                aria-label={label}
                aria-pressed={run.id === shown?.id}
                title={label}
                onClick={() => setChosen(run.id)}
              >
                <span aria-hidden="true">
                  {dayOf(run).slice(8)}
                  <small>{LETTERS[phase]}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {shown && <Day run={shown} runs={runs} onRepeat={onRepeat} />}
    </section>
  );
}

/** Partitions are UTC days. */
const dayOf = ({ from }: ExportRun) => (from === undefined ? '–' : new Date(from).toISOString().slice(0, 10));

function Day({ run, runs, onRepeat }: PartitionsProps & { readonly run: ExportRun }) {
  const stretch = phaseOf(run.status) === 'failed' ? unwrittenStretch(runs, run) : undefined;
  return (
    <div className={styles.dayDetail} role="group" aria-label={`Day ${dayOf(run)}`}>
      <p>
        <strong>{dayOf(run)}</strong> <StatusBadge status={run.status} /> {formatCount(run.rowsWritten)} rows,{' '}
        {run.files.length} files
        {run.retryNumber > 0 &&
          `, tried again ${run.retryNumber} ${run.retryNumber === 1 ? 'time' : 'times'}`}
        {run.backend !== undefined && `, by ${run.backend}`}
      </p>
      {run.errors.length > 0 && (
        <ol className={styles.causes} aria-label="Errors">
          {run.errors.map(({ attempt, text }) => (
            <li key={attempt}>
              {attempt.replace('_', ' ')}: {text}
            </li>
          ))}
        </ol>
      )}
      {run.files.length > 0 && (
        <ul className={styles.files} aria-label="Files">
          {run.files.map((file) => (
            <li key={file}>
              <code>{file}</code> <CopyButton text={file} label={`Copy the path ${file}`} />
            </li>
          ))}
        </ul>
      )}
      {stretch && (
        <div className={styles.buttons}>
          {stretch.days > 1 && (
            <Button size="sm" onPress={() => onRepeat(stretch)}>
              Export these {formatCount(stretch.days)} failed days again…
            </Button>
          )}
          <Button
            size="sm"
            variant={stretch.days > 1 ? 'ghost' : 'secondary'}
            onPress={() => onRepeat({ ...stretch, from: run.from!, to: run.to!, days: 1 })}
          >
            Export this day again…
          </Button>
        </div>
      )}
    </div>
  );
}
