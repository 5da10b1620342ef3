import { type ReactNode, useId } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import styles from './switch.module.css';

export interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly description?: string;
  readonly children: ReactNode;
}

export function Switch({ children, description, ...props }: SwitchProps) {
  const descriptionId = useId();
  return (
    <div>
      <AriaSwitch
        {...props}
        aria-describedby={description === undefined ? undefined : descriptionId}
        className={styles.switch}
      >
        <span className={styles.track}>
          <span className={styles.thumb} />
        </span>
        <span>{children}</span>
      </AriaSwitch>
      {description !== undefined && (
        <p id={descriptionId} className={styles.description}>
          {description}
        </p>
      )}
    </div>
  );
}
