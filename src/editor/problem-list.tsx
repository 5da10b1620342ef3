import { useState } from 'react';
import type { Problem } from '../filter/ast.ts';
import type { Dialect } from '../filter/dialect.ts';
import type { Fix } from '../filter/fixes/fix.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { problemPlace } from './problem-place.ts';
import styles from './problem-list.module.css';

interface ProblemListProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly dialect: Dialect | undefined;
  readonly onSelect: (problem: Problem) => void;
  readonly onFix: (fix: Fix) => void;
}

/** More than these push the results off the screen; the rest is a press away. */
const SHOWN = 4;

/** Errors are announced at once, remarks when the person pauses. */
export function ProblemList(props: ProblemListProps) {
  const { id, label, text, problems, onSelect } = props;
  const fixes = useFixes(text, problems, props.dialect);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, SHOWN);
  const hasErrors = problems.some((problem) => problem.severity === 'error');
  return (
    <div id={id} className={styles.problems} role={hasErrors ? 'alert' : 'status'}>
      {shown.length > 0 && (
        <ul aria-label={`Problems of ${label}`}>
          {shown.map((problem) => (
            <li key={`${problem.code} ${problem.from} ${problem.to}`} className={styles.row}>
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
              {fixes(problem).map((fix) => (
                <Button key={fix.title} size="sm" onPress={() => props.onFix(fix)}>
                  {fix.title}
                </Button>
              ))}
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

/** Nobody needs fixes for the first look, and most filters never. */
const loadFixes = () => import('../filter/fixes.ts').then(({ fixesFor }) => fixesFor);

/** The best repairs of a problem; more than these are a list to study, not a press. */
const OFFERED = 2;

function useFixes(text: string, problems: readonly Problem[], dialect: Dialect | undefined) {
  const fixesFor = useLoaded(loadFixes, problems.length > 0);
  return (problem: Problem): readonly Fix[] =>
    fixesFor.status === 'ready' ? fixesFor.value(text, problem, { dialect }).slice(0, OFFERED) : [];
}
