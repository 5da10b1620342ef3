import { useState } from 'react';
import type { Notice } from '../contract/api.ts';
import { Callout } from '../ui/callout.tsx';

/** What an answer silently would not contain. Read once, a notice may go; a new one comes again. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  return notices
    .filter(({ id, message }) => !dismissed.includes(`${id} ${message}`))
    .map(({ id, message }) => (
      <Callout
        key={`${id} ${message}`}
        tone="info"
        title={message}
        onDismiss={() => setDismissed([...dismissed, `${id} ${message}`])}
      />
    ));
}
