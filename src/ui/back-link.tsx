import { ArrowLeft } from 'lucide-react';
import styles from './back-link.module.css';
import { buttonClass } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

interface BackLinkProps {
  readonly href: string;
  readonly children: string;
}

/** From one thing to the list that it is of. */
export function BackLink({ href, children }: BackLinkProps) {
  return (
    <a href={href} className={classNames(buttonClass('ghost', 'md'), styles.back)}>
      <Icon source={ArrowLeft} />
      {children}
    </a>
  );
}
