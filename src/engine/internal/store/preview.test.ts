import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../contract/run.ts';
import { inputsPreview, outputsPreview } from './preview.ts';

const lc = (kind: string, content: JsonValue, more: Record<string, JsonValue> = {}): JsonValue => ({
  lc: 1,
  type: 'constructor',
  id: ['langchain_core', 'messages', kind],
  kwargs: { content, ...more },
});

describe('inputs show what a human said', () => {
  test.each<[string, JsonValue, string]>([
    ['LangChain batch', { messages: [[lc('SystemMessage', 'Be kind'), lc('HumanMessage', 'Hi')]] }, 'Hi'],
    [
      'last human of a conversation',
      { messages: [lc('HumanMessage', 'a'), lc('AIMessage', 'b'), lc('HumanMessage', 'c')] },
      'c',
    ],
    [
      'OpenAI',
      {
        model: 'm',
        messages: [
          { role: 'user', content: 'Hello' },
          { role: 'assistant', content: 'Yes' },
        ],
      },
      'Hello',
    ],
    [
      'content blocks',
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'Look' }, { type: 'image_url' }] }] },
      'Look',
    ],
    ['plain LangChain', { messages: [{ type: 'human', content: 'Plain' }] }, 'Plain'],
    ['stored LangChain', { messages: [{ type: 'human', data: { content: 'Stored' } }] }, 'Stored'],
    [
      'pairs',
      {
        messages: [
          ['system', 'x'],
          ['user', 'Paired'],
        ],
      },
      'Paired',
    ],
    ['no human: whoever spoke last', { messages: [lc('ToolMessage', 'tool says')] }, 'tool says'],
    ['a message alone', lc('AIMessage', 'parse me'), 'parse me'],
    ['a prompt value', lc('ChatPromptValue', null, { messages: [lc('HumanMessage', 'inside')] }), 'inside'],
    ['usual name', { history: [], question: 'Why?' }, 'Why?'],
    ['nested under the usual name', { input: { messages: [{ role: 'user', content: 'deep' }] } }, 'deep'],
    ['only text', { city: 'Oslo' }, 'Oslo'],
    ['several values', { a: 1, b: 'x' }, '{"a":1,"b":"x"}'],
    ['a bare text', 'text', 'text'],
    ['nothing to read', {}, '{}'],
    ['a list', [1, 2], '[1,2]'],
  ])('%s', (_, inputs, expected) => {
    expect(inputsPreview(inputs)).toBe(expected);
  });
});

describe('outputs show what the model said', () => {
  const call = [{ name: 'get_order', args: { id: 7 } }];
  test.each<[string, JsonValue, string]>([
    [
      'generations',
      { generations: [[{ text: 'x', message: lc('AIMessage', 'Answer') }]], llmOutput: {} },
      'Answer',
    ],
    ['flat generations', { generations: [{ text: 'Flat' }] }, 'Flat'],
    [
      'tool calls only',
      { generations: [[{ message: lc('AIMessage', '', { tool_calls: call }) }]] },
      'get_order({"id":7})',
    ],
    ['OpenAI choices', { choices: [{ message: { role: 'assistant', content: 'Chosen' } }] }, 'Chosen'],
    [
      'OpenAI tool call',
      {
        choices: [
          {
            message: {
              role: 'assistant',
              content: null,
              tool_calls: [{ function: { name: 'f', arguments: '{"a":1}' } }],
            },
          },
        ],
      },
      'f({"a":1})',
    ],
    ['state of a graph', { messages: [lc('HumanMessage', 'q'), lc('AIMessageChunk', 'a')] }, 'a'],
    ['output is a message', { output: lc('AIMessage', 'inner') }, 'inner'],
    ['output is a text', { output: 'done' }, 'done'],
    ['answer beside others', { answer: 'Because', sources: [] }, 'Because'],
    ['Anthropic', { role: 'assistant', content: [{ type: 'text', text: 'Bonjour' }] }, 'Bonjour'],
    ['output is an object', { output: { ok: true } }, '{"output":{"ok":true}}'],
    ['a blank text says nothing', { output: ' ', answer: 'x' }, 'x'],
    ['false', { output: false }, '{"output":false}'],
  ])('%s', (_, outputs, expected) => {
    expect(outputsPreview(outputs)).toBe(expected);
  });
});

test('nothing has no preview', () => {
  expect([inputsPreview(null), outputsPreview(undefined)]).toEqual([undefined, undefined]);
});

test('250 characters, and no half of a pair at the end', () => {
  expect(inputsPreview('x'.repeat(1000))).toHaveLength(250);
  const torn = inputsPreview(`${'x'.repeat(249)}😀`)!;
  expect(torn).toBe('x'.repeat(249));
  expect(inputsPreview('lone \ud83d')).toBe('lone \ud83d');
});
