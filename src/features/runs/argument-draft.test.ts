import { describe, expect, test } from 'vitest';
import { argumentsOf, draftOf, draftProblems, type ArgumentDraft } from './argument-draft.ts';

const A = 'a36092d2-4ad5-4fb4-9c0d-0dba9a2ed836';
const B = '9398e6be-964f-4aa4-8ae9-ad78cd4b7074';
const draft = (more: Partial<ArgumentDraft>): ArgumentDraft => ({ ...draftOf({}), ...more });

test('every argument survives the form', () => {
  const args = {
    runType: 'llm',
    error: false,
    isRoot: true,
    query: 'slow runs',
    traceId: A,
    parentRunId: B,
    referenceExampleId: A,
    runIds: [A, B],
    limit: 20,
    order: 'asc',
    select: ['first_token_time', 'metadata.env'],
  } as const;
  expect(argumentsOf(draftOf(args))).toEqual(args);
  expect(draftProblems(draftOf(args))).toEqual({});
});

test('an empty form asks for nothing', () => {
  expect(argumentsOf(draftOf({}))).toEqual({});
});

describe('problems', () => {
  test.each([
    ['traceId', 'abc', 'An id looks like'],
    ['parentRunId', `${A} ${B}`, 'An id looks like'],
    ['runIds', `${A}, hello`, 'Not a run id: hello'],
    ['limit', '0', 'A whole number'],
    ['limit', '1.5', 'A whole number'],
    ['select', 'name, events', 'No column shows events'],
  ] as const)('%s: %s', (key, text, message) => {
    const problems = draftProblems(draft({ [key]: text }));
    expect(Object.keys(problems)).toEqual([key]);
    expect(problems[key]).toContain(message);
  });
});
