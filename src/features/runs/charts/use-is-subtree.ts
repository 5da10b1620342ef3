import type { Api } from '../../../contract/api.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { useDialect } from '../use-dialect.ts';

/** On v1 the tokens of a run hold those of the runs below it, on v2 each holds its own (UNKNOWNS U34). */
export function useIsSubtree(api: Api, screen: RunsScreen): boolean {
  const dialect = useDialect(api, screen);
  return dialect.kind === 'server' && dialect.generation === 'v1';
}
