import { memo, useState } from 'react';
import styles from '../json-view.module.css';
import { VisibleText } from '../visible-text.tsx';
import { CopyRow } from './copy-row.tsx';
import { focusItem } from './focus-item.ts';
import { JsonLeaf } from './json-leaf.tsx';
import {
  isContainer,
  type Member,
  membersOf,
  openSummaryOf,
  type Range,
  sizeOf,
  summaryOf,
} from './json-shape.ts';

interface JsonNodeProps {
  /** Undefined for the whole value. */
  readonly name?: string;
  readonly path: string;
  readonly value: unknown;
  /** Only these members of the value: a folded range. */
  readonly range?: Range;
  /** Paths open at first; later each node knows for itself. */
  readonly open: ReadonlySet<string>;
  readonly highlight?: string;
}

export const JsonNode = memo(function JsonNode(props: JsonNodeProps) {
  const { value } = props;
  if (!isContainer(value) || sizeOf(value) === 0) return <JsonLeaf {...props} />;
  return <JsonBranch {...props} value={value} />;
});

function JsonBranch({
  name,
  path,
  value,
  range,
  open,
  highlight,
}: JsonNodeProps & { readonly value: object }) {
  const [isOpen, setOpen] = useState(() => open.has(path));
  const summary = range ? `${range.from} … ${range.to - 1}` : summaryOf(value);
  const label = range
    ? `Members ${summary}`
    : [name, summary].filter((part) => part !== undefined).join(': ');
  return (
    <li role="treeitem" aria-expanded={isOpen} aria-label={label} tabIndex={path === '' ? 0 : -1}>
      <div className={styles.row}>
        <button
          type="button"
          tabIndex={-1}
          data-press="toggle"
          className={styles.toggle}
          onClick={(event) => {
            focusItem(event);
            setOpen(!isOpen);
          }}
        >
          <span className={styles.caret} aria-hidden="true" />
          {name !== undefined && !range && (
            <span className={styles.name}>
              <VisibleText text={name} highlight={highlight} />
            </span>
          )}
          <span className={styles.summary}>
            <VisibleText text={isOpen && !range ? openSummaryOf(value) : summary} />
          </span>
        </button>
        {!range && <CopyRow name={name} value={value} />}
      </div>
      {isOpen && (
        <ul role="group" className={styles.group}>
          {membersOf(value, path, range).map((member) => renderMember(member, value, open, path, highlight))}
        </ul>
      )}
    </li>
  );
}

function renderMember(
  member: Member,
  container: object,
  open: ReadonlySet<string>,
  path: string,
  highlight: string | undefined,
) {
  return member.kind === 'entry' ? (
    <JsonNode key={member.path} {...member} open={open} highlight={highlight} />
  ) : (
    // The zero keeps a range, which is closed at first, from being taken for its container.
    <JsonNode
      key={member.path}
      path={`${path}\u0000range`}
      name={member.path}
      value={container}
      range={member}
      open={open}
      highlight={highlight}
    />
  );
}
