/** What cells of any table show. Plain text wherever possible: hundreds enter per screen. */
import styles from './cell-parts.module.css';

export const Nothing = () => <span className={styles.nothing}>–</span>;

interface AmountProps {
  readonly value: number | undefined;
  readonly format: (value: number | undefined) => string;
}

/** A true zero is shown, but must not look like news in a column of numbers. */
export const Amount = ({ value, format }: AmountProps) =>
  value === undefined ? (
    <Nothing />
  ) : (
    <span className={value === 0 ? styles.nothing : undefined}>{format(value)}</span>
  );

export const Id = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? <Nothing /> : <span className={styles.id}>{text}</span>;

/** Longer than any column is wide; the whole preview is in the tooltip, the whole text on the run's page. */
const DRAWN = 300;

export function Preview({
  text,
  isError = false,
}: {
  readonly text: string | undefined;
  readonly isError?: boolean;
}) {
  if (text === undefined || text === '') return <Nothing />;
  const line = text.slice(0, DRAWN).replace(/\s+/g, ' ');
  return (
    <span className={isError ? styles.errorText : styles.preview} title={text}>
      {isError && <span className="visually-hidden">Error: </span>}
      {line}
    </span>
  );
}
