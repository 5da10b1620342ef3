import { useMemo, useState } from 'react';
import type { Problem } from '../filter/ast.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import type { FixOffer } from './fix-offer.ts';
import { problemPlace } from './problem-place.ts';
import styles from './problem-list.module.css';

interface ProblemListProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly offersFor: (problem: Problem) => readonly FixOffer[];
  readonly onSelect: (problem: Problem) => void;
  readonly onOffer: (offer: FixOffer) => void;
}

/** More than these push the results off the screen; the rest is a press away. */
const SHOWN = 4;
/** Likewise; Ctrl+. in the editor has all. */
const OFFERED = 2;

/** Errors are announced at once, remarks when the person pauses. */
export function ProblemList({ id, label, text, problems, ...rest }: ProblemListProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, SHOWN);
  const hasErrors = problems.some((problem) => problem.severity === 'error');
  return (
    <div id={id} className={styles.problems} role={hasErrors ? 'alert' : 'status'}>
      {shown.length > 0 && (
        <ul aria-label={`Problems of ${label}`}>
          {shown.map((problem) => (
            <ProblemItem
              key={`${problem.code} ${problem.from} ${problem.to}`}
              text={text}
              problem={problem}
              {...rest}
            />
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

interface ProblemItemProps extends Pick<ProblemListProps, 'text' | 'offersFor' | 'onSelect' | 'onOffer'> {
  readonly problem: Problem;
}

function ProblemItem({ text, problem, offersFor, onSelect, onOffer }: ProblemItemProps) {
  // Every fix is tried before it is offered, which takes some milliseconds in a long filter.
  const offers = useMemo(() => offersFor(problem).slice(0, OFFERED), [offersFor, problem]);
  return (
    <li className={styles.item}>
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
      {offers.map((offer) => (
        <button key={offer.title} type="button" className={styles.offer} onClick={() => onOffer(offer)}>
          {offer.title}
        </button>
      ))}
    </li>
  );
}
