import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import iconButton from '../icon-button.module.css';
import { Icon } from '../icon.tsx';
import popover from '../popover.module.css';
import {
  hideColumn,
  stepColumn,
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
  readonly isLast: boolean;
  readonly isOnly: boolean;
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
  readonly onSortToggle: ((columnId: string) => void) | undefined;
  readonly isTabStop: boolean;
}

interface Action {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** Everything a pointer can do to a column by dragging, in words and for every input device. */
export function ColumnMenu(props: ColumnMenuProps) {
  const actions = actionsOf(props);
  return (
    <MenuTrigger>
      <Button
        aria-label={`${props.column.title} column`}
        // The table has one tab stop; the arrow keys come here.
        excludeFromTabOrder={!props.isTabStop}
        className={classNames(iconButton.iconButton, iconButton.sm, styles.menu)}
      >
        <Icon source={ChevronDown} size={14} />
      </Button>
      <Popover className={popover.popover} offset={4}>
        <Menu
          className={popover.list}
          aria-label={`${props.column.title} column`}
          onAction={(key) => actions.find((action) => action.id === key)?.run()}
        >
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              isDisabled={action.isDisabled}
              className={popover.item}
            >
              <Text slot="label" className={classNames(popover.itemText, popover.itemLabel)}>
                {action.label}
              </Text>
              {action.keys !== undefined && (
                <Text slot="description" className={popover.itemDetail}>
                  {action.keys}
                </Text>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function actionsOf(props: ColumnMenuProps): readonly Action[] {
  const { column, width, state, onStateChange, onSortToggle } = props;
  const { id } = column;
  const sort: Action = {
    id: 'sort',
    label: column.sort === 'ascending' ? 'Sort descending' : 'Sort ascending',
    run: () => onSortToggle?.(id),
  };
  return [
    ...(onSortToggle ? [sort] : []),
    {
      id: 'left',
      label: 'Move left',
      keys: 'Alt ←',
      isDisabled: props.isFirst,
      run: () => onStateChange(stepColumn(state, id, -1)),
    },
    {
      id: 'right',
      label: 'Move right',
      keys: 'Alt →',
      isDisabled: props.isLast,
      run: () => onStateChange(stepColumn(state, id, 1)),
    },
    {
      id: 'wider',
      label: 'Wider',
      keys: 'Shift →',
      run: () => onStateChange(withWidth(state, column, width + 4 * WIDTH_STEP)),
    },
    {
      id: 'narrower',
      label: 'Narrower',
      keys: 'Shift ←',
      run: () => onStateChange(withWidth(state, column, width - 4 * WIDTH_STEP)),
    },
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
