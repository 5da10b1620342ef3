import { copyText } from '../copy-text.ts';
import styles from '../json-view.module.css';
import { toast } from '../toast-queue.ts';
import { focusItem } from './focus-item.ts';
import { jsonText } from './json-text.ts';

export function CopyRow({ name, value }: { readonly name?: string; readonly value: unknown }) {
  async function copy() {
    const isCopied = await copyText(jsonText(value));
    if (isCopied) toast(`Copied ${name ?? 'the value'}`);
    else toast('The browser refused to copy. Select the text and copy it by hand.', { tone: 'danger' });
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      data-press="copy"
      className={styles.copy}
      aria-label={`Copy ${name ?? 'value'}`}
      title="Copy (C)"
      onClick={(event) => {
        focusItem(event);
        void copy();
      }}
    >
      copy
    </button>
  );
}
