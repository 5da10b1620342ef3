import type { ReactNode } from 'react';
import styles from './table-parts.module.css';

/**
 * Floats over the end of the table, so that nothing moves when the first row is marked; beside the checkboxes,
 * so that a second press hits what the first one hit.
 */
export const SelectionDock = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.dock}>{children}</div>
);
