import {
  Braces,
  BrainCircuit,
  FileSearch,
  Link2,
  MessageSquareText,
  TextCursorInput,
  Waypoints,
  Wrench,
  type LucideIcon,
} from 'lucide-react';
import styles from './run-cell.module.css';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  chain: Link2,
  llm: BrainCircuit,
  tool: Wrench,
  retriever: FileSearch,
  embedding: Waypoints,
  prompt: MessageSquareText,
  parser: Braces,
};

/** Decoration: the type's word stands beside it or in the row's type column. */
export function RunTypeIcon({ type }: { readonly type: string }) {
  const Drawn = ICONS[type] ?? TextCursorInput;
  const color = `var(--type-${type in ICONS ? type : 'chain'})`;
  return <Drawn size={14} strokeWidth={2} className={styles.typeIcon} style={{ color }} aria-hidden="true" />;
}
