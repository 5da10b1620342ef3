import type { RetrievedDocument } from '../../../model/documents.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useState } from 'react';
import styles from './document-list.module.css';
import { LongText } from '../../../parts/content/long-text.tsx';
import { OtherFields } from '../../../parts/content/other-fields.tsx';

const shownAtFirst = 20;

export function DocumentList({ documents }: { readonly documents: readonly RetrievedDocument[] }) {
  const [isAll, setAll] = useState(false);
  if (documents.length === 0) return <p className={styles.none}>Nothing was found.</p>;
  const shown = isAll ? documents : documents.slice(0, shownAtFirst);
  return (
    <>
      <ol className={styles.list}>
        {shown.map((document, index) => (
          <li key={index} className={styles.card}>
            <div className={styles.head}>
              <span className={styles.place}>{index + 1}</span>
              <span className={styles.title}>{document.title ?? document.id ?? 'Document'}</span>
              {document.score !== undefined && (
                <Badge tone="neutral">score {Number(document.score.toPrecision(4))}</Badge>
              )}
            </div>
            <LongText text={document.content} className={styles.content} />
            {document.metadata && Object.keys(document.metadata).length > 0 && (
              <OtherFields fields={document.metadata} />
            )}
          </li>
        ))}
      </ol>
      {shown.length < documents.length && (
        <Button size="sm" onPress={() => setAll(true)}>
          Show all {formatCount(documents.length)} documents
        </Button>
      )}
    </>
  );
}
