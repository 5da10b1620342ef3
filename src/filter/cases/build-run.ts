import type { EvaluableFeedback, EvaluableRun } from '../evaluable-run.ts';
import { flatten } from '../flatten.ts';

export interface RunSketch extends Partial<
  Omit<EvaluableRun, 'metadata' | 'inputs' | 'outputs' | 'feedback'>
> {
  readonly metadata?: unknown;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly feedback?: readonly EvaluableFeedback[];
}

/** A finished root run, but for what the sketch says. */
export function buildRun({ metadata, inputs, outputs, ...rest }: RunSketch = {}): EvaluableRun {
  return {
    id: 'r1',
    traceId: 'r1',
    projectId: 'p1',
    threadIds: [],
    isRoot: true,
    name: 'run',
    runType: 'chain',
    status: 'success',
    startTime: Date.UTC(2026, 0, 31, 12),
    tags: [],
    feedback: [],
    ...rest,
    metadata: flatten(metadata ?? {}),
    inputs: flatten(inputs ?? {}),
    outputs: flatten(outputs ?? {}),
  };
}
