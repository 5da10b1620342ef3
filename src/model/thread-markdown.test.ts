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
const payload = (inputs: JsonObject, outputs: JsonObject): RunPayload =>
  ({ id: 'x', inputs, outputs }) as unknown as RunPayload;

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
      run: run(2, { status: 'error', errorPreview: 'Timeout\nafter 3 s' }),
      payload: payload(
        {
          messages: [
            { role: 'user', content: 'Hello' },
            { role: 'assistant', content: 'Hi ```x``` there' },
            { role: 'user', content: 'More' },
          ],
        },
        {},
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
