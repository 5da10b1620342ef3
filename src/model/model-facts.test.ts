import { expect, test } from 'vitest';
import type { JsonObject } from '../contract/run.ts';
import { modelFacts, shortModelName } from './model-facts.ts';

test.each<[string, JsonObject | undefined, JsonObject | undefined, string | undefined, string]>([
  [
    'LangChain writes both',
    { ls_model_name: 'gpt-4o', ls_temperature: 0.3, model: 'x' },
    { model: 'gpt-4o-2024', temperature: 0.3, stream: true, tools: [] },
    'gpt-4o',
    'temperature 0.3',
  ],
  [
    'wrapped clients write into the metadata',
    {
      ls_model_name: 'gpt-4.1',
      ls_invocation_params: { max_completion_tokens: 64, reasoning: { effort: 'low' } },
    },
    undefined,
    'gpt-4.1',
    'max tokens 64, reasoning effort low',
  ],
  ['only parameters', undefined, { modelId: 'nova', topP: 0.9, stop: [] }, 'nova', 'top p 0.9'],
  ['only ls_ keys', { ls_max_tokens: 3, ls_stop: ['END'] }, {}, undefined, 'max tokens 3, stop ["END"]'],
  ['zero is a setting', {}, { temperature: 0, seed: null }, undefined, 'temperature 0'],
  ['nothing', undefined, undefined, undefined, ''],
])('%s', (_, metadata, invocation, name, settings) => {
  const facts = modelFacts(metadata, invocation);
  expect(facts.name).toBe(name);
  expect(facts.settings.join(', ')).toBe(settings);
});

test.each([
  ['claude-sonnet-4-5-20250929', 'claude-sonnet-4-5'],
  ['gpt-4o-2024-08-06', 'gpt-4o'],
  ['gpt-4.1-mini', 'gpt-4.1-mini'],
  ['harbor-7b-instruct', 'harbor-7b-instruct'],
])('%s is %s where there is little room', (name, short) => {
  expect(shortModelName(name)).toBe(short);
});
