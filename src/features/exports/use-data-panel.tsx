import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { BulkExport, Destination, ExportRun } from '../../contract/bulk-export.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { CodeBlock } from './access-help.tsx';
import type { ExportsPageProps } from './exports-page-props.ts';
import styles from './exports.module.css';
import { isOver } from './plan/export-progress.ts';
import { statementsFor, type System } from './plan/use-data.ts';

interface UseDataProps extends Pick<ExportsPageProps, 'kept' | 'onOpenFiles'> {
  readonly wanted: BulkExport;
  readonly destination: Destination;
  readonly runs: readonly ExportRun[];
}

export function UseData({ wanted, destination, runs, kept, onOpenFiles }: UseDataProps) {
  const [system, setSystem] = useState<System>('duckdb');
  if (!isOver(wanted.status) || runs.every(({ files }) => files.length === 0)) return null;
  const isHere =
    kept !== undefined && destination.credentialKeys.length === 0 && destination.endpoint === undefined;
  return (
    <section className={styles.form} aria-label="Use the data">
      <h3 className={styles.subheading}>Use the data</h3>
      {isHere ? (
        <KeptHere kept={kept} runs={runs} onOpenFiles={onOpenFiles} />
      ) : (
        <>
          <p className={styles.remark}>
            The files are in your bucket, where this page cannot reach them without its keys: download them
            and open them under Connections to explore them here.
          </p>
          <Statements wanted={wanted} destination={destination} system={system} onSystem={setSystem} />
        </>
      )}
    </section>
  );
}

interface StatementsProps extends Pick<UseDataProps, 'wanted' | 'destination'> {
  readonly system: System;
  readonly onSystem: (system: System) => void;
}

function Statements({ wanted, destination, system, onSystem }: StatementsProps) {
  const statements = statementsFor({
    bucket: destination.bucket ?? '',
    prefix: destination.prefix,
    region: destination.region,
    endpoint: destination.endpoint,
    isPathStyle: destination.addressing !== 'virtual',
    exportId: wanted.id,
    tenantId: wanted.tenantId ?? destination.tenantId ?? '*',
    projectId: wanted.projectId,
    formatVersion: wanted.formatVersion === 'v2_beta' ? 'v2_beta' : 'v1',
  });
  const shown = statements.find((statement) => statement.system === system) ?? statements[0]!;
  return (
    <>
      <Select
        label="System"
        value={system}
        onChange={onSystem}
        options={statements.map((statement) => ({ value: statement.system, label: statement.title }))}
      />
      <CodeBlock title={`Read it with ${shown.title}`} text={shown.text} note={shown.note} />
    </>
  );
}

type KeptHereProps = Required<Pick<ExportsPageProps, 'onOpenFiles'>> & {
  readonly kept: NonNullable<ExportsPageProps['kept']>;
  readonly runs: readonly ExportRun[];
};

function KeptHere({ kept, runs, onOpenFiles }: KeptHereProps) {
  const [isBusy, setBusy] = useState(false);
  // Entries begin with the bucket's name.
  const keys = runs.flatMap(({ files }) => files.map((file) => file.slice(file.indexOf('/') + 1)));
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error), { tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  const open = () => attempt(async () => onOpenFiles(await Promise.all(keys.map((key) => kept.get(key)))));
  return (
    <>
      <p className={styles.remark}>
        {keys.length} Parquet files are kept in this tab’s memory, and are gone when it is closed or reloaded.
      </p>
      <div className={styles.buttons}>
        <Button variant="primary" icon={FolderOpen} isPending={isBusy} onPress={() => void open()}>
          Open in Runlens
        </Button>
      </div>
      <ul className={styles.files} aria-label="Kept files">
        {keys.map((key) => (
          <li key={key}>
            <Button
              size="sm"
              variant="ghost"
              onPress={() => void attempt(async () => save(await kept.get(key)))}
            >
              {key.split('/').slice(-4).join('/')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function save(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
