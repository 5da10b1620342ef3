import { useEffect, useRef } from 'react';
import type { ConnectionReport } from '../../api/connection-report.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import styles from './connections.module.css';
import type { ConnectionTest } from './use-connection-test.ts';

/** What stands between this browser and the server, and what to do about it. */
export function TestReport({ test }: { readonly test: ConnectionTest }) {
  const place = useRef<HTMLDivElement>(null);
  // The answer comes below a long form: outside system, the scroll position.
  useEffect(() => {
    if (test.kind === 'done') place.current?.scrollIntoView({ block: 'nearest' });
  }, [test]);
  if (test.kind === 'none') return undefined;
  if (test.kind === 'running') {
    return (
      <p className={styles.testing} role="status">
        <Spinner label="" /> Asking the server…
      </p>
    );
  }
  const { report } = test;
  return (
    <div ref={place} className={styles.answer}>
      <Callout tone={toneOf(report)} title={report.title}>
        <div className={styles.report}>
          <p>{report.explanation}</p>
          {report.kind === 'ok' && <p>{report.generationReason}</p>}
          {report.next.length > 0 && (
            <ul className={styles.steps}>
              {report.next.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          )}
          {report.kind === 'cors' && (
            <dl className={styles.remedies}>
              {report.remedies.map((remedy) => (
                <div key={remedy.id}>
                  <dt>{remedy.title}</dt>
                  <dd>{remedy.text}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      </Callout>
    </div>
  );
}

function toneOf({ kind }: ConnectionReport): Tone {
  if (kind === 'ok') return 'success';
  return kind === 'needs-workspace' || kind === 'busy' || kind === 'offline' ? 'warning' : 'danger';
}
