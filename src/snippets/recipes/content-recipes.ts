/** Texts, tags, feedback, inputs and outputs. */
import { type Recipe, recipe } from '../recipe.ts';

export const CONTENT_RECIPES: readonly Recipe[] = [
  recipe(
    'Text and tags',
    'contains-text',
    'Contains a text',
    'Anywhere in the texts of a run.',
    { filter: 'search("substring")' },
    ['substring'],
  ),
  recipe(
    'Text and tags',
    'contains-words',
    'Contains several words',
    'In any order, anywhere in the texts of a run.',
    { filter: 'search("image classification")' },
    ['image classification'],
  ),
  recipe(
    'Text and tags',
    'has-tag',
    'Has a tag',
    'For example the version of the code that ran.',
    { filter: 'has(tags, "2aa1cf4")' },
    ['2aa1cf4'],
  ),
  recipe(
    'Text and tags',
    'tagged-and-slow',
    'One of two tags, and slow',
    'Tagged "experimental" or "beta", and slower than 2 seconds.',
    { filter: 'and(or(has(tags, "experimental"), has(tags, "beta")), gt(latency, 2))' },
    ['experimental', 'beta'],
  ),
  recipe(
    'Text and tags',
    'by-name',
    'By name',
    'Runs of one step of the program.',
    { filter: 'eq(name, "extractor")' },
    ['extractor'],
  ),
  recipe(
    'Feedback',
    'has-feedback',
    'Has feedback of a key',
    'Whatever its score.',
    { filter: 'eq(feedback_key, "user_score")' },
    ['user_score'],
  ),
  recipe(
    'Feedback',
    'liked',
    'Has a certain score',
    'Feedback "user_score" of 1.',
    { filter: 'and(eq(feedback_key, "user_score"), eq(feedback_score, 1))' },
    ['user_score'],
  ),
  recipe(
    'Feedback',
    'high-rating',
    'Rated above 4',
    'Feedback "star_rating" with a score greater than 4.',
    { filter: 'and(eq(feedback_key, "star_rating"), gt(feedback_score, 4))' },
    ['star_rating'],
  ),
  recipe(
    'Inputs and outputs',
    'input-contains',
    'A text under an input key',
    'ChatOpenAI calls whose messages contain a text.',
    {
      filter:
        'and(eq(run_type, "llm"), eq(name, "ChatOpenAI"), eq(input_key, "messages.content"), like(input_value, "%messages.content%"))',
    },
    ['ChatOpenAI', 'messages.content'],
  ),
  recipe(
    'Inputs and outputs',
    'called-tool',
    'A model asked for a tool',
    'The output names the tool "Plan" in a tool call.',
    {
      filter: 'and(eq(output_key, "generations.message.kwargs.tool_calls.name"), eq(output_value, "Plan"))',
    },
    ['Plan'],
  ),
];
