/** What a download will not be, or will be beyond the question: said before it starts and beside the file. */
import { isGrouped } from '../compose.ts';
import type { ExtractKind, ExtractSource, ExtractSpec } from '../spec.ts';
import { isReachingBack } from './slices.ts';
import { traceScope } from './trace-scope.ts';
import { findsOf, type Task } from './tasks.ts';

const WHOLE_THREADS =
  'Each thread found is read whole, with the turns that the filter, the window, the limit or the selection leave out.';

const CHILDREN_LEFT =
  'Only the root run of each trace: the runs inside are in a download from the Runs view, or of one trace.';

const PARTS = { traces: 'tool runs', retrievers: 'retriever runs' } as const;

function windowRemark(kind: ExtractKind, source: ExtractSource): string | undefined {
  if (source.kind !== 'question' || (kind !== 'traces' && kind !== 'retrievers')) return undefined;
  const { window, traceId, runIds } = source.query;
  if (traceId !== undefined || runIds?.length || source.limit !== undefined) return undefined;
  if (window.from === undefined && window.to === undefined) return undefined;
  return `Only ${PARTS[kind]} that started in the window are included, also of a trace that reaches beyond it.`;
}

/** Whether what a person looks at are traces, of which the server names the roots. */
export const isOfRoots = (source: ExtractSource): boolean =>
  source.kind === 'question'
    ? source.query.isRoot === true
    : source.kind === 'selection' && source.isOfTraces === true;

function rootRemark(kind: ExtractKind, source: ExtractSource): string | undefined {
  if (!isOfRoots(source)) return undefined;
  if (kind === 'runs') return CHILDREN_LEFT;
  return kind === 'feedback'
    ? 'Only feedback of the root runs: that of the runs inside is in a download from the Runs view, or of one trace.'
    : undefined;
}

export function remarksOf({ kind, source }: Pick<ExtractSpec, 'kind' | 'source'>): readonly string[] {
  return [
    isGrouped(kind) && source.kind === 'question' ? traceScope(source.query).remark : undefined,
    rootRemark(kind, source),
    kind === 'conversations' && findsOf(kind, source) !== undefined ? WHOLE_THREADS : undefined,
    windowRemark(kind, source),
  ].filter((remark) => remark !== undefined);
}

/** Only known with the tasks. */
export const tierRemarks = (tasks: readonly Task[]): readonly string[] =>
  tasks.some(({ query }) => isReachingBack(query.window))
    ? [
        'The last question has no lower end, for runs older than their project; LangSmith Cloud answers such a question more slowly.',
      ]
    : [];
