import { memo } from 'react';
import type { ChatMessage } from '../../model/chat-message.ts';
import { Badge } from '../../ui/badge.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ContentPartView } from './content-part-view.tsx';
import styles from './message-view.module.css';
import { ToolCallView } from './tool-call-view.tsx';

/** One message of a chat: who speaks, what is said, which tools are called. */
export const MessageView = memo(function MessageView({ message }: { readonly message: ChatMessage }) {
  const isSilent = message.parts.length === 0 && message.toolCalls.length === 0;
  return (
    <article className={styles.message} data-role={message.role}>
      <header className={styles.head}>
        <span className={styles.role}>{roleName(message.role)}</span>
        {message.name !== undefined && <span className={styles.name}>{message.name}</span>}
        {message.isError && <Badge tone="danger">failed</Badge>}
        {message.toolCallId !== undefined && (
          <span className={styles.id} title="Answers the tool call of this id">
            {message.toolCallId}
          </span>
        )}
        <span className={styles.copy}>
          <CopyButton label="Copy message" text={() => plainText(message)} />
        </span>
      </header>
      {message.parts.map((part, index) => (
        <ContentPartView key={index} part={part} isResult={message.role === 'tool'} />
      ))}
      {message.toolCalls.map((call, index) => (
        <ToolCallView key={call.id ?? index} call={call} />
      ))}
      {isSilent && <p className={styles.silent}>Empty message</p>}
    </article>
  );
});

const names: Readonly<Record<string, string>> = {
  system: 'System',
  developer: 'Developer',
  user: 'User',
  assistant: 'Assistant',
  tool: 'Tool',
};

const roleName = (role: string) => names[role] ?? role;

function plainText(message: ChatMessage): string {
  const said = message.parts.flatMap((part) => ('text' in part ? [part.text] : []));
  const called = message.toolCalls.map((call) => `${call.name}(${JSON.stringify(call.args, undefined, 2)})`);
  const beside = message.parts.flatMap((part) =>
    part.kind === 'json' ? [JSON.stringify(part.value, undefined, 2)] : [],
  );
  return [...said, ...beside, ...called].join('\n\n');
}
