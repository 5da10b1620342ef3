import { ChevronRight } from 'lucide-react';
import type { JsonObject, JsonValue } from '../../contract/run.ts';
import { JsonView } from '../../ui/json-view.tsx';
import styles from './other-fields.module.css';

interface OtherFieldsProps {
  readonly fields: JsonObject;
  /** Where nothing around says what these are. */
  readonly label?: string;
}

/** What stood beside the messages: model, temperature, the tools offered. Short ones are readable unopened. */
export function OtherFields({ fields, label }: OtherFieldsProps) {
  return (
    <details className={styles.other}>
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        {label !== undefined && <span className={styles.label}>{label}</span>}
        <span className={styles.summary}>
          {Object.entries(fields).map(([name, value]) => (
            <span key={name} className={styles.field}>
              <span className={styles.name}>{name}</span> {shortly(value)}
            </span>
          ))}
        </span>
      </summary>
      <JsonView value={fields} label={label ?? 'Other fields'} initialDepth={1} />
    </details>
  );
}

function shortly(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
