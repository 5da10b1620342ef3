import { expect, test } from 'vitest';
import type { JsonObject } from '../contract/run.ts';
import { documentsOf } from './documents.ts';
import { errorTextOf } from './error-text.ts';
import { resultData, toolArguments, toolResult } from './tool-run.ts';

test.each<[string, JsonObject | undefined, unknown]>([
  ['nothing', undefined, undefined],
  [
    'JavaScript',
    { documents: [{ pageContent: 'a', metadata: { title: 'T', score: 0.5 }, id: '1' }] },
    [{ content: 'a', id: '1', title: 'T', score: 0.5, metadata: { title: 'T', score: 0.5 } }],
  ],
  [
    'Python through traceable',
    { output: [{ page_content: 'a', type: 'Document', metadata: { source: 's' } }] },
    [{ content: 'a', title: 's', metadata: { source: 's' } }],
  ],
  ['with scores', { documents: [[{ page_content: 'a' }, 0.25]] }, [{ content: 'a', score: 0.25 }]],
  [
    'constructors',
    {
      documents: [
        { lc: 1, type: 'constructor', id: ['Document'], kwargs: { page_content: 'a', metadata: {} } },
      ],
    },
    [{ content: 'a', metadata: {} }],
  ],
  ['nothing found', { documents: [] }, []],
  [
    'fields of its own are kept',
    { docs: [{ text: 'a', rank: 1 }] },
    [{ content: 'a', metadata: { rank: 1 } }],
  ],
  ['a list of something else', { output: [{ page_content: 'a' }, 3] }, undefined],
])('documents: %s', (_, outputs, expected) => {
  expect(documentsOf(outputs)).toEqual(expected);
});

test.each<[JsonObject, unknown]>([
  [{ input: '{"a":1}' }, { a: 1 }],
  [{ input: 'plain' }, 'plain'],
  [{ input: '{"cut' }, '{"cut'],
  [
    { a: 1, b: 2 },
    { a: 1, b: 2 },
  ],
])('tool arguments %j', (inputs, expected) => {
  expect(toolArguments(inputs)).toEqual(expected);
});

test.each<[JsonObject, unknown]>([
  [{ output: '[1,2]' }, { kind: 'value', value: [1, 2] }],
  [{ output: 'text' }, { kind: 'value', value: 'text' }],
  [{ a: 1 }, { kind: 'value', value: { a: 1 } }],
  [
    { output: { type: 'tool', content: 'ok', tool_call_id: 'c' } },
    {
      kind: 'message',
      message: { role: 'tool', parts: [{ kind: 'text', text: 'ok' }], toolCalls: [], toolCallId: 'c' },
    },
  ],
])('tool result %j', (outputs, expected) => {
  expect(toolResult(outputs)).toEqual(expected);
});

test.each([
  ['plain', 'it broke', { message: 'it broke' }],
  ['with a class', 'TimeoutError: too slow', { name: 'TimeoutError', message: 'too slow' }],
  [
    'class of a library',
    'openai.RateLimitError: slow down',
    { name: 'openai.RateLimitError', message: 'slow down' },
  ],
  ['an error in lower case', 'error: slow down', { message: 'slow down' }],
  ['repr', "ValueError('bad \\n thing')", { name: 'ValueError', message: 'bad \\n thing' }],
  [
    'LangChain JavaScript: the message twice',
    'bad\n\nthing\n\nTypeError: bad\n\nthing\n    at f (file.js:1:2)\n    at g (file.js:3:4)',
    {
      name: 'TypeError',
      message: 'bad\n\nthing',
      stack: 'TypeError: bad\n\nthing\n    at f (file.js:1:2)\n    at g (file.js:3:4)',
    },
  ],
  [
    'a JavaScript stack alone',
    'Error: bad\n    at f (file.js:1:2)',
    { message: 'bad', stack: 'Error: bad\n    at f (file.js:1:2)' },
  ],
  [
    'Python: repr and traceback',
    "KeyError('x')\n\n\nTraceback (most recent call last):\n  File \"a.py\", line 1\n\nKeyError: 'x'",
    {
      name: 'KeyError',
      message: 'x',
      stack: 'Traceback (most recent call last):\n  File "a.py", line 1\n\nKeyError: \'x\'',
    },
  ],
  [
    'Python: traceback alone',
    'Traceback (most recent call last):\n  File "a.py", line 1\nValueError: bad',
    {
      name: 'ValueError',
      message: 'bad',
      stack: 'Traceback (most recent call last):\n  File "a.py", line 1\nValueError: bad',
    },
  ],
  ['only a word', 'Error', { message: 'Error' }],
  ['empty', '', { message: '' }],
])('error text: %s', (_, text, expected) => {
  expect(errorTextOf(text)).toEqual(expected);
});

test.each([
  ['{"a": 1, "id": "1234567890123456789"}', { a: 1, id: '1234567890123456789' }],
  ['[1, 0.5000000000000000000]', [1, 0.5]],
  ['{"id": 1234567890123456789}', undefined],
  ['no data', undefined],
  ['{broken', undefined],
])('the answer %s is data only where reading it loses nothing', (text, value) => {
  expect(resultData(text)).toEqual(value);
});
