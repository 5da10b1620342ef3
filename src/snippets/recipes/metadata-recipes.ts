/** Keys and values of metadata, threads among them. */
import { type Recipe, recipe } from '../recipe.ts';

const CONVERSATION = 'a1b2c3d4-e5f6-7890';

export const METADATA_RECIPES: readonly Recipe[] = [
  recipe(
    'Threads',
    'thread',
    'Turns of a thread',
    'Root runs whose session_id, conversation_id or thread_id is the thread.',
    {
      filter:
        'and(in(metadata_key, ["session_id","conversation_id","thread_id"]), eq(metadata_value, "my-thread"))',
      args: { isRoot: true },
    },
    ['my-thread'],
  ),
  recipe(
    'Metadata',
    'has-key',
    'Has a metadata key',
    'Whatever its value.',
    { filter: "eq(metadata_key, 'user_id')" },
    ['user_id'],
  ),
  recipe(
    'Metadata',
    'has-user',
    'Of one user',
    'The key with one value.',
    {
      filter: "and(eq(metadata_key, 'user_id'), eq(metadata_value, '4070f233-f61e-44eb-bff1-da3c163895a3'))",
    },
    ['user_id', '4070f233-f61e-44eb-bff1-da3c163895a3'],
  ),
  recipe(
    'Metadata',
    'environment',
    'Of one environment',
    'What ran in production.',
    { filter: "and(eq(metadata_key, 'environment'), eq(metadata_value, 'production'))" },
    ['environment', 'production'],
  ),
  recipe(
    'Metadata',
    'conversation',
    'Of one conversation',
    'By the id that its runs share.',
    { filter: `and(eq(metadata_key, 'conversation_id'), eq(metadata_value, '${CONVERSATION}'))` },
    ['conversation_id', CONVERSATION],
  ),
  recipe(
    'Metadata',
    'named-in-conversation',
    'One step of one conversation',
    'A name and a metadata value together.',
    {
      filter:
        "and(eq(name, 'ChatOpenAI'), eq(metadata_key, 'conversation_id'), eq(metadata_value, '69b12c91-b1e2-46ce-91de-794c077e8151'))",
    },
    ['ChatOpenAI', 'conversation_id', '69b12c91-b1e2-46ce-91de-794c077e8151'],
  ),
  recipe(
    'Metadata',
    'lacks-key',
    'Lacks a metadata key',
    'No item has the key.',
    { filter: "and(neq(metadata_key, 'conversation_id'))" },
    ['conversation_id'],
  ),
  recipe(
    'Metadata',
    'other-value',
    'Has the key with another value',
    'The key must be there.',
    { filter: `and(eq(metadata_key, 'conversation_id'), neq(metadata_value, '${CONVERSATION}'))` },
    ['conversation_id', CONVERSATION],
  ),
  recipe(
    'Metadata',
    'neither-key-nor-value',
    'Lacks both key and value',
    'No item has the key, and none has the value.',
    { filter: `and(neq(metadata_key, 'conversation_id'), neq(metadata_value, '${CONVERSATION}'))` },
    ['conversation_id', CONVERSATION],
  ),
  recipe(
    'Metadata',
    'value-under-other-key',
    'Lacks the key, has the value',
    'The value stands under some other key.',
    { filter: `and(neq(metadata_key, 'conversation_id'), eq(metadata_value, '${CONVERSATION}'))` },
    ['conversation_id', CONVERSATION],
  ),
  recipe(
    'Metadata',
    'metadata-object',
    'Several metadata at once',
    'As a JSON object; nobody has shown that LangSmith takes it on runs.',
    { filter: 'has(metadata, \'{"foo": "bar"}\')' },
    ['foo', 'bar'],
  ),
];
