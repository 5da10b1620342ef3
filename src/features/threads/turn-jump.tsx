import { ChevronDown, ChevronUp } from 'lucide-react';
import type { Run } from '../../contract/run.ts';
import { formatCount } from '../../lib/format-count.ts';
import { useIsNarrow } from '../../parts/use-is-narrow.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import type { TurnNumbers } from './turn-numbers.ts';
import styles from './threads.module.css';
import { TurnNames } from './turn-names.tsx';

interface TurnJumpProps {
  readonly turns: readonly Run[];
  readonly at: number;
  readonly numberOf: TurnNumbers;
  /** Undefined: unknown. */
  readonly total: number | undefined;
  readonly failedCount: number;
  readonly onJump: (index: number) => void;
  readonly onFailed: (direction: 1 | -1) => void;
}

/** Where the reader is, and the ways to elsewhere: beside the conversation, or above it behind a button. */
export function TurnJump({ turns, at, numberOf, total, failedCount, onJump, onFailed }: TurnJumpProps) {
  const isNarrow = useIsNarrow();
  const place = `Turn ${numberOf(at)}${total === undefined ? '' : ` of ${formatCount(total)}`}`;
  return (
    <div className={styles.side}>
      <div className={styles.jump}>
        {isNarrow ? (
          <PopoverButton label="Jump to a turn" size="sm" buttonContent={place}>
            {(close) => (
              <TurnNames
                {...{ turns, at, numberOf }}
                onJump={(index) => {
                  close();
                  onJump(index);
                }}
              />
            )}
          </PopoverButton>
        ) : (
          <span>{place}</span>
        )}
        {failedCount > 0 && (
          <span className={styles.failedJump} role="group" aria-label="Failed turns">
            <span className={styles.failed}>{formatCount(failedCount)} failed</span>
            <IconButton
              label="Previous failed turn (E)"
              icon={ChevronUp}
              size="sm"
              onPress={() => onFailed(-1)}
            />
            <IconButton
              label="Next failed turn (e)"
              icon={ChevronDown}
              size="sm"
              onPress={() => onFailed(1)}
            />
          </span>
        )}
      </div>
      {!isNarrow && <TurnNames {...{ turns, at, numberOf, onJump }} />}
    </div>
  );
}
