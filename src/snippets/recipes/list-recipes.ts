/** Questions that need no filter language, or hardly any. */
import { type Recipe, recipe } from '../recipe.ts';

const DAY = 86_400;
const RUN = 'a36092d2-4ad5-4fb4-9c0d-0dba9a2ed836';
const OTHER = '9398e6be-964f-4aa4-8ae9-ad78cd4b7074';

export const LIST_RECIPES: readonly Recipe[] = [
  recipe('Lists', 'all-runs', 'All runs', 'Every run of the project, children included.', {}),
  recipe(
    'Lists',
    'llm-last-day',
    'LLM runs of the last 24 hours',
    'Calls of language and chat models since yesterday.',
    {
      window: { kind: 'relative', seconds: DAY },
      args: { runType: 'llm' },
    },
  ),
  recipe('Lists', 'root-runs', 'Root runs', 'One row for each trace: the run that has no parent.', {
    args: { isRoot: true },
  }),
  recipe(
    'Lists',
    'root-runs-by-order',
    'Root runs, the old way',
    'execution_order 1 is the root; LangSmith now refuses it and wants is_root.',
    {
      filter: 'eq(execution_order, 1)',
    },
  ),
  recipe(
    'Lists',
    'runs-by-id',
    'Runs by their ids',
    'LangSmith ignores every other condition then.',
    { args: { runIds: [RUN, OTHER] } },
    [RUN, OTHER],
  ),
  recipe(
    'Lists',
    'one-run',
    'A single run by its id',
    'With all of its data, as a link or a log names it.',
    { args: { runIds: [RUN] } },
    [RUN],
  ),
  recipe(
    'Lists',
    'inputs-and-outputs',
    'Only inputs and outputs',
    'Asks for two fields, which is faster than asking for all.',
    {
      args: { select: ['inputs', 'outputs'] },
    },
  ),
  recipe('Errors and time', 'without-errors', 'Runs without errors', 'Finished or pending, but not failed.', {
    args: { error: false },
  }),
  recipe(
    'Errors and time',
    'with-errors',
    'Runs with an error',
    'As the guides write it; LangSmith’s servers now want eq(status, "error").',
    {
      filter: 'neq(error, null)',
    },
  ),
  recipe(
    'Errors and time',
    'good-roots',
    'Root runs without an error',
    'The old spelling of both conditions.',
    {
      filter: 'and(eq(execution_order, 1), eq(error, null))',
    },
  ),
  recipe(
    'Errors and time',
    'started-after',
    'Started after a moment',
    'Does not widen the time window: set it too.',
    { filter: 'gt(start_time, "2023-07-15T12:34:56Z")' },
    ['2023-07-15T12:34:56Z'],
  ),
  recipe(
    'Errors and time',
    'failed-or-incorrect',
    'Failed, or judged incorrect, since a moment',
    'Either an error, or a feedback "Correctness" of 0.',
    {
      filter:
        'and(gt(start_time, "2023-07-15T12:34:56Z"), or(neq(error, null), and(eq(feedback_key, "Correctness"), eq(feedback_score, 0.0))))',
    },
    ['2023-07-15T12:34:56Z', 'Correctness'],
  ),
  recipe(
    'Speed and tokens',
    'slower-than',
    'Slower than 5 seconds',
    'From start to end; unfinished runs are not found.',
    { filter: 'gt(latency, "5s")' },
    ['5s'],
  ),
  recipe(
    'Speed and tokens',
    'many-tokens',
    'More than 5,000 tokens',
    'Prompt and completion together; older servers refuse it.',
    { filter: 'gt(total_tokens, 5000)' },
    ['5000'],
  ),
  recipe(
    'Speed and tokens',
    'slow-large-chains',
    'Slow and large chains',
    'Chains of more than 10 seconds and 5,000 tokens.',
    {
      filter: 'and(eq(run_type, "chain"), gt(latency, 10), gt(total_tokens, 5000))',
    },
  ),
  recipe(
    'Speed and tokens',
    'slow-large-chains-unit',
    'Slow and large chains, with a unit',
    'The same with the seconds written as "10s".',
    {
      filter: 'and(eq(run_type, "chain"), gt(latency, "10s"), gt(total_tokens, 5000))',
    },
  ),
];
