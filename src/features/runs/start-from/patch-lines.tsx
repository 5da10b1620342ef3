import type { RunsPatch } from '../../../snippets/paste/patch.ts';
import { patchLines } from './paste-words.ts';
import styles from './start-panel.module.css';

export function PatchLines({ patch }: { readonly patch: RunsPatch }) {
  const lines = patchLines(patch);
  if (lines.length === 0) return undefined;
  return (
    <dl className={styles.lines}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{value}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
