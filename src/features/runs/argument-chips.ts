import type { RunArguments } from '../../url/screens.ts';

export interface ArgumentChip {
  readonly key: keyof RunArguments;
  /** LangSmith's name of the argument. */
  readonly name: string;
  readonly value: string;
}

const NAMES: Readonly<Record<keyof RunArguments, string>> = {
  runType: 'run_type',
  error: 'error',
  isRoot: 'is_root',
  query: 'query',
  traceId: 'trace_id',
  parentRunId: 'parent_run_id',
  referenceExampleId: 'reference_example_id',
  runIds: 'id',
  order: 'order',
  limit: 'limit',
  select: 'select',
};

const KEYS = Object.keys(NAMES) as (keyof RunArguments)[];

/** Everything beside the filters that shapes the list: nothing that is asked may be invisible. */
export function argumentChips(
  args: RunArguments,
  shownElsewhere: readonly (keyof RunArguments)[] = [],
): readonly ArgumentChip[] {
  return KEYS.flatMap((key) => {
    const value = args[key];
    if (value === undefined || value === '' || shownElsewhere.includes(key)) return [];
    return [{ key, name: NAMES[key], value: valueText(value) }];
  });
}

/** Those that have controls of their own in the toolbar, where there is room. */
export const quickArguments = (
  view: 'runs' | 'traces',
  isNarrow: boolean,
): readonly (keyof RunArguments)[] => {
  if (isNarrow) return [];
  return view === 'runs' ? ['runType', 'error', 'isRoot'] : ['runType', 'error'];
};

function valueText(value: string | number | boolean | readonly string[]): string {
  if (typeof value !== 'object') return String(value);
  return value.length <= 2 ? value.join(', ') : `${value[0]} and ${value.length - 1} more`;
}

/** An undefined value takes the argument away. */
export function withArguments(args: RunArguments, changes: RunArguments): RunArguments {
  const kept = Object.entries({ ...args, ...changes }).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}
