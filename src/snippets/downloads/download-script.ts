/** A download as a program that yields the same rows. No text holds a key; it names the variable that does. */
import { findsOf } from '../../extract/plan/tasks.ts';
import type { ExtractSpec } from '../../extract/spec.ts';
import { stringLiteral } from '../code-text.ts';
import type { Copied } from '../copied.ts';
import { isDefaultApi } from '../question.ts';
import type { Dialect } from './column-code.ts';
import { pythonScript } from './python-script.ts';
import { typescriptScript } from './typescript-script.ts';

export type ScriptKind = Dialect;

/** In the order of a menu: what LangSmith supports for the future comes first (CONTRACT §7.4). */
export const SCRIPT_KINDS: readonly { readonly kind: ScriptKind; readonly title: string }[] = [
  { kind: 'python-new', title: 'Python SDK (runs.query)' },
  { kind: 'python-old', title: 'Python SDK (list_runs)' },
  { kind: 'typescript-new', title: 'TypeScript SDK (runs.query)' },
  { kind: 'typescript-old', title: 'TypeScript SDK (listRuns)' },
];

/** Ids of runs that may be no roots would need a third round of questions; too much for a short program. */
export const hasScript = ({ kind, source }: ExtractSpec): boolean =>
  kind !== 'conversations' || findsOf(kind, source) !== 'traces';

export interface ScriptContext {
  /** Root address of the API; undefined for the sample and for files, which no program can reach. */
  readonly apiUrl?: string;
  readonly workspaceId?: string;
}

function clientOptions({ apiUrl, workspaceId }: ScriptContext, isPython: boolean): string {
  const members = [
    ...(isDefaultApi(apiUrl) ? [] : [[isPython ? 'api_url' : 'apiUrl', apiUrl!] as const]),
    ...(workspaceId === undefined ? [] : [[isPython ? 'workspace_id' : 'workspaceId', workspaceId] as const]),
  ];
  const text = members.map(([name, value]) => `${name}${isPython ? '=' : ': '}${stringLiteral(value)}`);
  return isPython || text.length === 0 ? text.join(', ') : `{ ${text.join(', ')} }`;
}

function noticesOf(kind: ScriptKind, spec: ExtractSpec, { apiUrl }: ScriptContext): readonly string[] {
  const isOld = kind.endsWith('old');
  return [
    ...(apiUrl === undefined
      ? ['This data is only in your browser; the code asks LangSmith Cloud, or the address you give it.']
      : []),
    ...(isOld ? ['LangSmith Cloud has announced the end of these methods for 31 January 2027.'] : []),
    ...(spec.kind === 'traces' || spec.kind === 'retrievers'
      ? ['The program keeps all traces in memory until the roots are read; the download does not.']
      : []),
    ...(spec.kind === 'conversations'
      ? [
          'It prints the turns of each conversation as they were recorded: messages come in a dozen shapes, which the download reads into one chat and a short program does not.',
        ]
      : []),
    ...(spec.format === 'jsonl' ? [] : ['It prints JSON lines with the rows of the file.']),
  ];
}

export function downloadScript(kind: ScriptKind, spec: ExtractSpec, context: ScriptContext): Copied {
  const isPython = kind.startsWith('python');
  const isNew = kind.endsWith('new');
  const options = clientOptions(context, isPython);
  return {
    language: isPython ? 'python' : 'typescript',
    text: (isPython ? pythonScript : typescriptScript)(spec, isNew, options),
    notices: noticesOf(kind, spec, context),
  };
}
