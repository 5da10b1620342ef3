import { Checkbox } from '../../ui/checkbox.tsx';
import { formatCount } from '../../lib/format-count.ts';
import type { Screen } from '../../url/screens.ts';
import { hasSelection, windowOf, withPinnedWindow } from '../../url/share-choices.ts';
import { windowWords } from '../../url/window-words.ts';
import styles from './share-panel.module.css';

interface ShareChoicesProps {
  readonly screen: Screen;
  readonly openedAt: number;
  readonly isPinned: boolean;
  readonly onPinnedChange: (isPinned: boolean) => void;
  readonly hasSelection: boolean;
  readonly onHasSelectionChange: (hasSelection: boolean) => void;
  /** Undefined for pages that cannot. */
  readonly zone:
    | { readonly name: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }
    | undefined;
  /** Undefined when compressing gains nothing. */
  readonly packing:
    | { readonly isOn: boolean; readonly saved: number; readonly onChange: (isOn: boolean) => void }
    | undefined;
}

export function ShareChoices(props: ShareChoicesProps) {
  const { screen, zone, packing } = props;
  const canPin = windowOf(screen)?.kind === 'relative';
  const canSelect = hasSelection(screen);
  if (!canPin && !canSelect && !zone && !packing) return null;
  return (
    <div className={styles.choices} role="group" aria-label="Choices">
      {canPin && (
        <Checkbox
          isSelected={props.isPinned}
          onChange={props.onPinnedChange}
          description={pinWords(screen, props.openedAt)}
        >
          Pin the time window
        </Checkbox>
      )}
      {canSelect && (
        <Checkbox isSelected={props.hasSelection} onChange={props.onHasSelectionChange}>
          Include what is selected and open
        </Checkbox>
      )}
      {zone && (
        <Checkbox
          isSelected={zone.isOn}
          onChange={zone.onChange}
          description={`Times are shown in ${zone.name} to everybody; otherwise in the zone of who opens the link.`}
        >
          Fix the time zone
        </Checkbox>
      )}
      {packing && (
        <Checkbox
          isSelected={packing.isOn}
          onChange={packing.onChange}
          description={`${formatCount(packing.saved)} characters less; unreadable to people, and expanded when it is opened.`}
        >
          Compress
        </Checkbox>
      )}
    </div>
  );
}

function pinWords(screen: Screen, now: number): string {
  const window = windowOf(withPinnedWindow(screen, now));
  return window ? `Always ${windowWords(window)}.` : '';
}
