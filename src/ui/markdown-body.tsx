import { memo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import styles from './markdown.module.css';
import { webAddress } from './web-address.ts';

export interface MarkdownBodyProps {
  readonly text: string;
}

const plugins = [remarkGfm];

const components: Components = {
  a({ href, children }) {
    const address = webAddress(href);
    if (!address) return <span className={styles.deadLink}>{children}</span>;
    return (
      <a href={address} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    );
  },
  // Fetching a picture named by a trace would tell its owner who is reading; a link leaves the choice.
  img({ src, alt }) {
    const address = webAddress(src);
    const name = alt ? `Image: ${alt}` : 'Image';
    if (!address) return <span className={styles.deadLink}>[{name}]</span>;
    return (
      <a href={address} target="_blank" rel="noopener noreferrer">
        [{name}]
      </a>
    );
  },
  table({ children }) {
    return (
      <div className={styles.tableScroll}>
        <table>{children}</table>
      </div>
    );
  },
  input({ checked, type }) {
    return type === 'checkbox' ? (
      <input
        type="checkbox"
        checked={checked === true}
        readOnly
        disabled
        aria-label={checked ? 'Done' : 'Not done'}
      />
    ) : null;
  },
};

export const MarkdownBody = memo(function MarkdownBody({ text }: MarkdownBodyProps) {
  return (
    <div className={styles.markdown} dir="auto">
      <ReactMarkdown remarkPlugins={plugins} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
});
