import { useState } from 'react';
import type { Problem } from '../filter/ast.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { problemPlace } from './problem-place.ts';
import styles from './problem-list.module.css';

interface ProblemListProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly onSelect: (problem: Problem) => void;
}

/** More than these push the results off the screen; the rest is a press away. */
const SHOWN = 4;

/** Errors are announced at once, remarks when the person pauses. */
export function ProblemList({ id, label, text, problems, onSelect }: ProblemListProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, SHOWN);
  const hasErrors = problems.some((problem) => problem.severity === 'error');
  return (
    <div id={id} className={styles.problems} role={hasErrors ? 'alert' : 'status'}>
      {shown.length > 0 && (
        <ul aria-label={`Problems of ${label}`}>
          {shown.map((problem) => (
            <li key={`${problem.code} ${problem.from} ${problem.to}`}>
              <button
                type="button"
                className={classNames(styles.problem, styles[problem.severity])}
                title="Show it in the text"
                onClick={() => onSelect(problem)}
              >
                <span className={styles.mark} aria-hidden="true" />
                <span className="visually-hidden">{problem.severity}: </span>
                <span>
                  {problem.message} <span className={styles.place}>{problemPlace(text, problem.from)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {problems.length > SHOWN && (
        <Button variant="ghost" size="sm" onPress={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${problems.length} problems`}
        </Button>
      )}
    </div>
  );
}
