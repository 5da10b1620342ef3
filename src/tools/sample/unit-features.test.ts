import { expect, test } from 'vitest';
import type { JsonObject } from '../../contract/run.ts';
import { groupIntoUnits } from './unit-features.ts';

const context = { bytesOf: () => 5, feedbackKeysOf: () => [], attachmentTypesOf: () => [] };

function run(id: string, parent: string | null, more: JsonObject = {}): JsonObject {
  return {
    id,
    name: `n${id[0]}`,
    trace_id: id.slice(0, 1),
    parent_run_id: parent,
    session_id: 'p',
    run_type: 'chain',
    status: 'success',
    start_time: '2026-11-01T00:00:01',
    dotted_order: parent ? `${parent}.${id}` : id,
    ...more,
  };
}
const thread = (key: string, id: string): JsonObject => ({ extra: { metadata: { [key]: id } } });

test('a trace without a thread is a unit, whole', () => {
  const [unit, ...others] = groupIntoUnits([run('a0', null), run('a1', 'a0')], context);
  expect(others).toEqual([]);
  expect(unit).toMatchObject({ key: 'trace a', bytes: 10, projectId: 'p' });
});

test.each(['thread_id', 'session_id', 'conversation_id'])('all traces of a %s are one unit', (key) => {
  const runs = [run('a0', null, thread(key, 't')), run('b0', null, thread(key, 't')), run('c0', null)];
  const units = groupIntoUnits(runs, context);
  expect(units.map((unit) => unit.runs.length)).toEqual([2, 1]);
  expect(units[0]!.features).toContain(`thread key:${key}`);
});

test('it tells what can be seen in a unit', () => {
  const trace = [
    run('a0', null, { error: 'Timed out after 30 s', status: 'error' }),
    run('a1', 'a0', { start_time: '2026-11-01T00:00:00', first_token_time: 'x', run_type: 'llm' }),
  ];
  const [unit] = groupIntoUnits(trace, {
    ...context,
    feedbackKeysOf: (id) => (id === 'a1' ? ['stars'] : []),
    attachmentTypesOf: (id) => (id === 'a0' ? ['image/png'] : []),
  });
  expect([...unit!.features].toSorted()).toEqual([
    'attachment:image/png',
    'error:Timed out after 0 s',
    'feedback:stars',
    'first token',
    'root:na:error',
    'skewed clocks',
    'status:error',
    'status:success',
    'type:chain',
    'type:llm',
  ]);
});

test('wide and deep traces are told apart', () => {
  const wide = [run('w0', null), ...Array.from({ length: 1000 }, (_, i) => run(`w${i + 1}`, 'w0'))];
  const deep = run('d0', null, { dotted_order: Array.from({ length: 30 }, () => 'x').join('.') });
  const [first, second] = groupIntoUnits([...wide, deep], context);
  expect([...first!.features]).toContain('wide');
  expect([...second!.features]).toContain('deep');
});
