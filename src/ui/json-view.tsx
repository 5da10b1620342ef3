import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CopyButton } from './copy-button.tsx';
import { IconButton } from './icon-button.tsx';
import { JsonNode } from './json-view/json-node.tsx';
import { isContainer, openPaths } from './json-view/json-shape.ts';
import { jsonText } from './json-view/json-text.ts';
import { JsonTree } from './json-view/json-tree.tsx';
import styles from './json-view.module.css';

export interface JsonViewProps {
  readonly value: unknown;
  readonly label: string;
  /** Levels open at first, as far as a few hundred rows reach. */
  readonly initialDepth?: number;
  readonly highlight?: string;
}

const FIRST_ROWS = 300;
const EXPANDED_ROWS = 2000;
/** Levels of nested elements that browsers lay out without trouble. */
const EXPANDED_DEPTH = 50;

type Extent = { readonly depth: number; readonly rows: number };

/** Any JSON value as a collapsible tree. Rows exist only where it is open. */
export function JsonView({ value, label, initialDepth = 2, highlight }: JsonViewProps) {
  const [chosen, setChosen] = useState<Extent>();
  const extent = chosen ?? { depth: initialDepth, rows: FIRST_ROWS };
  const { depth, rows } = extent;
  const { open, isCut } = useMemo(() => openPaths(value, depth, rows), [value, depth, rows]);
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        {isContainer(value) && (
          <>
            <IconButton
              label={`Expand ${label.toLowerCase()}`}
              icon={ChevronsUpDown}
              size="sm"
              onPress={() => setChosen({ depth: EXPANDED_DEPTH, rows: EXPANDED_ROWS })}
            />
            <IconButton
              label={`Collapse ${label.toLowerCase()}`}
              icon={ChevronsDownUp}
              size="sm"
              onPress={() => setChosen({ depth: 1, rows: FIRST_ROWS })}
            />
          </>
        )}
        <CopyButton text={() => jsonText(value)} label={`Copy ${label.toLowerCase()}`} />
      </div>
      {/* The key: a change of extent starts the tree anew, so that no node keeps an older choice. */}
      <JsonTree key={`${depth}/${rows}`} label={label}>
        <JsonNode path="" value={value} open={open} highlight={highlight} />
      </JsonTree>
      {isCut && chosen?.rows === EXPANDED_ROWS && (
        <p className={styles.notice}>
          The first {EXPANDED_ROWS.toLocaleString('en-US')} rows are expanded; open the rest where you need
          it.
        </p>
      )}
    </div>
  );
}
