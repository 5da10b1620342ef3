import type { JsonObject, JsonValue } from '../../contract/run.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { TextView } from './text-view.tsx';
import styles from './value-view.module.css';

/** JSON as a tree. A value that is one text, alone or under a single name, is shown as text. */
export function ValueView({ value, label }: { readonly value: JsonValue; readonly label: string }) {
  const only = onlyText(value);
  if (only) {
    return (
      <div className={styles.text}>
        {only.name !== undefined && <span className={styles.name}>{only.name}</span>}
        <TextView text={only.text} />
      </div>
    );
  }
  return (
    <div className={styles.json}>
      <JsonView value={value} label={label} />
    </div>
  );
}

function onlyText(value: JsonValue): { name?: string; text: string } | undefined {
  if (typeof value === 'string') return { text: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value satisfies JsonObject);
  const [name, text] = entries[0] ?? [];
  return entries.length === 1 && typeof text === 'string' && text !== '' && name !== undefined
    ? { name, text }
    : undefined;
}
