import { useState } from 'react';
import { formatCount } from '../../lib/format-count.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './long-text.module.css';

/** A megabyte of text in one element stops the browser; nobody reads beyond a page without asking. */
const shownAtFirst = 4000;

/** Untrusted text as it is, its line breaks kept; long ones folded, with a way to all of it. */
export function LongText({
  text,
  className,
}: {
  readonly text: string;
  readonly className?: string | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > shownAtFirst * 1.2;
  const shown = isLong && !isOpen ? text.slice(0, shownAtFirst) : text;
  return (
    <div className={classNames(styles.text, className)} dir="auto">
      {shown}
      {isLong && (
        <span className={styles.more}>
          {!isOpen && '… '}
          <Button size="sm" variant="ghost" onPress={() => setOpen(!isOpen)}>
            {isOpen ? 'Show less' : `Show all ${formatCount(text.length)} characters`}
          </Button>
        </span>
      )}
    </div>
  );
}
