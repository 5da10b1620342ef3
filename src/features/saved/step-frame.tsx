import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './saved.module.css';

interface StepFrameProps {
  readonly title: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** One thing at a time, with the way back to the list. */
export function StepFrame({ title, onBack, children, actions }: StepFrameProps) {
  return (
    <>
      <div className={styles.stepHead}>
        <IconButton label="Back to the list" icon={ArrowLeft} size="sm" onPress={onBack} />
        <h2 className={styles.stepTitle}>{title}</h2>
      </div>
      <div className={styles.scroll}>{children}</div>
      <div className={styles.foot}>
        <span className={styles.space} />
        {actions}
      </div>
    </>
  );
}
