import type { StoredFeedback } from '../store/types.ts';
import { printOptionalTime, printTime } from './print-time.ts';

/** FeedbackSchema (CONTRACT §10.1). */
export function printFeedback(feedback: StoredFeedback) {
  return {
    ...feedback,
    start_time: printOptionalTime(feedback.start_time),
    created_at: printTime(feedback.created_at),
    modified_at: printTime(feedback.modified_at),
  };
}
