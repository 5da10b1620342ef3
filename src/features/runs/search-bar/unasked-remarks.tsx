import { Button } from '../../../ui/button.tsx';
import type { BarRemark } from './bar-draft-shape.ts';
import { RemarkList } from './remark-list.tsx';
import styles from './search-bar-editor.module.css';

interface UnaskedRemarksProps {
  readonly label: string;
  readonly remarks: readonly BarRemark[];
  readonly onDiscard: () => void;
}

/** Beside the API text: what was written in the bar and waits there, since the API cannot be asked for it. */
export function UnaskedRemarks({ label, remarks, onDiscard }: UnaskedRemarksProps) {
  if (remarks.length === 0) return undefined;
  return (
    <div className={styles.unasked}>
      <RemarkList
        label={`Clauses of the bar that ${label} does not ask`}
        title="Only in the search bar, not asked:"
        remarks={remarks}
      />
      <Button variant="ghost" size="sm" onPress={onDiscard}>
        Discard
      </Button>
    </div>
  );
}
