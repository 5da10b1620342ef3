import { turnShortcuts } from '../../features/threads/turn-shortcuts.ts';
import { traceShortcuts } from '../../features/trace/shortcuts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Switch } from '../../ui/switch.tsx';
import { setSingleKeys, useSingleKeys } from '../../parts/single-keys.ts';
import { PALETTE_KEYS } from '../palette/palette-keys.ts';
import styles from './shell.module.css';

interface HelpDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface Shortcut {
  readonly keys: string;
  readonly label: string;
}

const everywhere: readonly Shortcut[] = [
  {
    keys: PALETTE_KEYS.join(' '),
    label: 'Search for an action, project, saved filter or trace; paste an id',
  },
  { keys: '?', label: 'This help' },
  { keys: 'Tab', label: 'Next control; the first one skips to the content' },
  { keys: 'Esc', label: 'Close what is open, leave the filter editor' },
];

const runs: readonly Shortcut[] = [
  { keys: '↑ ↓ ← →', label: 'Move through the table' },
  { keys: 'Enter', label: 'Open the run, or commit the filter' },
  { keys: 'Home End PageUp PageDown', label: 'Move by pages and to the ends' },
  { keys: 'Space', label: 'Select the row; with Shift all rows up to it' },
  { keys: 'Shift ↑ ↓', label: 'Select rows on the way' },
  { keys: 'Ctrl A', label: 'Select all loaded rows; Esc selects none' },
  { keys: 'Alt ← →', label: 'On a column’s header: move it; with Shift instead of Alt make it wider' },
  { keys: 'j k', label: 'With a trace beside the table: the next row, the row before' },
];

const filter: readonly Shortcut[] = [
  { keys: 'Enter', label: 'Run the filter; Shift+Enter begins a new line' },
  { keys: 'Ctrl Space', label: 'What may stand here' },
  { keys: 'Ctrl .', label: 'Repairs, and moving a clause to another scope' },
  { keys: 'F2', label: 'Rename a value wherever it stands' },
  { keys: 'Shift Alt F', label: 'Format' },
];

export function HelpDialog({ isOpen, onClose }: HelpDialogProps) {
  return (
    <Dialog title="Help" isOpen={isOpen} onClose={onClose} size="md">
      <Shortcuts title="Everywhere" shortcuts={everywhere} />
      <Shortcuts title="Tables" shortcuts={runs} />
      <Shortcuts title="Filter" shortcuts={filter} />
      <Shortcuts title="Trace" shortcuts={traceShortcuts} />
      <Shortcuts title="Thread" shortcuts={turnShortcuts} />
      <SingleKeys />
      <section className={styles.helpSection}>
        <h3 className={styles.helpTitle}>Filters</h3>
        <p>
          Runlens speaks LangSmith’s own filter language, for example{' '}
          <code>and(eq(run_type, "llm"), gt(latency, 2))</code>. Hover a word in the editor to read what it
          means. The whole language is described in{' '}
          <a
            href="https://docs.langchain.com/langsmith/trace-query-syntax"
            target="_blank"
            rel="noopener noreferrer"
          >
            LangSmith’s documentation
          </a>
          .
        </p>
      </section>
    </Dialog>
  );
}

function SingleKeys() {
  const areOn = useSingleKeys((state) => state.areOn);
  return (
    <section className={styles.helpSection}>
      <Switch
        isSelected={areOn}
        onChange={setSingleKeys}
        description="Single letters and signs, such as e, / and ?. Switch them off if they are pressed without meaning to, for example by speech input. Arrow keys, Enter and the buttons keep working."
      >
        Single-letter shortcuts
      </Switch>
    </section>
  );
}

function Shortcuts({
  title,
  shortcuts,
}: {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}) {
  return (
    <section className={styles.helpSection}>
      <h3 className={styles.helpTitle}>{title}</h3>
      <dl className={styles.shortcuts}>
        {shortcuts.map(({ keys, label }) => (
          <Row key={keys} keys={keys} label={label} />
        ))}
      </dl>
    </section>
  );
}

function Row({ keys, label }: Shortcut) {
  return (
    <>
      <dt>
        {keys
          .split(' ')
          .map((key) => (key === 'or' ? <span key={key}>or</span> : <Kbd key={key}>{key}</Kbd>))}
      </dt>
      <dd>{label}</dd>
    </>
  );
}
