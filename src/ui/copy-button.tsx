import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';
import { IconButton } from './icon-button.tsx';
import { toast } from './toast.tsx';

export interface CopyButtonProps {
  /** A function is called when pressed: for text that is expensive to make. */
  readonly text: string | (() => string);
  /** "Copy run id" */
  readonly label: string;
  readonly size?: 'sm' | 'md';
}

export function CopyButton({ text, label, size = 'sm' }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  // The sign of success goes away by itself: outside system, the clock.
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    const done = await copyText(typeof text === 'function' ? text() : text);
    if (done) setCopied(true);
    else toast('The browser refused to copy. Select the text and copy it by hand.', { tone: 'danger' });
  }

  return (
    <>
      <IconButton label={label} icon={isCopied ? Check : Copy} size={size} onPress={() => void copy()} />
      <span className="visually-hidden" role="status">
        {isCopied ? 'Copied' : ''}
      </span>
    </>
  );
}
