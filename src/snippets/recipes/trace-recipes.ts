/** Conditions on the root and on the whole trace, and the first halves of the guides' two programs. */
import { type Recipe, recipe } from '../recipe.ts';

const DAY = 86_400;
const LIKED = 'and(eq(feedback_key, "user_score"), eq(feedback_score, 1))';

export const TRACE_RECIPES: readonly Recipe[] = [
  recipe(
    'Whole traces',
    'step-of-liked-traces',
    'One step of liked traces',
    'Runs named "extractor" whose root has a feedback "user_score" of 1.',
    { filter: 'eq(name, "extractor")', traceFilter: LIKED },
    ['extractor', 'user_score'],
  ),
  recipe(
    'Whole traces',
    'step-after-other-step',
    'One step of liked traces with another step',
    '"RetrieveDocs" runs of liked traces in which some run is named "ExpandQuery".',
    { filter: 'eq(name, "RetrieveDocs")', traceFilter: LIKED, treeFilter: 'eq(name, "ExpandQuery")' },
    ['RetrieveDocs', 'user_score', 'ExpandQuery'],
  ),
  recipe(
    'Whole traces',
    'tools-of-traces',
    'Tools used, by trace',
    'Tool runs of 30 days with the trace they belong to: the first half of “flattened trace view with child tool usage”.',
    {
      window: { kind: 'relative', seconds: 30 * DAY },
      args: { runType: 'tool', select: ['trace_id', 'name', 'run_type'] },
    },
  ),
  recipe(
    'Whole traces',
    'retrievers-of-judged-traces',
    'Retrievers of judged traces',
    'Inputs and outputs of retrievers of a day, where the root has feedback: the first half of “retriever IO for traces with feedback”.',
    {
      window: { kind: 'relative', seconds: DAY },
      traceFilter: 'eq(feedback_key, "user_score")',
      args: { runType: 'retriever', select: ['trace_id', 'name', 'run_type', 'inputs', 'outputs'] },
    },
    ['user_score'],
  ),
];
