import { expect, test } from 'vitest';
import type { JsonValue } from '../../../contract/run.ts';
import { readGivenTotals, readUsage, usageInOutputs } from './usage.ts';

test.each<[string, JsonValue, object | undefined]>([
  ['nothing', null, undefined],
  ['empty', {}, undefined],
  ['no numbers', { input_tokens: 'many' }, undefined],
  [
    'LangSmith',
    { input_tokens: 3, output_tokens: 4, total_tokens: 7 },
    { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 },
  ],
  ['total concluded', { input_tokens: 3 }, { prompt_tokens: 3, total_tokens: 3 }],
  [
    'OpenAI',
    { prompt_tokens: 1, completion_tokens: 2 },
    { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
  ],
  [
    'costs alone',
    { input_cost: 0.1, output_cost: '0.2' },
    { prompt_cost: 0.1, completion_cost: 0.2, total_cost: 0.1 + 0.2 },
  ],
  [
    'details',
    { input_tokens: 1, input_token_details: { cache_read: 1, note: 'x' } },
    { prompt_tokens: 1, total_tokens: 1, prompt_token_details: { cache_read: 1 } },
  ],
])('usage_metadata: %s', (_, value, expected) => {
  expect(readUsage(value)).toEqual(expected);
});

const usage = { input_tokens: 2, output_tokens: 3, total_tokens: 5 };
const read = { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 };
const generation = { message: { kwargs: { usage_metadata: usage } } };

test.each<[string, JsonValue, object | undefined]>([
  ['usage_metadata', { usage_metadata: usage }, read],
  ['generations', { generations: [[generation]] }, read],
  [
    'two prompts',
    { generations: [[generation, generation], [generation]] },
    { prompt_tokens: 4, completion_tokens: 6, total_tokens: 10 },
  ],
  ['plain message', { generations: [{ message: { usage_metadata: usage } }] }, read],
  [
    'llm_output',
    { llm_output: { token_usage: { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 } } },
    read,
  ],
  [
    'llmOutput',
    { llmOutput: { tokenUsage: { promptTokens: 2, completionTokens: 3, totalTokens: 5 } } },
    read,
  ],
  ['OpenAI usage', { usage: { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 } }, read],
  ['once, though said in two places', { usage_metadata: usage, generations: [[generation]] }, read],
  ['deep inside', { answer: { usage_metadata: usage } }, undefined],
  ['not an object', 'text', undefined],
])('outputs: %s', (_, outputs, expected) => {
  expect(usageInOutputs(outputs)).toEqual(expected);
});

test('totals of a complete run: decimal strings and the wrapper of v2', () => {
  expect(
    readGivenTotals({ total_tokens: 0, total_cost: '0.0125', prompt_token_details: { raw: { audio: 2 } } }),
  ).toEqual({
    total_tokens: 0,
    total_cost: 0.0125,
    prompt_token_details: { audio: 2 },
  });
  expect(readGivenTotals({ name: 'x', total_cost: null })).toBeUndefined();
});
