import type { FilterVerdict } from '../../../contract/api.ts';
import type { Dialect } from '../../../filter/dialect.ts';
import { diagnose } from '../../../filter/diagnose.ts';
import { FILTER_NAMES, type FilterTexts } from '../filter-drafts.ts';
import type { FilterName } from '../filter-scopes.ts';

export interface VerdictRemark {
  readonly kind: 'refused' | 'accepted';
  readonly message: string;
}

/** What the server's own check says otherwise than we do; empty when both agree. */
export function verdictRemarks(
  texts: FilterTexts,
  dialect: Dialect,
  { valid, errors }: FilterVerdict,
): readonly VerdictRemark[] {
  if (!valid) return errors.length > 0 ? errors.map(refusal) : [refusal({ field: '', message: '' })];
  const doubted = FILTER_NAMES.filter((name) =>
    diagnose(texts[name], { dialect }).some(({ severity }) => severity !== 'info'),
  );
  if (doubted.length === 0) return [];
  const message = `The server’s own check accepts ${doubted.length > 1 ? 'these filters' : 'this filter'}, in spite of the warning above.`;
  return [{ kind: 'accepted', message }];
}

const ARGUMENTS: Readonly<Record<string, FilterName>> = {
  filter: 'filter',
  trace_filter: 'traceFilter',
  tree_filter: 'treeFilter',
};

function refusal({ field, message }: FilterVerdict['errors'][number]): VerdictRemark {
  const what = field in ARGUMENTS ? `the argument ${field}` : 'this question';
  const words = message.trim() === '' ? 'without a reason' : `“${message.trim()}”`;
  return { kind: 'refused', message: `The server’s own check refuses ${what}: ${words}.` };
}
