import type { ReactNode } from 'react';
import styles from './page-column.module.css';

export interface PageColumnProps {
  readonly title: string;
  readonly lead: ReactNode;
  /** What the whole page offers, beside its title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page that is read from top to bottom. All have one width: titles stay in place from page to page. */
export function PageColumn({ title, lead, actions, children }: PageColumnProps) {
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <header className={styles.header}>
          <div className={styles.words}>
            <h1 className={styles.heading}>{title}</h1>
            <p className={styles.lead}>{lead}</p>
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}
