import { useState } from 'react';
import { formatCount } from '../../lib/format-count.ts';
import { classNames } from '../class-names.ts';
import styles from '../json-view.module.css';
import { VisibleText } from '../visible-text.tsx';
import { CopyRow } from './copy-row.tsx';
import { focusItem } from './focus-item.ts';
import { foldedText } from './folded-text.ts';

interface JsonLeafProps {
  readonly name?: string;
  readonly path: string;
  readonly value: unknown;
  readonly highlight?: string;
}

export function JsonLeaf({ name, path, value, highlight }: JsonLeafProps) {
  return (
    <li role="treeitem" aria-label={labelOf(name, value)} tabIndex={path === '' ? 0 : -1}>
      <div className={styles.row}>
        {name !== undefined && (
          <span className={classNames(styles.name, styles.leafName)}>
            <VisibleText text={name} highlight={highlight} />
          </span>
        )}
        {typeof value === 'string' ? (
          <StringValue text={value} highlight={highlight} />
        ) : (
          <span className={kindClass(value)}>{JSON.stringify(value) ?? String(value)}</span>
        )}
        <CopyRow name={name} value={value} />
      </div>
    </li>
  );
}

function StringValue({ text, highlight }: { readonly text: string; readonly highlight?: string }) {
  const [isWhole, setWhole] = useState(false);
  const folded = foldedText(text);
  const isFolded = folded !== undefined && !isWhole;
  return (
    <>
      <span className={classNames(styles.string, isWhole && styles.whole)}>
        <VisibleText text={isFolded ? folded : text} highlight={highlight} />
        {isFolded && '…'}
      </span>
      {folded !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          data-press="toggle"
          className={styles.fold}
          onClick={(event) => {
            focusItem(event);
            setWhole(!isWhole);
          }}
        >
          {isWhole ? 'show less' : `show all ${formatCount(text.length)} characters`}
        </button>
      )}
    </>
  );
}

/** Screen readers get the beginning; the whole of a megabyte in a name would freeze them. */
function labelOf(name: string | undefined, value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const shown = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  return name === undefined ? shown : `${name}: ${shown}`;
}

function kindClass(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return styles.number;
  if (typeof value === 'object' && value !== null) return styles.summary;
  return styles.keyword;
}
