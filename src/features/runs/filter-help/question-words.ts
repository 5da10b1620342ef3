/** The whole question in words: the filters, and what is asked beside them. */
import { explainScopes } from '../../../filter/explain-scopes.ts';
import { formatCount } from '../../../lib/format-count.ts';
import type { RunArguments } from '../../../url/screens.ts';
import type { FilterTexts } from '../filter-drafts.ts';

export function questionInWords(texts: FilterTexts, view: 'runs' | 'traces', args: RunArguments): string {
  const filters = explainScopes(texts, view);
  const hasFilter = Object.values(texts).some((text) => text.trim() !== '');
  const conditions = conditionsOf(args).join(', and ');
  const scope = hasFilter
    ? `${filters}${conditions === '' ? '' : ` Of these only those ${conditions}.`}`
    : conditions === ''
      ? filters
      : `${view === 'traces' ? 'Traces' : 'Runs'} ${conditions}.`;
  return [scope, ...shapeOf(args)].join(' ');
}

function conditionsOf(args: RunArguments): readonly string[] {
  const { error, isRoot, runType, query, traceId, parentRunId, referenceExampleId, runIds } = args;
  return [
    ...(error === undefined ? [] : [error ? 'that failed' : 'that did not fail']),
    ...(runType === undefined ? [] : [`that are of the type “${runType}”`]),
    ...(isRoot === undefined ? [] : [isRoot ? 'that are root runs' : 'that are not root runs']),
    ...(query === undefined ? [] : [`that hold the words “${query}”`]),
    ...(traceId === undefined ? [] : [`that belong to the trace ${traceId}`]),
    ...(parentRunId === undefined ? [] : [`that are right below the run ${parentRunId}`]),
    ...(referenceExampleId === undefined ? [] : [`that were run on the example ${referenceExampleId}`]),
    ...(runIds?.length ? [`that are ${idWords(runIds)}`] : []),
  ];
}

const idWords = (ids: readonly string[]) =>
  ids.length === 1 ? `the one with the id ${ids[0]}` : `among ${formatCount(ids.length)} ids`;

const shapeOf = ({ order, limit }: RunArguments): readonly string[] => [
  ...(order === 'asc' ? ['Oldest first.'] : []),
  ...(limit === undefined ? [] : [`No more than ${formatCount(limit)}.`]),
];
