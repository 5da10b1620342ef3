import { Fragment, memo, type ReactNode } from 'react';
import { visibleSegments } from './visible-characters.ts';
import styles from './visible-text.module.css';

export interface VisibleTextProps {
  readonly text: string;
  /** Marks every occurrence, whatever its case. */
  readonly highlight?: string;
}

/** Text from a trace, safe to read: nothing in it can hide, or reorder what stands around it. */
export const VisibleText = memo(function VisibleText({ text, highlight }: VisibleTextProps) {
  return (
    <bdi className={styles.text}>
      {visibleSegments(text).map((segment, index) =>
        segment.kind === 'escape' ? (
          <span key={index} className={styles.escape} title="A character that would not be visible">
            {segment.text}
          </span>
        ) : (
          <Fragment key={index}>{marked(segment.text, highlight)}</Fragment>
        ),
      )}
    </bdi>
  );
});

const MOST_MARKS = 500;

function marked(text: string, highlight: string | undefined): ReactNode {
  if (!highlight) return text;
  const found = new RegExp(highlight.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`), 'gi');
  const parts: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(found)) {
    if (parts.length >= 2 * MOST_MARKS) break;
    parts.push(text.slice(at, match.index), <mark key={match.index}>{match[0]}</mark>);
    at = match.index + match[0].length;
  }
  return parts.length === 0 ? text : [...parts, text.slice(at)];
}
