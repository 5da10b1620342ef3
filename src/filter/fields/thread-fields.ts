/** Sums over a thread, for thread_filter only. Names as on LangSmith's screens, in seconds (UNKNOWNS U15). */
import type { Field, ValueType } from '../field.ts';
import { ORDER_AND_EQUALITY } from './operator-sets.ts';

export const THREAD_FIELDS: readonly Field[] = [
  { ...summary('turn_count', 'number', 'Number of traces in the thread.', 5), unit: 'turns' },
  { ...summary('num_errored_turns', 'number', 'Number of traces whose root failed.', 0), unit: 'turns' },
  summary('thread_duration', 'duration', 'Seconds from the first start to the last end.', 600),
  summary('trace_latency_p50', 'duration', 'Median seconds of a turn.', 5),
  summary('trace_latency_p99', 'duration', '99th percentile of the seconds of a turn.', 20),
];

function summary(name: string, type: ValueType, description: string, sample: number): Field {
  return {
    name,
    type,
    operators: ORDER_AND_EQUALITY,
    description,
    example: `gt(${name}, ${sample})`,
    evidence: 'unproven',
    scopes: ['thread'],
    nullable: true,
  };
}
