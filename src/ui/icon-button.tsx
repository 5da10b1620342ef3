import { Button as AriaButton } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconSource } from './icon.tsx';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps {
  /** The accessible name, and the tooltip. */
  readonly label: string;
  readonly icon: IconSource;
  readonly size?: 'sm' | 'md';
  /** Given at all, the button is a toggle and says so. */
  readonly isActive?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress?: () => void;
}

export function IconButton({ label, icon, size = 'md', isActive, isDisabled, onPress }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton
        aria-label={label}
        aria-pressed={isActive}
        isDisabled={isDisabled}
        onPress={() => onPress?.()}
        className={classNames(styles.iconButton, styles[size])}
      >
        <Icon source={icon} size={size === 'sm' ? 14 : 16} />
      </AriaButton>
    </Tooltip>
  );
}
