import type { Destination } from '../../contract/bulk-export.ts';
import type { Deployment } from '../../url/screens.ts';
import styles from './exports.module.css';
import { draftOfDestination } from './plan/destination-known.ts';
import { writerOf } from './plan/destination-writer.ts';
import { explainRefusal } from './plan/explain-refusal.ts';
import { Causes } from './refusal-panel.tsx';

interface DayAdviceProps {
  /** The newest error of a day; exports fail with the same words of the store as destinations. */
  readonly text: string;
  readonly destination: Destination;
  readonly deployment: Deployment;
}

/** Nothing is said about errors that no store makes. */
export function DayAdvice({ text, destination, deployment }: DayAdviceProps) {
  const draft = draftOfDestination(destination);
  const { title, causes, isKnown } = explainRefusal(text, draft, writerOf(deployment, location.origin));
  if (!isKnown) return null;
  return (
    <details className={styles.more}>
      <summary>{title} What to do</summary>
      <Causes causes={causes} draft={draft} boxes={[]} />
    </details>
  );
}
