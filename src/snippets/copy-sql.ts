/** The question as SQL over a bulk export. */
import { exportQuery } from '../filter/sql/export-query.ts';
import type { SqlDialect } from '../filter/sql/sql-dialect.ts';
import type { Copied } from './copied.ts';
import { defined } from './v1-arguments.ts';
import type { Question } from './question.ts';

/** Paths of v2_beta (CONTRACT §12.4); every partition of the export is read. */
const PLACEHOLDERS: Readonly<Record<SqlDialect, string>> = {
  duckdb: 's3://<bucket>/<prefix>/export_id=<export_id>/**/*.parquet',
  clickhouse: 'https://<endpoint>/<bucket>/<prefix>/export_id=<export_id>/**/*.parquet',
};

export function copySql(question: Question, dialect: SqlDialect, exportPath?: string): Copied {
  const { projects, choice, window, query, ...rest } = question;
  const asked = defined({
    ...rest,
    projectIds: projects.length > 0 ? projects.map(({ id }) => id) : undefined,
    from: window.from,
    to: window.to,
  });
  const found = exportQuery(asked, { dialect, path: exportPath ?? PLACEHOLDERS[dialect] });
  const extra = [
    ...(query ? ['A question in words can only be answered by LangSmith; it is left out.'] : []),
    ...(choice.kind === 'relative' ? ['The window is fixed to the moment of copying.'] : []),
    ...(dialect === 'clickhouse'
      ? ['Written from the documents of ClickHouse, not yet run on a server.']
      : []),
  ];
  return {
    language: 'sql',
    text: `${[...extra.map((line) => `-- ${line}`), found.sql].join('\n')}\n`,
    notices: [...extra, ...found.unsupported, ...found.notes],
  };
}
