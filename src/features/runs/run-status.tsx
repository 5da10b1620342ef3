import { CircleAlert, CircleCheck, CircleDashed, CirclePause, type LucideIcon } from 'lucide-react';
import type { RunStatus } from '../../contract/run.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './run-cell.module.css';

interface Look {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly className: string | undefined;
}

const LOOKS: Readonly<Record<string, Look>> = {
  success: { icon: CircleCheck, word: 'Success', className: styles.success },
  error: { icon: CircleAlert, word: 'Error', className: styles.danger },
  pending: { icon: CircleDashed, word: 'Running', className: styles.info },
  interrupted: { icon: CirclePause, word: 'Interrupted', className: styles.warning },
};

/** Always a word beside the colour; a status of a newer server is shown as it came (UNKNOWNS U33). */
export function RunStatusText({ status }: { readonly status: RunStatus }) {
  const look = LOOKS[status];
  if (!look) return <span>{status}</span>;
  return (
    <span className={`${styles.status} ${look.className}`}>
      <Icon source={look.icon} size={14} />
      {look.word}
    </span>
  );
}
