import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** Undefined = the end is not known. */
  readonly value?: number;
  readonly max?: number;
}

export function ProgressBar({ label, value, max = 100 }: ProgressBarProps) {
  return (
    <AriaProgressBar
      value={value ?? 0}
      maxValue={max}
      isIndeterminate={value === undefined}
      className={styles.progress}
    >
      {({ percentage, valueText }) => (
        <>
          <span className={styles.head}>
            <Label>{label}</Label>
            {value !== undefined && <span className="tabular">{valueText}</span>}
          </span>
          <span className={styles.track}>
            <span
              className={value === undefined ? styles.moving : styles.fill}
              style={value === undefined ? undefined : { width: `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
