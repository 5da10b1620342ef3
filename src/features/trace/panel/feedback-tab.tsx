import { useQuery } from '@tanstack/react-query';
import { MessageSquareDashed } from 'lucide-react';
import type { Api } from '../../../contract/api.ts';
import type { Feedback, Run } from '../../../contract/run.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { JsonView } from '../../../ui/json-view.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TimeText } from '../../../ui/time-text.tsx';
import { LoadError } from '../../../parts/load-error.tsx';
import { feedbackOptions } from '../trace-queries.ts';
import styles from './feedback-tab.module.css';
import { LongText } from '../../../parts/content/long-text.tsx';

export interface FeedbackTabProps {
  readonly api: Api;
  readonly run: Run;
  readonly isSettled: boolean;
}

export function FeedbackTab({ api, run, isSettled }: FeedbackTabProps) {
  const feedback = useQuery({ ...feedbackOptions(api, run), enabled: isSettled });
  if (feedback.error) {
    return <LoadError what="the feedback" error={feedback.error} onRetry={() => void feedback.refetch()} />;
  }
  if (!feedback.data) {
    return (
      <div className={styles.list} role="status" aria-label="Loading feedback">
        <Skeleton width="40%" />
        <Skeleton width="70%" />
      </div>
    );
  }
  if (feedback.data.length === 0) {
    return (
      <EmptyState icon={MessageSquareDashed} title="No feedback on this run">
        Scores and comments from people, evaluators and the API appear here.
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list}>
      {feedback.data.map((entry) => (
        <FeedbackItem key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function FeedbackItem({ entry }: { readonly entry: Feedback }) {
  const isWordBesideScore = entry.value !== undefined && entry.value !== null && entry.value !== entry.score;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={styles.key}>{entry.key}</span>
        {entry.score !== undefined && <Badge tone={toneOf(entry.score)}>{scoreText(entry.score)}</Badge>}
        {isWordBesideScore && typeof entry.value !== 'object' && (
          <Badge tone="neutral">{String(entry.value)}</Badge>
        )}
        <span className={styles.source}>
          {[sourceNames[entry.sourceType ?? ''] ?? entry.sourceType, entry.userName]
            .filter(Boolean)
            .join(', ')}
          {entry.createdAt !== undefined && (
            <>
              {' '}
              <TimeText time={entry.createdAt} mode="relative" />
            </>
          )}
        </span>
      </div>
      {isWordBesideScore && typeof entry.value === 'object' && <JsonView value={entry.value} label="Value" />}
      {entry.comment !== undefined && entry.comment !== '' && <LongText text={entry.comment} />}
      {entry.correction !== undefined && entry.correction !== null && (
        <div>
          <span className={styles.label}>Correction</span>
          {typeof entry.correction === 'string' ? (
            <LongText text={entry.correction} />
          ) : (
            <JsonView value={entry.correction} label="Correction" />
          )}
        </div>
      )}
    </li>
  );
}

const sourceNames: Readonly<Record<string, string>> = {
  api: 'API',
  model: 'evaluator',
  app: 'person',
  auto_eval: 'automatic evaluator',
};

const scoreText = (score: number | boolean) =>
  typeof score === 'boolean' ? String(score) : String(Number(score.toFixed(4)));

/** Only the ends of the usual 0 … 1 scale are coloured; other scales have no known good side. */
function toneOf(score: number | boolean): Tone {
  if (score === true || score === 1) return 'success';
  return score === false || score === 0 ? 'danger' : 'neutral';
}
