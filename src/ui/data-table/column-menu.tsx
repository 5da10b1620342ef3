import { ChevronDown } from 'lucide-react';
import { createElement } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import iconButton from '../icon-button.module.css';
import { Icon } from '../icon.tsx';
import type { MenuAction } from '../menu.tsx';
import { loadMenuPanel } from '../overlay/overlay-parts.ts';
import { useOverlay } from '../overlay/use-overlay.ts';
import {
  hideColumn,
  pinColumn,
  stepColumn,
  unpinColumn,
  WIDTH_STEP,
  withoutWidth,
  withWidth,
  type ColumnState,
  type DataColumn,
} from './column-state.ts';
import styles from './data-table.module.css';

interface ColumnMenuProps {
  readonly column: DataColumn;
  readonly width: number;
  readonly isFirst: boolean;
  readonly isPinned: boolean;
  readonly isLast: boolean;
  readonly isOnly: boolean;
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
  readonly onSortToggle: ((columnId: string) => void) | undefined;
  /** Orders the rows that are here; undefined where that is not offered. */
  readonly onLocalSort: ((columnId: string, isDescending: boolean) => void) | undefined;
  readonly onFit: () => void;
  readonly isTabStop: boolean;
}

interface Action extends MenuAction {
  readonly run: () => void;
}

/** Everything a pointer can do to a column by dragging, in words and for every input device. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { trigger, opened } = useOverlay(loadMenuPanel, 'menu');
  const actions = actionsOf(props);
  const label = `${props.column.title} column`;
  return (
    <>
      <Button
        {...trigger}
        // Here the arrow keys move through the table.
        onKeyDown={undefined}
        aria-label={label}
        // The table has one tab stop; the arrow keys come here.
        excludeFromTabOrder={!props.isTabStop}
        className={classNames(iconButton.iconButton, iconButton.sm, styles.menu)}
      >
        <Icon source={ChevronDown} size={14} />
      </Button>
      {opened &&
        createElement(opened.part, {
          anchor: opened.anchor,
          label,
          items: actions,
          onAction: (id) => actions.find((action) => action.id === id)?.run(),
        })}
    </>
  );
}

function actionsOf(props: ColumnMenuProps): readonly Action[] {
  const { column, width, state, onStateChange, onSortToggle, onLocalSort } = props;
  const { id } = column;
  const sort: Action = {
    id: 'sort',
    label: column.sort === 'ascending' ? 'Sort descending' : 'Sort ascending',
    run: () => onSortToggle?.(id),
  };
  return [
    ...(onSortToggle ? [sort] : []),
    ...(onLocalSort && !onSortToggle && !column.isUnsortable
      ? [
          { id: 'up', label: 'Sort loaded rows ascending', run: () => onLocalSort(id, false) },
          { id: 'down', label: 'Sort loaded rows descending', run: () => onLocalSort(id, true) },
        ]
      : []),
    props.isPinned
      ? { id: 'unpin', label: 'Unpin', run: () => onStateChange(unpinColumn(state, id)) }
      : { id: 'pin', label: 'Pin at the left', run: () => onStateChange(pinColumn(state, id)) },
    {
      id: 'left',
      label: 'Move left',
      detail: 'Alt ←',
      isDisabled: props.isFirst,
      run: () => onStateChange(stepColumn(state, id, -1)),
    },
    {
      id: 'right',
      label: 'Move right',
      detail: 'Alt →',
      isDisabled: props.isLast,
      run: () => onStateChange(stepColumn(state, id, 1)),
    },
    {
      id: 'wider',
      label: 'Wider',
      detail: 'Shift →',
      run: () => onStateChange(withWidth(state, column, width + 4 * WIDTH_STEP)),
    },
    {
      id: 'narrower',
      label: 'Narrower',
      detail: 'Shift ←',
      run: () => onStateChange(withWidth(state, column, width - 4 * WIDTH_STEP)),
    },
    { id: 'fit', label: 'Fit to what it shows', run: props.onFit },
    {
      id: 'reset',
      label: 'Reset width',
      isDisabled: state.widths[id] === undefined,
      run: () => onStateChange(withoutWidth(state, id)),
    },
    {
      id: 'hide',
      label: 'Hide column',
      isDisabled: props.isOnly,
      run: () => onStateChange(hideColumn(state, id)),
    },
  ];
}
