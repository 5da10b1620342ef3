import { isValidElement, type ReactElement } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';
import styles from './tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  /** A button or link of this kit, or a plain element (which then joins the tab order). */
  readonly children: ReactElement;
}

/** Adds to what is on the screen; nothing may be readable here only. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {isPlainElement(children) ? <Focusable>{children}</Focusable> : children}
      <AriaTooltip className={styles.tooltip} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

function isPlainElement(child: ReactElement): child is ReactElement<Record<string, unknown>, string> {
  return isValidElement(child) && typeof child.type === 'string';
}
