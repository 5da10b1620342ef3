import type { Argument } from './code-text.ts';
import type { NoticeList } from './copied.ts';
import { allOf, comparisonText, type Question } from './question.ts';
import { USUAL_V2 } from './select-names.ts';
import { asked, selected } from './v1-arguments.ts';

/** Largest page of v2 (CONTRACT §7.1). */
export const V2_PAGE = 1000;

/** v2 reads no lower bound as "the last 24 hours"; this is before LangSmith existed. */
export const BEGINNING = '2020-01-01T00:00:00Z';

/** The body of v2 runs/query but for its window and page; SDKs use the same names (CONTRACT §7.1, §7.4). */
export function v2Conditions(question: Question, notices: NoticeList): Readonly<Record<string, Argument>> {
  const { projects, parentRunId, query, referenceExampleId } = question;
  if (projects.length === 0)
    notices.add('v2 searches inside projects and knows them by id: put the id of yours in.');
  if (parentRunId) notices.add('v2 has no argument for the parent run: it is asked for in the filter.');
  if (query) notices.add('v2 calls the question in words ai_query; LangSmith no longer documents it.');
  if (question.choice.kind === 'all') {
    notices.add(
      'Without a lower bound v2 would look at the last 24 hours only; some servers refuse more than 400 days.',
    );
  }
  return asked({
    project_ids: projects.length > 0 ? projects.map(({ id }) => id) : ['<your_project_id>'],
    ids: question.runIds,
    trace_id: question.traceId,
    reference_examples: referenceExampleId ? [referenceExampleId] : undefined,
    run_type: question.runType?.toUpperCase(),
    has_error: question.error,
    is_root: question.isRoot,
    filter: allOf(question.filter, parentRunId && comparisonText('eq', 'parent_run_id', parentRunId)),
    trace_filter: question.traceFilter,
    tree_filter: question.treeFilter,
  });
}

/** Arguments that the SDKs do not name although the server takes them (UNKNOWNS U16, CONTRACT §7.1). */
export function v2Unnamed(question: Question, notices: NoticeList): Readonly<Record<string, Argument>> {
  if (question.order === 'asc')
    notices.add('Oldest first is asked with sort_order, which the SDKs do not document.');
  return asked({
    ai_query: question.query,
    sort_order: question.order === 'asc' ? 'ASC' : undefined,
  });
}

export function v2Select(question: Question, notices: NoticeList): readonly string[] {
  return question.select ? selected(question.select, 'v2', notices) : USUAL_V2;
}
