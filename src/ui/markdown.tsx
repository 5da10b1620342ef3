import { createElement, useState } from 'react';
import { formatBytes } from '../lib/format-bytes.ts';
import { Button } from './button.tsx';
import styles from './markdown.module.css';
import { useLoaded } from './use-loaded.ts';

export interface MarkdownProps {
  readonly text: string;
}

/** Parsing is quadratic on some texts; beyond this size the person decides. Characters. */
const LARGE = 100_000;

const loadBody = () => import('./markdown-body.tsx').then((module) => module.MarkdownBody);

/**
 * Untrusted text as Markdown: no HTML, no images fetched, links only to http(s). The parser loads when
 * first needed; until then, and if it never comes, the plain text stands, which loses nothing.
 */
export function Markdown({ text }: MarkdownProps) {
  const [forced, setForced] = useState<string>();
  const isPlain = text.length > LARGE && forced !== text;
  const body = useLoaded(loadBody, !isPlain);
  if (body.status === 'ready' && !isPlain) return createElement(body.value, { text });
  return (
    <div className={styles.markdown}>
      {isPlain && (
        <p className={styles.notice}>
          Shown as plain text: {formatBytes(text.length)} may take a while to format.{' '}
          <Button size="sm" onPress={() => setForced(text)}>
            Format anyway
          </Button>
        </p>
      )}
      <div className={styles.plain} dir="auto">
        {text}
      </div>
    </div>
  );
}
