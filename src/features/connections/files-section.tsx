import { useState } from 'react';
import { formatCount } from '../../lib/format-count.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Callout } from '../../ui/callout.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './connections.module.css';
import type { FileOutcome, ImportReport, OpenedFiles } from './import-report.ts';

interface FilesSectionProps {
  readonly opened: OpenedFiles;
  readonly filesHref: string;
}

const ENDINGS = ['.jsonl', '.gz', '.json', '.ndjson', '.parquet'] as const;

export function FilesSection({ opened, filesHref }: FilesSectionProps) {
  const [outcomes, setOutcomes] = useState<readonly FileOutcome[]>([]);
  const [isReading, setReading] = useState(false);

  async function open(files: readonly File[]) {
    setReading(true);
    setOutcomes(await opened.open(files));
    setReading(false);
  }

  return (
    <>
      <FileDrop
        label="Drop files with runs here"
        buttonText="Open files…"
        accept={ENDINGS}
        isBusy={isReading}
        onFiles={(files) => void open(files)}
      >
        <p>Drop files with runs here: .jsonl, .jsonl.gz, .json, or .parquet of a bulk export.</p>
        <p className={styles.cardDetail}>
          They are read in this tab and go nowhere else; they are gone when the tab is closed.
        </p>
      </FileDrop>
      {isReading && <ProgressBar label="Reading" />}
      {outcomes.map((outcome) => (
        <Outcome key={outcome.name} outcome={outcome} />
      ))}
      {opened.isAnyOpen() && (
        <div className={styles.buttons}>
          <ButtonLink href={filesHref} variant="primary">
            Explore the opened files
          </ButtonLink>
          <Button
            onPress={() => {
              opened.close();
              setOutcomes([]);
            }}
          >
            Close them
          </Button>
        </div>
      )}
    </>
  );
}

function Outcome({ outcome }: { readonly outcome: FileOutcome }) {
  if (outcome.kind === 'failed') {
    return (
      <Callout tone="danger" title={`${outcome.name} could not be read`}>
        <p>{outcome.reason}</p>
        <p>A file holds one run per line (JSONL, also gzipped), or one JSON list of runs.</p>
      </Callout>
    );
  }
  const { report, name } = outcome;
  return (
    <Callout tone={toneOf(report)} title={`${name}: ${contentsOf(report)}`}>
      {report.skippedCount > 0 && (
        <details>
          <summary>
            {report.skippedCount === 1 ? 'One line was' : `${formatCount(report.skippedCount)} lines were`}{' '}
            skipped
          </summary>
          <ul className={styles.skipped}>
            {report.skipped.map(({ line, reason }) => (
              <li key={line}>
                line {line}: {reason}
              </li>
            ))}
            {report.skippedCount > report.skipped.length && (
              <li>… and {formatCount(report.skippedCount - report.skipped.length)} more</li>
            )}
          </ul>
        </details>
      )}
    </Callout>
  );
}

function toneOf({ runs, skippedCount }: ImportReport) {
  if (runs === 0) return 'danger';
  return skippedCount > 0 ? 'warning' : 'success';
}

function contentsOf({ runs, projects, feedback, attachments }: ImportReport): string {
  const parts = [
    [runs, 'run'],
    [projects, 'project'],
    [feedback, 'feedback entry', 'feedback entries'],
    [attachments, 'attachment'],
  ] as const;
  const texts = parts
    .filter(([count], index) => count > 0 || index === 0)
    .map(([count, one, many]) => `${formatCount(count)} ${count === 1 ? one : (many ?? `${one}s`)}`);
  return texts.join(', ');
}
