import { FileSearch } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { Api } from '../../../contract/api.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import type { RunsScreen } from '../../../url/screens.ts';
import { useDialect } from '../use-dialect.ts';
import type { Evidence } from './investigate.ts';
import { judge, type Fix } from './judge.ts';
import { useInvestigation } from './use-investigation.ts';
import styles from './why-nothing.module.css';

export interface WhyNothingProps {
  readonly api: Api;
  /** A question without rows. */
  readonly screen: RunsScreen;
  readonly onChange: (next: RunsScreen) => void;
}

/** Asks smaller questions until it is clear what removes every row, and offers to put it right. */
export function WhyNothing({ api, screen, onChange }: WhyNothingProps) {
  const { state, start, cancel } = useInvestigation(api, screen);
  switch (state.phase) {
    case 'running':
      return (
        <div className={styles.running}>
          <ProgressBar
            label={progressText(state.progress)}
            value={state.progress?.done ?? 0}
            max={state.progress?.total ?? 1}
          />
          <Button size="sm" onPress={cancel}>
            Stop asking
          </Button>
        </div>
      );
    case 'done':
      return <Verdict api={api} screen={screen} evidence={state.evidence} onChange={onChange} />;
    case 'failed':
      return (
        <Callout
          tone="danger"
          title="It could not be found out."
          actions={
            <Button size="sm" onPress={start}>
              Try again
            </Button>
          }
        >
          {state.message}
        </Callout>
      );
    default:
      return (
        <div className={styles.offer}>
          <Button variant="primary" icon={FileSearch} onPress={start}>
            Why nothing?
          </Button>
          <p className={styles.hint} role="status">
            {state.phase === 'cancelled'
              ? 'Stopped. Nothing more is asked.'
              : 'Asks again with each part left out, one row each, within the rate limit.'}
          </p>
        </div>
      );
  }
}

function progressText(progress: { done: number; total: number; label: string } | undefined): string {
  return progress ? `${progress.done} of ${progress.total} asked; now ${progress.label}` : 'Beginning…';
}

interface VerdictProps extends WhyNothingProps {
  readonly evidence: Evidence;
}

function Verdict({ api, screen, evidence, onChange }: VerdictProps) {
  const dialect = useDialect(api, screen);
  const findings = useMemo(() => judge({ screen, dialect, ...evidence }), [screen, dialect, evidence]);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone, so the answer takes it.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.verdict} aria-label="Why there is nothing">
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        Why nothing
      </h3>
      <ol className={styles.findings}>
        {findings.map(({ id, sentence, fixes }) => (
          <li key={id} className={styles.finding}>
            <p>{sentence}</p>
            {fixes.length > 0 && <Fixes fixes={fixes} onChange={onChange} />}
          </li>
        ))}
      </ol>
      <p className={styles.hint}>{askedText(evidence)}</p>
    </section>
  );
}

function Fixes({
  fixes,
  onChange,
}: {
  readonly fixes: readonly Fix[];
  readonly onChange: VerdictProps['onChange'];
}) {
  return (
    <div className={styles.fixes}>
      {fixes.map(({ label, next }, index) => (
        <Button
          key={label}
          size="sm"
          variant={index === 0 ? 'primary' : 'secondary'}
          onPress={() => onChange(next)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

/** The question itself was asked before. */
function askedText({ answers }: Evidence): string {
  const count = answers.size - 1;
  return count === 1 ? 'Found with one question.' : `Found with ${count} questions.`;
}
