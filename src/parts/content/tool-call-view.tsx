import { Wrench } from 'lucide-react';
import type { ToolCall } from '../../model/chat-message.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { LongText } from './long-text.tsx';
import styles from './tool-call-view.module.css';

export function ToolCallView({ call }: { readonly call: ToolCall }) {
  const hasArguments =
    typeof call.args === 'object' && call.args !== null && Object.keys(call.args).length > 0;
  return (
    <div className={styles.call}>
      <div className={styles.head}>
        <Wrench size={13} aria-hidden="true" />
        <span className="visually-hidden">Calls the tool </span>
        <code className={styles.name}>{call.name}</code>
        {call.id !== undefined && <span className={styles.id}>{call.id}</span>}
      </div>
      {call.problem !== undefined && <p className={styles.problem}>{call.problem}</p>}
      {hasArguments ? (
        <JsonView value={call.args} label={`Arguments of ${call.name}`} />
      ) : typeof call.args === 'string' && call.args !== '' ? (
        <LongText text={call.args} className={styles.text} />
      ) : (
        <p className={styles.none}>no arguments</p>
      )}
    </div>
  );
}
