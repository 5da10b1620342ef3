import type { Chat } from '../../../model/chat-message.ts';
import styles from './chat-view.module.css';
import { MessageView } from '../../../parts/content/message-view.tsx';
import { OtherFields } from '../../../parts/content/other-fields.tsx';

export interface ChatViewProps {
  readonly chat: Chat;
  /** What several groups are: "Conversation", "Candidate". */
  readonly groupName: string;
}

export function ChatView({ chat, groupName }: ChatViewProps) {
  return (
    <div className={styles.chat}>
      {chat.groups.map((group, index) => (
        <div key={index} className={styles.group}>
          {chat.groups.length > 1 && (
            <h4 className={styles.groupName}>
              {groupName} {index + 1} of {chat.groups.length}
            </h4>
          )}
          {group.map((message, place) => (
            <MessageView key={place} message={message} />
          ))}
        </div>
      ))}
      {chat.rest && <OtherFields fields={chat.rest} />}
    </div>
  );
}
