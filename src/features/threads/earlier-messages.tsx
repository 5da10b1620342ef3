import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { ChatMessage } from '../../model/chat-message.ts';
import { MessageView } from '../../parts/content/message-view.tsx';
import styles from './earlier-messages.module.css';

interface EarlierMessagesProps {
  readonly messages: readonly ChatMessage[];
  /** "input" or "output". */
  readonly of: string;
}

/** What was said in turns before and is repeated in this one: set back, so that it is not read as news. */
export function EarlierMessages({ messages, of }: EarlierMessagesProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden="true" />
        {messages.length} earlier {messages.length === 1 ? 'message' : 'messages'} repeated in this {of}
      </button>
      {isOpen && (
        <div id={id} className={styles.body}>
          {messages.map((message, index) => (
            <MessageView key={index} message={message} />
          ))}
        </div>
      )}
    </div>
  );
}
