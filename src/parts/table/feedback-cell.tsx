import type { FeedbackStat } from '../../contract/run.ts';
import { FeedbackBadges } from '../feedback-badges.tsx';
import { Nothing } from './cell-parts.tsx';
import { useTablePreferences } from './table-preferences.ts';

interface FeedbackCellProps {
  readonly feedback: Readonly<Record<string, FeedbackStat>>;
  /** Of the column, while nobody sized it. */
  readonly width: number;
}

/** Pixels of a cell beside its content. */
const PADDING = 16;

export function FeedbackCell({ feedback, width }: FeedbackCellProps) {
  const chosen = useTablePreferences(({ widths }) => widths['feedback_stats']);
  if (Object.keys(feedback).length === 0) return <Nothing />;
  return <FeedbackBadges feedback={feedback} room={(chosen ?? width) - PADDING} />;
}
