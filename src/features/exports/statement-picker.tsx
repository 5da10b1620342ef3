import { Fragment, useState } from 'react';
import { externalLinkProps } from '../../ui/external-link.ts';
import { Select } from '../../ui/select.tsx';
import { CodeBlock } from './access-help.tsx';
import styles from './exports.module.css';
import type { Documents } from './plan/use-data/documents.ts';
import type { Statement, System } from './plan/use-data/statement.ts';

interface StatementPickerProps {
  readonly statements: readonly Statement[];
  readonly documents: Documents;
}

/** One statement at a time, and where its system explains itself. */
export function StatementPicker({ statements, documents }: StatementPickerProps) {
  const [system, setSystem] = useState<System>('duckdb');
  const shown = statements.find((statement) => statement.system === system) ?? statements[0]!;
  return (
    <>
      <div className={styles.system}>
        <Select
          label="System"
          value={shown.system}
          onChange={setSystem}
          options={statements.map((statement) => ({ value: statement.system, label: statement.title }))}
        />
      </div>
      <CodeBlock title={`Read it with ${shown.title}`} text={shown.text} />
      {shown.notes.map((note) => (
        <p key={note} className={styles.remark}>
          {note}
        </p>
      ))}
      <p className={styles.remark}>
        Documents of {shown.title}:{' '}
        {documents[shown.system].map(({ title, href }, index) => (
          <Fragment key={href}>
            {index > 0 && ' · '}
            <a href={href} {...externalLinkProps(href)}>
              {title}
            </a>
          </Fragment>
        ))}
      </p>
    </>
  );
}
