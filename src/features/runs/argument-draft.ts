/** The arguments as texts of a form, and back. */
import type { RunArguments } from '../../url/screens.ts';
import { withArguments } from './argument-chips.ts';
import { pastedIds } from './pasted-ids.ts';
import { columnIdOf } from './run-columns.ts';

export interface ArgumentDraft {
  readonly query: string;
  readonly traceId: string;
  readonly parentRunId: string;
  readonly referenceExampleId: string;
  readonly runIds: string;
  readonly limit: string;
  readonly order: '' | 'asc' | 'desc';
  readonly select: string;
  /** Set elsewhere; carried along. */
  readonly others: Pick<RunArguments, 'runType' | 'error' | 'isRoot'>;
}

export function draftOf(args: RunArguments): ArgumentDraft {
  const { runType, error, isRoot } = args;
  return {
    query: args.query ?? '',
    traceId: args.traceId ?? '',
    parentRunId: args.parentRunId ?? '',
    referenceExampleId: args.referenceExampleId ?? '',
    runIds: args.runIds?.join('\n') ?? '',
    limit: args.limit === undefined ? '' : String(args.limit),
    order: args.order ?? '',
    select: args.select?.join(', ') ?? '',
    others: { runType, error, isRoot },
  };
}

export type DraftProblems = { readonly [Key in keyof ArgumentDraft]?: string };

export function draftProblems(draft: ArgumentDraft): DraftProblems {
  const id = (text: string) => {
    const { ids, rejected } = pastedIds(text);
    return text.trim() === '' || (ids.length === 1 && rejected.length === 0)
      ? undefined
      : 'An id looks like a36092d2-4ad5-4fb4-9c0d-0dba9a2ed836.';
  };
  const { rejected } = pastedIds(draft.runIds);
  const unknown = fieldsOf(draft.select).filter((field) => columnIdOf(field) === undefined);
  const problems: Record<string, string | undefined> = {
    traceId: id(draft.traceId),
    parentRunId: id(draft.parentRunId),
    referenceExampleId: id(draft.referenceExampleId),
    runIds: rejected.length > 0 ? `Not a run id: ${rejected.slice(0, 3).join(', ')}` : undefined,
    limit:
      draft.limit.trim() === '' || /^[1-9]\d{0,8}$/.test(draft.limit.trim())
        ? undefined
        : 'A whole number from 1.',
    select:
      unknown.length > 0
        ? `No column shows ${unknown.slice(0, 3).join(', ')}; open a run to see all of its fields.`
        : undefined,
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));
}

export function argumentsOf(draft: ArgumentDraft): RunArguments {
  const single = (text: string) => pastedIds(text).ids[0];
  return withArguments(draft.others, {
    query: draft.query.trim(),
    traceId: single(draft.traceId),
    parentRunId: single(draft.parentRunId),
    referenceExampleId: single(draft.referenceExampleId),
    runIds: pastedIds(draft.runIds).ids,
    limit: draft.limit.trim() === '' ? undefined : Number(draft.limit),
    order: draft.order === '' ? undefined : draft.order,
    select: fieldsOf(draft.select),
  });
}

const fieldsOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter((field) => field !== '');
