import { ChevronRight } from 'lucide-react';
import { errorTextOf } from '../../model/error-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './error-view.module.css';
import { LongText } from './long-text.tsx';

/** What went wrong, and folded below it where. `isCut`: only a preview is here so far. */
export function ErrorView({ text, isCut }: { readonly text: string; readonly isCut: boolean }) {
  const { name, message, stack } = errorTextOf(text);
  return (
    <section className={styles.error} aria-label="Error">
      <div className={styles.head}>
        <h3 className={styles.name}>{name ?? 'Error'}</h3>
        {isCut && <span className={styles.cut}>preview</span>}
        <CopyButton label="Copy error" text={text} />
      </div>
      <LongText text={message === '' ? 'The error has no text.' : message} className={styles.message} />
      {stack !== undefined && (
        <details className={styles.details}>
          <summary>
            <ChevronRight size={14} aria-hidden="true" />
            Stack, {stack.split('\n').length} lines
          </summary>
          <pre className={styles.stack}>{stack}</pre>
        </details>
      )}
    </section>
  );
}
