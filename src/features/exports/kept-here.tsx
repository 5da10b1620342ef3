import { useQuery } from '@tanstack/react-query';
import { Download, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { BulkExport, ExportRun } from '../../contract/bulk-export.ts';
import { formatBytes } from '../../lib/format-bytes.ts';
import { formatCount } from '../../lib/format-count.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { toast } from '../../ui/toast-queue.ts';
import type { ExportsPageProps } from './exports-page-props.ts';
import styles from './exports.module.css';
import { type ListedFile, KeptFileList } from './kept-file-list.tsx';
import { FILE_DOCUMENTS } from './plan/use-data/documents.ts';
import { localStatements } from './plan/use-data/local-statements.ts';
import { StatementPicker } from './statement-picker.tsx';

interface KeptHereProps {
  readonly kept: NonNullable<ExportsPageProps['kept']>;
  readonly wanted: BulkExport;
  readonly runs: readonly ExportRun[];
  readonly onOpenFiles: ExportsPageProps['onOpenFiles'];
}

export function KeptHere({ kept, wanted, runs, onOpenFiles }: KeptHereProps) {
  const [busy, setBusy] = useState<'open' | 'save'>();
  const { data: sizes } = useQuery({
    queryKey: ['kept-files', wanted.id],
    queryFn: async () => new Map((await kept.list()).map(({ key, size }) => [key, size])),
  });
  const files = runs.flatMap((run) => filesOf(run, sizes));
  const keys = files.map(({ key }) => key);
  const attempt = async (what: typeof busy, work: () => Promise<void>) => {
    setBusy(what);
    try {
      await work();
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error), { tone: 'danger' });
    } finally {
      setBusy(undefined);
    }
  };
  const open = () =>
    attempt('open', async () => onOpenFiles(await Promise.all(keys.map((key) => kept.get(key)))));
  const saveOne = (key: string) => attempt(undefined, async () => save(await kept.get(key)));
  const saveAll = () =>
    attempt('save', async () => save(await kept.archive(keys, `export-${wanted.id}.zip`)));
  const [first, ...others] = keys;
  if (first === undefined) return <p className={styles.remark}>This export wrote no file.</p>;
  return (
    <>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          icon={Download}
          isPending={busy === 'save'}
          onPress={() => void (others.length > 0 ? saveAll() : saveOne(first))}
        >
          {saveWords(files)}
        </Button>
        <Button icon={FolderOpen} isPending={busy === 'open'} onPress={() => void open()}>
          Open in Runlens
        </Button>
      </div>
      <KeptFileList files={files} onSave={(key) => void saveOne(key)} />
      <p className={styles.remark}>
        They are kept in this tab’s memory, and are gone when it is closed or reloaded.
        {others.length > 0 &&
          ' All together they are saved as one ZIP archive; the statements below read the files unpacked.'}
      </p>
      <StatementPicker
        statements={localStatements(keys.map(nameOf), wanted.fields)}
        documents={FILE_DOCUMENTS}
      />
    </>
  );
}

function filesOf({ from, files, rowsWritten }: ExportRun, sizes: ReadonlyMap<string, number> | undefined) {
  return files.map((file, index): ListedFile => {
    // Entries begin with the bucket's name.
    const key = file.slice(file.indexOf('/') + 1);
    return {
      key,
      name: nameOf(key),
      from,
      rows: rowsWritten,
      part: files.length > 1 ? { at: index + 1, of: files.length } : undefined,
      size: sizes?.get(key),
    };
  });
}

function saveWords(files: readonly ListedFile[]): string {
  const sizes = files.flatMap(({ size }) => size ?? []);
  const total = sizes.length < files.length ? undefined : formatBytes(sum(sizes));
  if (files.length === 1) return total ? `Save the file (${total})` : 'Save the file';
  return `Save all (${[`${formatCount(files.length)} files`, total].filter(Boolean).join(', ')})`;
}

/** A browser saves a file under its name alone. */
const nameOf = (key: string) => key.slice(key.lastIndexOf('/') + 1);

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const save = (file: File): void => saveFile(file.name, file);
