import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { ExportRun } from '../../contract/bulk-export.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { ExportsPageProps } from './exports-page-props.ts';
import styles from './exports.module.css';
import { localStatements } from './plan/use-data/local-statements.ts';
import { StatementPicker } from './statement-picker.tsx';

interface KeptHereProps {
  readonly kept: NonNullable<ExportsPageProps['kept']>;
  readonly runs: readonly ExportRun[];
  readonly fields: readonly string[] | undefined;
  readonly onOpenFiles: ExportsPageProps['onOpenFiles'];
}

export function KeptHere({ kept, runs, fields, onOpenFiles }: KeptHereProps) {
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
      {keys.length > 0 && (
        <>
          <p className={styles.remark}>
            Saved files are read by other programs too. The statements name all of them: save them into one
            folder.
          </p>
          <StatementPicker statements={localStatements(keys.map(nameOf), fields)} />
        </>
      )}
    </>
  );
}

/** A browser saves a file under its name alone. */
const nameOf = (key: string) => key.slice(key.lastIndexOf('/') + 1);

function save(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
