/**
 * One row per trace with the tools it used: the columns of LangSmith's own script ("flattened trace view
 * with child tool usage").
 */
import type { FullRun, JsonObject } from '../../contract/run.ts';
import { prefixed } from './prefixed.ts';

/** `tools`: names of the tool runs, in the order they came; a name counts once. */
export function traceRow({ run, payload }: FullRun, tools: readonly string[], isFlat: boolean): JsonObject {
  return {
    run_id: run.id,
    run_name: run.name,
    run_type: run.runType,
    ...(isFlat
      ? { ...prefixed('inputs', payload.inputs), ...prefixed('outputs', payload.outputs) }
      : { inputs: payload.inputs ?? null, outputs: payload.outputs ?? null }),
    tools_involved: [...new Set(tools)],
  };
}
