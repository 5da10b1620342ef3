import { expect, test } from 'vitest';
import type { JsonObject, Run, RunPayload } from '../contract/run.ts';
import { threadMarkdown } from './thread-markdown.ts';

const run = (index: number, change: Partial<Run> = {}): Run =>
  ({
    traceId: `t${index}`,
    runType: 'chain',
    status: 'success',
    startTime: Date.UTC(2026, 0, index),
    ...change,
  }) as Run;
const payload = (inputs: JsonObject, outputs: JsonObject, error?: string): RunPayload =>
  ({ id: 'x', inputs, outputs, error }) as unknown as RunPayload;

test('a document has every turn, the new messages, errors, and says what it lacks', () => {
  const text = threadMarkdown('T', [
    {
      run: run(1),
      payload: payload(
        { messages: [{ role: 'user', content: 'Hello' }] },
        { messages: [{ role: 'assistant', content: 'Hi ```x``` there' }] },
      ),
    },
    {
      run: run(2, { status: 'error', errorPreview: 'Timeout' }),
      payload: payload(
        {
          messages: [
            { role: 'user', content: 'Hello' },
            { role: 'assistant', content: 'Hi ```x``` there' },
            { role: 'user', content: 'More' },
          ],
        },
        {},
        'Timeout after 3 s',
      ),
    },
    { run: run(3), payload: undefined },
  ]);
  expect(text).toContain('# Thread T\n\n3 turns.');
  expect(text.match(/Hello/g)).toHaveLength(1);
  expect(text).toContain(
    '## Turn 2 · 2026-01-02 00:00:00 UTC\n\n**User**\n\nMore\n\n> **Failed.** Timeout after 3 s',
  );
  expect(text).toContain('could not be loaded');
});

test('recorded fences do not break out of ours', () => {
  const text = threadMarkdown('T', [{ run: run(1), payload: payload({ code: '````js', n: 1 }, {}) }]);
  expect(text).toContain('`````json');
});

const failed = run(1, { status: 'error', errorPreview: 'The beginning' });
const long = 'waiting '.repeat(120).concat('the end');
test.each([
  ['short', payload({}, {}, 'Timeout'), '> **Failed.** Timeout'],
  ['long', payload({}, {}, long), `> **Failed.**\n\n\`\`\`\n${long}\n\`\`\``],
  ['of several lines', payload({}, {}, 'a\nb'), '> **Failed.**\n\n```\na\nb\n```'],
  ['not loaded', undefined, '> **Failed.** It begins: The beginning'],
])('an error that is %s is whole, or said to be a part', (_, loaded, expected) => {
  expect(threadMarkdown('T', [{ run: failed, payload: loaded }])).toContain(expected);
});

test.each([
  [{ total: 250 }, 'The newest 2 of 250 turns;', ['249', '250']],
  [{ total: undefined }, 'The newest 2 turns, counted from the last;', ['-2', '-1']],
  [undefined, '2 turns.', ['1', '2']],
])('a document of a part says so: %o', (gap, count, numbers) => {
  const text = threadMarkdown(
    'T',
    [1, 2].map((day) => ({ run: run(day), payload: undefined })),
    gap,
  );
  expect(text).toContain(`# Thread T\n\n${count}`);
  expect([...text.matchAll(/^## Turn (\S+)/gm)].map(([, number]) => number)).toEqual(numbers);
});
