import { expect, test } from 'vitest';
import { spec } from '../../../extract/cases/spec.ts';
import type { ExtractKind, ExtractSource } from '../../../extract/spec.ts';
import { baseNameOf, titleOf } from './new-record.ts';

const selection = (isOfTraces: boolean): ExtractSource => ({
  kind: 'selection',
  projectIds: ['p'],
  runIds: ['r'],
  traceIds: ['r'],
  ...(isOfTraces ? { isOfTraces } : {}),
});
const question = (isRoot?: boolean): ExtractSource => ({
  kind: 'question',
  query: { projectIds: ['p'], window: {}, ...(isRoot === undefined ? {} : { isRoot }) },
});

test.each<[ExtractKind, ExtractSource, string, string, string]>([
  ['runs', question(), 'bot', 'Runs of bot', 'bot-runs'],
  ['runs', question(true), 'bot', 'Root runs of bot', 'bot-runs'],
  ['runs', selection(false), '3 selected runs', '3 selected runs', '3-selected-runs'],
  ['runs', selection(true), '3 selected traces', 'Root runs of 3 selected traces', '3-selected-traces-runs'],
  [
    'conversations',
    selection(true),
    '1 selected trace',
    'Conversations of 1 selected trace',
    '1-selected-trace-conversations',
  ],
  ['feedback', selection(false), '1 selected run', 'Feedback of 1 selected run', '1-selected-run-feedback'],
])('%s of %j', (kind, source, name, title, file) => {
  const settings = spec({ kind, source });
  expect(titleOf(settings, name)).toBe(title);
  expect(baseNameOf(settings, name, 0)).toBe(`${file}-1970-01-01-00-00-00`);
});
