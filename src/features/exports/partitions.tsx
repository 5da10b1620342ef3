import { type ReactNode, useMemo, useState } from 'react';
import type { ExportRun } from '../../contract/bulk-export.ts';
import { formatCount } from '../../lib/format-count.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './exports.module.css';
import { calendarOf, type CalendarMonth } from './plan/calendar.ts';
import { phaseOf } from './plan/export-progress.ts';
import { type Stretch, unwrittenStretch } from './plan/unwritten-stretch.ts';
import { StatusBadge, statusWord } from './status-badge.tsx';

interface PartitionsProps {
  readonly runs: readonly ExportRun[];
  /** Projects by id. */
  readonly names: Readonly<Record<string, string>>;
  /** Makes a new export of these days alone. */
  readonly onRepeat: (stretch: Stretch) => void;
  /** What a failed day’s newest error means. */
  readonly renderAdvice: (error: string) => ReactNode;
}

/** Letters beside the colours: a calendar must be readable without them. */
const LETTERS = { done: '✓', failed: '!', cancelled: '–', running: '…', waiting: '' } as const;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Nothing is wrong with a day that was only called off. */
const lookOf = ({ status }: ExportRun) => (/^cancell?ed$/i.test(status) ? 'cancelled' : phaseOf(status));

/** A square for each day and project, coloured by its status; the chosen one is told below. */
export function Partitions({ runs, names, onRepeat, renderAdvice }: PartitionsProps) {
  const [chosen, setChosen] = useState<string>();
  const { months, undated } = useMemo(() => calendarOf(runs), [runs]);
  const shown =
    runs.find(({ id }) => id === chosen) ??
    runs.find((run) => lookOf(run) === 'failed') ??
    runs.find((run) => lookOf(run) === 'cancelled');
  if (runs.length === 0) return null;
  const hasProjects = new Set(runs.map(({ projectId }) => projectId)).size > 1;
  const projectOf = ({ projectId = '' }: Pick<ExportRun, 'projectId'>) => names[projectId] ?? projectId;
  const square = (run: ExportRun) => (
    <Square
      run={run}
      project={hasProjects ? projectOf(run) : undefined}
      isChosen={run.id === shown?.id}
      onChoose={() => setChosen(run.id)}
    />
  );
  return (
    <section aria-label="Days" className={styles.days}>
      <div className={styles.months}>
        {months.map((month) => (
          <Month
            key={`${month.projectId} ${month.month}`}
            {...month}
            project={hasProjects ? projectOf(month) : undefined}
            renderRun={square}
          />
        ))}
      </div>
      {undated.length > 0 && (
        <ul className={styles.week} aria-label="Parts without a time">
          {undated.map((run) => (
            <li key={run.id}>{square(run)}</li>
          ))}
        </ul>
      )}
      {shown && (
        <Day
          run={shown}
          runs={runs}
          project={hasProjects ? projectOf(shown) : undefined}
          onRepeat={onRepeat}
          renderAdvice={renderAdvice}
        />
      )}
    </section>
  );
}

interface MonthProps extends CalendarMonth {
  readonly project: string | undefined;
  readonly renderRun: (run: ExportRun) => ReactNode;
}

function Month({ month, project, offset, cells, renderRun }: MonthProps) {
  const name = project === undefined ? month : `${month}, ${project}`;
  return (
    <div className={styles.month}>
      <h3 className={styles.monthTitle}>{name}</h3>
      <div className={styles.week} aria-hidden="true">
        {WEEKDAYS.map((day) => (
          <small key={day}>{day}</small>
        ))}
      </div>
      <ul className={styles.week} aria-label={`Days of ${name}`}>
        {cells.map((run, index) =>
          run ? (
            <li key={run.id} style={index === 0 ? { gridColumnStart: offset + 1 } : undefined}>
              {renderRun(run)}
            </li>
          ) : (
            <li key={index} role="presentation" />
          ),
        )}
      </ul>
    </div>
  );
}

interface SquareProps {
  readonly run: ExportRun;
  readonly project: string | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Square({ run, project, isChosen, onChoose }: SquareProps) {
  const look = lookOf(run);
  const place = project === undefined ? dayOf(run) : `${dayOf(run)}, ${project}`;
  const label = `${place}: ${statusWord(run.status)}, ${formatCount(run.rowsWritten)} rows`;
  return (
    <button
      type="button"
      className={classNames(styles.day, styles[look])}
      aria-label={label}
      aria-pressed={isChosen}
      title={label}
      onClick={onChoose}
    >
      <span aria-hidden="true">
        {dayOf(run).slice(8)}
        <small>{LETTERS[look]}</small>
      </span>
    </button>
  );
}

/** Partitions are UTC days. */
const dayOf = ({ from }: ExportRun) => (from === undefined ? '–' : new Date(from).toISOString().slice(0, 10));

interface DayProps extends Pick<PartitionsProps, 'runs' | 'onRepeat' | 'renderAdvice'> {
  readonly run: ExportRun;
  readonly project: string | undefined;
}

function Day({ run, runs, project, onRepeat, renderAdvice }: DayProps) {
  const isFailed = phaseOf(run.status) === 'failed';
  const stretch = isFailed ? unwrittenStretch(runs, run) : undefined;
  const newest = run.errors.at(-1);
  return (
    <div className={styles.dayDetail} role="group" aria-label={`Day ${dayOf(run)}`}>
      <p>
        <strong>{dayOf(run)}</strong> {project} <StatusBadge status={run.status} />{' '}
        {formatCount(run.rowsWritten)} rows, {run.files.length} files
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
      {isFailed && newest && renderAdvice(newest.text)}
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
              Export these {formatCount(stretch.days)} unwritten days again…
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
