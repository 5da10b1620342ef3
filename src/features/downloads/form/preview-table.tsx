import type { JsonValue } from '../../../contract/run.ts';
import { formatCount } from '../../../lib/format-count.ts';
import type { Preview } from '../prepare/preview.ts';
import styles from './download-form.module.css';

const ROWS = 5;
const LONGEST = 200;
/** So many columns fit the dialog. */
const FEW = 6;

/** Ids say little in a preview and would push what was asked for out of sight. */
const UUID = /^[\da-f]{8}-[\da-f-]{27}$/;

function cellText(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' && UUID.test(value)) return `${value.slice(0, 8)}…`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The first rows as the file will have them; long cells are cut here, not there. */
interface PreviewTableProps {
  readonly preview: Preview;
  /** Runs that were looked at, and whether these are all. */
  readonly looked: number;
  readonly isAll: boolean;
}

export function PreviewTable({ preview, looked, isAll }: PreviewTableProps) {
  const { columns } = preview;
  const shown = columns.length > 0 ? columns.map(({ name }) => name) : Object.keys(preview.rows[0] ?? {});
  if (preview.rows.length === 0) {
    return (
      <p className={styles.note}>
        {isAll
          ? 'No rows: nothing of this kind is in what was asked for.'
          : `No preview: none of the first ${formatCount(looked)} runs has anything of this kind. The others are looked at by the download.`}
      </p>
    );
  }
  return (
    <>
      <p className={styles.note}>
        The first rows, of {formatCount(shown.length)} {shown.length === 1 ? 'column' : 'columns'}
        {shown.length > FEW && ' (the table scrolls sideways)'}; long values are cut here, not in the file.
      </p>
      {/* What scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.preview} aria-label="First rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {shown.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, ROWS).map((row, index) => (
              // Rows of a preview have no identity of their own and never move.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index}>
                {shown.map((name) => (
                  <td key={name}>{cellText(row[name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
