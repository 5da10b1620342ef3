import type { ReactNode } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import popover from '../popover.module.css';
import styles from '../popover-button.module.css';
import type { OverlayAnchor } from './use-overlay.ts';

export interface PopoverPanelProps {
  readonly anchor: OverlayAnchor;
  readonly label: string;
  readonly content: ReactNode;
}

export function PopoverPanel({ anchor, label, content }: PopoverPanelProps) {
  return (
    <Popover
      className={popover.popover}
      offset={4}
      triggerRef={anchor.triggerRef}
      isOpen
      onOpenChange={anchor.onClose}
    >
      <Dialog id={anchor.id} aria-label={label} className={styles.dialog}>
        {content}
      </Dialog>
    </Popover>
  );
}
