import { Download, FileSpreadsheet } from 'lucide-react';
import { formatBytes } from '../../lib/format-bytes.ts';
import { formatCount } from '../../lib/format-count.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './kept-file-list.module.css';

export interface ListedFile {
  readonly key: string;
  readonly name: string;
  /** Start of its partition; epoch milliseconds. */
  readonly from: number | undefined;
  /** Of its partition, which may have other files too. */
  readonly rows: number;
  /** Undefined when it is the only one. */
  readonly part: { readonly at: number; readonly of: number } | undefined;
  /** Bytes; undefined until they are known. */
  readonly size: number | undefined;
}

interface KeptFileListProps {
  readonly files: readonly ListedFile[];
  readonly onSave: (key: string) => void;
}

/** Each row saves its file. */
export function KeptFileList({ files, onSave }: KeptFileListProps) {
  return (
    <ul className={styles.list} aria-label="Kept files">
      {files.map((file) => (
        <li key={file.key}>
          <button
            type="button"
            className={styles.file}
            title={`Save ${file.name}`}
            onClick={() => onSave(file.key)}
          >
            <Icon source={FileSpreadsheet} />
            <span className={styles.day}>{dayOf(file.from)}</span>
            <span className={styles.rows}>{rowWords(file)}</span>
            <span className={styles.name}>{file.name}</span>
            <span className={styles.size}>{formatBytes(file.size)}</span>
            <Icon source={Download} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Partitions are UTC days. */
const dayOf = (from: number | undefined) =>
  from === undefined ? '–' : new Date(from).toISOString().slice(0, 10);

function rowWords({ rows, part }: ListedFile): string {
  const words = `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`;
  return part ? `part ${part.at} of ${part.of}, ${words} together` : words;
}
