import type { BarRemark } from './bar-draft-shape.ts';
import styles from './search-bar-editor.module.css';

interface RemarkListProps {
  readonly label: string;
  readonly title: string;
  readonly remarks: readonly BarRemark[];
}

/** Clauses that only one of the two languages can say, by name. */
export function RemarkList({ label, title, remarks }: RemarkListProps) {
  return (
    <div className={styles.remarks}>
      <span>{title}</span>
      <ul aria-label={label}>
        {remarks.map(({ text, reason }) => (
          <li key={text}>
            <code>{text}</code> <span className={styles.reason}>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
