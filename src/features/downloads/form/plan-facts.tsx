import type { Estimate } from '../../../extract/plan/estimate.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { roughDuration } from '../rough-duration.ts';
import styles from './download-form.module.css';

interface PlanFactsProps {
  readonly estimate: Estimate | undefined;
  /** What is read, in the plural. */
  readonly parts: string;
}

const about = (text: string, value: number | undefined) =>
  value === undefined ? 'not known' : `about ${text}`;

export function PlanFacts({ estimate, parts }: PlanFactsProps) {
  const { seconds, bytes, requests } = estimate ?? {};
  return (
    <section aria-label="Plan">
      <dl className={styles.facts}>
        <Fact
          name={`To read (${parts})`}
          value={estimate ? about(formatCount(estimate.parts), estimate.parts) : '…'}
        />
        <Fact name="Requests" value={estimate ? about(formatCount(requests), requests) : '…'} />
        <Fact name="Time" value={estimate ? about(roughDuration(seconds ?? 0), seconds) : '…'} />
        <Fact name="Size" value={estimate ? about(formatBytes(bytes), bytes) : '…'} />
      </dl>
      {estimate && estimate.parts === undefined && (
        <p className={styles.note}>
          The server does not say how many there are: requests, time and size show while it runs.
        </p>
      )}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  );
}
