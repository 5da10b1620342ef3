/**
 * One row per trace with what its retrievers were asked and found: the columns of LangSmith's own script
 * ("retriever IO for traces with feedback"). Feedback is asked for every root; the script forgets it for
 * its last batch.
 */
import type { FullRun, JsonObject, JsonValue } from '../../contract/run.ts';
import { feedbackAverages, feedbackJson } from './feedback-json.ts';
import { prefixed } from './prefixed.ts';

export interface RetrieverCall {
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
}

type Lists = Record<string, JsonValue[]>;

/** A list of lists of inputs; outputs are lists already and are joined into one. */
function gathered(calls: readonly RetrieverCall[]): { inputs: Lists; outputs: Lists } {
  const inputs: Lists = {};
  const outputs: Lists = {};
  for (const call of calls) {
    for (const [key, value] of Object.entries(call.inputs)) (inputs[key] ??= []).push(value);
    for (const [key, value] of Object.entries(call.outputs)) {
      const list = (outputs[key] ??= []);
      if (Array.isArray(value)) for (const item of value) list.push(item);
      else list.push(value);
    }
  }
  return { inputs, outputs };
}

export function retrieverRow(
  { run, payload }: FullRun,
  calls: readonly RetrieverCall[],
  isFlat: boolean,
): JsonObject {
  const { inputs, outputs } = gathered(calls);
  const id = { run_id: run.id, run_name: run.name };
  if (!isFlat) {
    return {
      ...id,
      inputs: payload.inputs ?? null,
      outputs: payload.outputs ?? null,
      feedback: feedbackJson(run.feedback),
      'retriever.inputs': inputs,
      'retriever.outputs': outputs,
    };
  }
  return {
    ...id,
    ...prefixed('inputs', payload.inputs),
    ...prefixed('outputs', payload.outputs),
    ...feedbackAverages(run.feedback),
    ...prefixed('retriever.inputs', inputs),
    ...prefixed('retriever.outputs', outputs),
  };
}
