/** The runs screen as code of other programs. No text holds a key; it names the variable that does. */
import type { RunsScreen } from '../url/screens.ts';
import type { Copied } from './copied.ts';
import { copyCli } from './copy-cli.ts';
import { copyCurlV1, copyCurlV2 } from './copy-curl.ts';
import { copyPythonListRuns, copyPythonRunsQuery } from './copy-python.ts';
import { copySql } from './copy-sql.ts';
import { copyTypescriptListRuns, copyTypescriptRunsQuery } from './copy-typescript.ts';
import { type CopyContext, type Question, questionOf } from './question.ts';

export type CopyKind =
  | 'python-new'
  | 'python-old'
  | 'typescript-new'
  | 'typescript-old'
  | 'curl-v2'
  | 'curl-v1'
  | 'cli'
  | 'sql-duckdb'
  | 'sql-clickhouse';

/** In the order of a menu: what LangSmith supports for the future comes first (CONTRACT §7.4). */
export const COPY_KINDS: readonly { readonly kind: CopyKind; readonly title: string }[] = [
  { kind: 'python-new', title: 'Python SDK (runs.query)' },
  { kind: 'python-old', title: 'Python SDK (list_runs)' },
  { kind: 'typescript-new', title: 'TypeScript SDK (runs.query)' },
  { kind: 'typescript-old', title: 'TypeScript SDK (listRuns)' },
  { kind: 'curl-v2', title: 'curl (API v2)' },
  { kind: 'curl-v1', title: 'curl (API v1)' },
  { kind: 'cli', title: 'LangSmith command line' },
  { kind: 'sql-duckdb', title: 'SQL over an export (DuckDB)' },
  { kind: 'sql-clickhouse', title: 'SQL over an export (ClickHouse)' },
];

const LOCAL_DATA =
  'This data is only in your browser; the code asks LangSmith Cloud, or the address you give it.';

export function copyAs(kind: CopyKind, screen: RunsScreen, context: CopyContext): Copied {
  const copied = write(kind, questionOf(screen, context), context);
  if (context.apiUrl !== undefined || copied.language === 'sql') return copied;
  return { ...copied, notices: [LOCAL_DATA, ...copied.notices] };
}

function write(kind: CopyKind, question: Question, { exportPath }: CopyContext): Copied {
  switch (kind) {
    case 'python-new':
      return copyPythonRunsQuery(question);
    case 'python-old':
      return copyPythonListRuns(question);
    case 'typescript-new':
      return copyTypescriptRunsQuery(question);
    case 'typescript-old':
      return copyTypescriptListRuns(question);
    case 'curl-v2':
      return copyCurlV2(question);
    case 'curl-v1':
      return copyCurlV1(question);
    case 'cli':
      return copyCli(question);
    default:
      return copySql(question, kind === 'sql-duckdb' ? 'duckdb' : 'clickhouse', exportPath);
  }
}
