import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '../../ui/button.tsx';

export interface DownloadLinkProps {
  /** A data or blob address of this page. */
  readonly href: string;
  readonly fileName: string;
  readonly children: ReactNode;
}

/** Recorded data is saved, never navigated to: a page among it would run as this site. */
export function DownloadLink({ href, fileName, children }: DownloadLinkProps) {
  return (
    <a href={href} download={fileName} className={buttonClass('secondary', 'sm')}>
      <Download size={14} aria-hidden="true" focusable="false" />
      <span>{children}</span>
    </a>
  );
}
