import { useState } from 'react';
import { Callout } from '../ui/callout.tsx';
import styles from './screen.module.css';

/** Parts of the link that could not be read; the rest of it is shown. */
export function LinkProblems({ problems }: { readonly problems: readonly string[] }) {
  const [isDismissed, setDismissed] = useState(false);
  if (problems.length === 0 || isDismissed) return undefined;
  return (
    <div className={styles.notices}>
      <Callout
        tone="warning"
        title="A part of this link could not be read. The rest of it is shown."
        onDismiss={() => setDismissed(true)}
      >
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Callout>
    </div>
  );
}
