import { isOfRoots } from '../../extract/plan/remarks.ts';
import type { ExtractKind, ExtractSource } from '../../extract/spec.ts';

interface KindWords {
  readonly label: string;
  readonly description: string;
  /** What is read from the server, in the plural. */
  readonly parts: string;
}

const KIND_WORDS: Readonly<Record<ExtractKind, KindWords>> = {
  runs: { label: 'Runs', description: 'One row per run, with the columns you choose.', parts: 'runs' },
  traces: {
    label: 'Traces with their tools',
    description:
      'One row per trace: name, type, inputs and outputs of its root, and the tools used in it. Traces that called no tool are not in it.',
    parts: 'tool runs',
  },
  retrievers: {
    label: 'Retriever inputs and outputs',
    description:
      'One row per trace: what its retrievers were asked and found, the root’s inputs and outputs, and its feedback averages. Traces without a retriever are not in it.',
    parts: 'retriever runs',
  },
  conversations: {
    label: 'Conversations',
    description:
      'One chat per thread as JSON lines: the messages of its turns in order, without what a turn repeats.',
    parts: 'turns',
  },
  feedback: {
    label: 'Feedback',
    description: 'One row per feedback record of the runs.',
    parts: 'runs',
  },
};

const ROOT_RUNS: KindWords = {
  label: 'Root runs',
  description: 'One row per trace: its root run, with the columns you choose.',
  parts: 'root runs',
};

/** A table of traces has the roots alone: whoever downloads it must not take them for all runs. */
export const kindWords = (kind: ExtractKind, source: ExtractSource): KindWords =>
  kind === 'runs' && isOfRoots(source) ? ROOT_RUNS : KIND_WORDS[kind];

export const KINDS = Object.keys(KIND_WORDS) as readonly ExtractKind[];
