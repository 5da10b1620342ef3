import { printTimestamp } from '../contract/timestamp.ts';
import type { Argument } from './code-text.ts';
import type { NoticeList } from './copied.ts';
import type { Question } from './question.ts';
import { selectNames } from './select-names.ts';

/** Largest page of v1 (CONTRACT §4.1). */
export const V1_PAGE = 100;

export const PLACEHOLDER_PROJECT = '<your_project>';

/**
 * The condition part of a v1 question: names of the HTTP body, values as JSON, but for `window`, which each
 * language writes in its own way. Run ids silence everything else there (CONTRACT §0).
 */
export function v1Conditions(question: Question, notices: NoticeList): Readonly<Record<string, Argument>> {
  const { runIds, projects } = question;
  if (runIds) {
    if (saysMore(question))
      notices.add('LangSmith ignores every other condition when run ids are given; they are left out.');
    return { id: [...runIds] };
  }
  if (projects.length === 0 && !hasScope(question)) {
    notices.add('LangSmith searches inside projects: put the name of yours in.');
  }
  return asked({
    session: projects.length > 0 ? projects.map(({ id }) => id) : undefined,
    run_type: question.runType,
    trace: question.traceId,
    parent_run: question.parentRunId,
    reference_example: question.referenceExampleId,
    is_root: question.isRoot,
    error: question.error,
    query: question.query,
    filter: question.filter,
    trace_filter: question.traceFilter,
    tree_filter: question.treeFilter,
  });
}

export function hasScope({ runIds, traceId, parentRunId, referenceExampleId }: Question): boolean {
  return runIds !== undefined || [traceId, parentRunId, referenceExampleId].some((id) => id !== undefined);
}

function saysMore(question: Question): boolean {
  const {
    filter,
    traceFilter,
    treeFilter,
    query,
    runType,
    traceId,
    parentRunId,
    referenceExampleId,
    isRoot,
    error,
    window,
  } = question;
  const parts = [
    filter,
    traceFilter,
    treeFilter,
    query,
    runType,
    traceId,
    parentRunId,
    referenceExampleId,
    isRoot,
    error,
    window.from,
    window.to,
  ];
  return parts.some((value) => value !== undefined);
}

export function v1Select(question: Question, notices: NoticeList): readonly string[] | undefined {
  return question.select && selected(question.select, 'v1', notices);
}

export function selected(
  wanted: readonly string[],
  generation: 'v1' | 'v2',
  notices: NoticeList,
): readonly string[] {
  const { names, unknown } = selectNames(wanted, generation);
  if (unknown.length > 0) notices.add(`LangSmith's ${generation} API has no field ${unknown.join(', ')}.`);
  return names;
}

export function printedWindow({ window }: Question): { readonly from?: string; readonly to?: string } {
  return defined({
    from: window.from === undefined ? undefined : printTimestamp(window.from),
    to: window.to === undefined ? undefined : printTimestamp(window.to),
  });
}

export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** Those of the arguments that are asked for. */
export function asked(
  fields: Readonly<Record<string, Argument | undefined>>,
): Readonly<Record<string, Argument>> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Argument] => entry[1] !== undefined),
  );
}

/** One project reads better alone; the SDKs take both. */
export function oneProject(name: string, value: Argument): Argument {
  return name === 'session' && typeof value === 'object' && value.length === 1 ? value[0]! : value;
}
