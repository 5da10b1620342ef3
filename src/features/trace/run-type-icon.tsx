import {
  BrainCircuit,
  FileSearch,
  Link2,
  type LucideIcon,
  MessageSquareText,
  SquareDashed,
  TextCursorInput,
  Wrench,
  Waypoints,
  Braces,
} from 'lucide-react';
import type { ReactElement } from 'react';
import styles from './run-type-icon.module.css';

const icons: Readonly<Record<string, LucideIcon>> = {
  chain: Link2,
  llm: BrainCircuit,
  tool: Wrench,
  retriever: FileSearch,
  embedding: Waypoints,
  prompt: MessageSquareText,
  parser: Braces,
};

/** Made once each: rows are handed from run to run while scrolling, and an equal element costs nothing. */
const made = new Map<string, ReactElement>();

export function RunTypeIcon({ type, size = 14 }: { readonly type: string; readonly size?: number }) {
  const key = `${type} ${size}`;
  const known = made.get(key);
  if (known) return known;
  const Drawn = icons[type] ?? (type === 'unknown' ? SquareDashed : TextCursorInput);
  const icon = (
    <Drawn
      size={size}
      strokeWidth={2}
      className={styles.icon}
      style={{ color: typeColor(type) }}
      aria-hidden="true"
      focusable="false"
    />
  );
  made.set(key, icon);
  return icon;
}

const known = new Set(Object.keys(icons));

/** A CSS colour; types we do not know look like chains. */
export function typeColor(type: string): string {
  return `var(--type-${known.has(type) ? type : 'chain'})`;
}
