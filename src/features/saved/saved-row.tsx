import {
  ClipboardCopy,
  Copy,
  CopyPlus,
  Download,
  EllipsisVertical,
  PencilLine,
  Save,
  Trash2,
} from 'lucide-react';
import { copyText } from '../../ui/copy-text.ts';
import { MenuButton } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { exportFilters } from './export-filters.ts';
import { rememberVersion } from './opened-versions.ts';
import type { SavedFilter } from './saved-filter.ts';
import { scopesOf } from './saved-query.ts';
import { screenOf, type StepProps } from './saved-steps.ts';
import styles from './saved.module.css';
import { useDuplicate } from './use-duplicate.ts';

interface SavedRowProps extends StepProps {
  readonly saved: SavedFilter;
}

export function SavedRow(props: SavedRowProps) {
  const { saved, screen, current, hrefOf, onClose } = props;
  const target = screenOf(saved, screen);
  const isOpen = current.kind === 'here' && current.saved.id === saved.id;
  const text = (
    <>
      <span className={styles.title}>{saved.name}</span>
      {saved.description !== '' && <span className={styles.remark}>{saved.description}</span>}
      <FilterText saved={saved} />
      {saved.remarks.map((remark) => (
        <span key={remark} className={styles.warning}>
          {remark}
        </span>
      ))}
    </>
  );
  return (
    <li className={styles.row}>
      {target ? (
        <a
          className={styles.item}
          href={hrefOf(target)}
          aria-current={isOpen ? 'true' : undefined}
          onClick={() => {
            rememberVersion(saved);
            onClose();
          }}
        >
          {text}
        </a>
      ) : (
        <div className={styles.item}>{text}</div>
      )}
      <RowMenu {...props} />
    </li>
  );
}

function FilterText({ saved: { content } }: { readonly saved: SavedFilter }) {
  if (content.kind === 'unreadable') {
    return (
      <>
        <span className={styles.warning}>Cannot be opened here. {content.reason}</span>
        {content.texts.map(([name, value]) => (
          <code key={name} className={styles.code}>
            {name}: {value}
          </code>
        ))}
      </>
    );
  }
  const { filter, traceFilter, treeFilter } = scopesOf(content.query);
  return [filter, traceFilter && `root: ${traceFilter}`, treeFilter && `any run: ${treeFilter}`]
    .filter((text) => text !== '')
    .map((text) => (
      <code key={text} className={styles.line}>
        {text}
      </code>
    ));
}

function RowMenu(props: SavedRowProps) {
  const { saved, screen, shelves, hrefOf, onStep } = props;
  const duplicate = useDuplicate(props);
  const target = screenOf(saved, screen);
  const other = saved.place === 'team' ? 'browser' : shelves.team ? 'team' : undefined;
  const isUnreadable = target === undefined;
  const actions: Readonly<Record<string, () => void>> = {
    update: () => onStep({ kind: 'update', saved }),
    rename: () => onStep({ kind: 'rename', saved }),
    duplicate: () => void duplicate(saved, saved.place),
    move: () => void (other && duplicate(saved, other)),
    link: () => void (target && copyLink(hrefOf(target))),
    text: () => void copyLines(saved),
    export: () => exportFilters([saved], saved.name),
    delete: () => onStep({ kind: 'delete', saved }),
  };
  const copies = [
    { id: 'duplicate', label: 'Duplicate', icon: CopyPlus },
    ...(other ? [{ id: 'move', label: COPY_WORDS[other], icon: CopyPlus }] : []),
    { id: 'link', label: 'Copy link', icon: Copy },
    { id: 'export', label: 'Export', icon: Download },
  ];
  return (
    <MenuButton
      label={`Actions for ${saved.name}`}
      icon={EllipsisVertical}
      size="sm"
      items={[
        { id: 'update', label: 'Update with what is on screen…', icon: Save },
        { id: 'rename', label: 'Rename…', icon: PencilLine },
        ...(isUnreadable ? [{ id: 'text', label: 'Copy its text', icon: ClipboardCopy }] : copies),
        { id: 'delete', label: 'Delete…', icon: Trash2, isDanger: true },
      ]}
      onAction={(id) => actions[id]?.()}
    />
  );
}

const COPY_WORDS = { team: 'Copy to the team', browser: 'Copy to this browser' } as const;

/** A link that holds the filter itself: who opens it needs no storage of ours. */
const copyLink = (href: string) => copied(new URL(href, location.href).href, 'Link copied.');

const copyLines = ({ content }: SavedFilter) =>
  copied(
    content.kind === 'unreadable' ? content.texts.map(([, text]) => text).join('\n') : '',
    'Text copied.',
  );

async function copied(text: string, done: string): Promise<void> {
  if (await copyText(text)) toast(done);
  else toast('The browser refused to copy.', { tone: 'danger' });
}
