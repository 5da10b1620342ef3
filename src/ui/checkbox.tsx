import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './checkbox.module.css';
import { Icon } from './icon.tsx';

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly description?: string;
  readonly children: ReactNode;
}

export function Checkbox({ children, description, ...props }: CheckboxProps) {
  const descriptionId = useId();
  return (
    <div className={styles.field}>
      <AriaCheckbox
        {...props}
        aria-describedby={description === undefined ? undefined : descriptionId}
        className={styles.checkbox}
      >
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className={styles.box}>
              {isIndeterminate ? (
                <Icon source={Minus} size={12} />
              ) : (
                isSelected && <Icon source={Check} size={12} />
              )}
            </span>
            <span>{children}</span>
          </>
        )}
      </AriaCheckbox>
      {description !== undefined && (
        <p id={descriptionId} className={styles.description}>
          {description}
        </p>
      )}
    </div>
  );
}
