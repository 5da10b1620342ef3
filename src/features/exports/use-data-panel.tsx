import type { BulkExport, Destination, ExportRun } from '../../contract/bulk-export.ts';
import { CodeBlock } from './access-help.tsx';
import type { ExportsPageProps } from './exports-page-props.ts';
import styles from './exports.module.css';
import { KeptHere } from './kept-here.tsx';
import { isOver } from './plan/export-progress.ts';
import { BUCKET_DOCUMENTS } from './plan/use-data/documents.ts';
import { downloadCommands } from './plan/use-data/download-commands.ts';
import { exportPlace } from './plan/use-data/export-place.ts';
import { statementsFor } from './plan/use-data/statements-for.ts';
import { StatementPicker } from './statement-picker.tsx';

interface UseDataProps extends Pick<ExportsPageProps, 'kept' | 'onOpenFiles'> {
  readonly wanted: BulkExport;
  readonly destination: Destination;
  readonly runs: readonly ExportRun[];
}

export function UseData({ wanted, destination, runs, kept, onOpenFiles }: UseDataProps) {
  if (!isOver(wanted.status) || runs.every(wroteNothing)) return null;
  const isHere =
    kept !== undefined && destination.credentialKeys.length === 0 && destination.endpoint === undefined;
  return (
    <section className={styles.form} aria-label="Use the data">
      <h3 className={styles.subheading}>Use the data</h3>
      {isHere ? (
        <KeptHere kept={kept} wanted={wanted} runs={runs} onOpenFiles={onOpenFiles} />
      ) : (
        <InBucket wanted={wanted} destination={destination} runs={runs} />
      )}
    </section>
  );
}

const wroteNothing = ({ files, rowsWritten }: ExportRun) => files.length === 0 && rowsWritten === 0;

function InBucket({ wanted, destination, runs }: Pick<UseDataProps, 'wanted' | 'destination' | 'runs'>) {
  const place = exportPlace(destination, wanted, runs);
  return (
    <>
      <p className={styles.remark}>
        The files are in your bucket, where this page cannot reach them without its keys.
      </p>
      <StatementPicker statements={statementsFor(place)} documents={BUCKET_DOCUMENTS} />
      <CodeBlock
        title="Download the files, to open them in Runlens"
        text={downloadCommands(place)}
        note={[
          'Then open Connections… and choose all of them at once there, with “Open files…”.',
          ...(place.address.note === '' ? [] : [place.address.note]),
        ].join(' ')}
      />
    </>
  );
}
