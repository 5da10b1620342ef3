import { allOf } from '../../../lib/all-of.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { withArguments } from '../argument-chips.ts';

/** The runs inside the listed traces: what was asked of the traces is asked of their roots. */
export function insideOf(screen: RunsScreen, runType: string | undefined): RunsScreen {
  const { args, filter, traceFilter } = screen;
  const ofRoot = allOf(
    filter,
    traceFilter,
    args.runType === undefined ? undefined : `eq(run_type, ${JSON.stringify(args.runType)})`,
    args.error === undefined ? undefined : `${args.error ? 'eq' : 'neq'}(status, "error")`,
  );
  return {
    ...screen,
    view: 'runs',
    columns: undefined,
    filter: '',
    traceFilter: ofRoot ?? '',
    args: withArguments(args, { runType, error: undefined }),
  };
}
