import type { Difference } from './query-facts.ts';
import styles from './saved.module.css';

/** Both sides of what differs. */
export function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0)
    return <p className={styles.remark}>The screen and what is stored are the same.</p>;
  return (
    <div className={styles.differences}>
      {differences.map(({ name, stored, shown }) => (
        <section key={name} aria-label={name}>
          <h3 className={styles.heading}>{name}</h3>
          <dl>
            <div>
              <dt>Stored</dt>
              <dd className={styles.before}>{stored ?? 'not set'}</dd>
            </div>
            <div>
              <dt>On screen</dt>
              <dd className={styles.after}>{shown ?? 'not set'}</dd>
            </div>
          </dl>
        </section>
      ))}
    </div>
  );
}
