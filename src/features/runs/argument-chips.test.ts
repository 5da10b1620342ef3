import { expect, test } from 'vitest';
import { argumentChips, withArguments } from './argument-chips.ts';

test('every argument that is set shows as a chip under LangSmith’s name', () => {
  const chips = argumentChips({
    runType: 'llm',
    error: false,
    isRoot: true,
    query: 'slow',
    traceId: 't',
    parentRunId: 'p',
    referenceExampleId: 'e',
    runIds: ['a', 'b', 'c'],
    order: 'asc',
    limit: 5,
    select: ['id', 'name'],
  });
  expect(chips.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'run_type=llm',
    'error=false',
    'is_root=true',
    'query=slow',
    'trace_id=t',
    'parent_run_id=p',
    'reference_example_id=e',
    'id=a and 2 more',
    'order=asc',
    'limit=5',
    'select=id, name',
  ]);
  expect(argumentChips({})).toEqual([]);
});

test('changing keeps the others, and an empty value takes an argument away', () => {
  const args = { runType: 'llm', error: true } as const;
  expect(withArguments(args, { error: undefined, limit: 3 })).toEqual({ runType: 'llm', limit: 3 });
  expect(withArguments(args, { runType: '', runIds: [] })).toEqual({ error: true });
  expect(withArguments({}, { error: false })).toEqual({ error: false });
});
