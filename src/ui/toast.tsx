import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Group } from 'react-aria-components';
import { createPortal } from 'react-dom';
import type { Tone } from './badge.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import {
  type Toast,
  dismissToast,
  holdToasts,
  readToasts,
  releaseToasts,
  subscribeToToasts,
} from './toast-queue.ts';
import styles from './toast.module.css';

export { toast } from './toast-queue.ts';

/** Mounted once by the shell. A polite live region that exists before the first message, so that it is read. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToToasts, readToasts);
  return createPortal(
    <Group
      role="region"
      aria-label="Messages"
      className={styles.region}
      onHoverStart={holdToasts}
      onHoverEnd={releaseToasts}
      onFocus={holdToasts}
      onBlur={releaseToasts}
    >
      <div className={styles.list} aria-live="polite">
        {toasts.map((item) => (
          <ToastItem key={item.id} item={item} />
        ))}
      </div>
    </Group>,
    document.body,
  );
}

function ToastItem({ item }: { readonly item: Toast }) {
  const { action } = item;
  return (
    <div
      className={classNames(styles.toast, toneClass(item.tone))}
      role={item.tone === 'danger' ? 'alert' : undefined}
    >
      <span className={styles.message}>{item.message}</span>
      {action && (
        <Button
          size="sm"
          variant="ghost"
          onPress={() => {
            dismissToast(item.id);
            action.onPress();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={X} size="sm" onPress={() => dismissToast(item.id)} />
    </div>
  );
}

const toneClass = (tone: Tone) => styles[tone];
