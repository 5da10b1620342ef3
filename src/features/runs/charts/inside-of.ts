import type { RunsScreen } from '../../../url/screens.ts';
import { withArguments } from '../argument-chips.ts';

/** The runs inside the listed traces: what was asked of the traces is asked of their roots. */
export function insideOf(screen: RunsScreen, runType: string | undefined): RunsScreen {
  const { args, filter, traceFilter } = screen;
  const conditions = [
    filter,
    traceFilter,
    ...(args.runType === undefined ? [] : [`eq(run_type, ${JSON.stringify(args.runType)})`]),
    ...(args.error === undefined ? [] : [`${args.error ? 'eq' : 'neq'}(status, "error")`]),
  ].filter((text) => text.trim() !== '');
  return {
    ...screen,
    view: 'runs',
    columns: undefined,
    filter: '',
    traceFilter: conditions.length > 1 ? `and(${conditions.join(', ')})` : (conditions[0] ?? ''),
    args: withArguments(args, { runType, error: undefined }),
  };
}
