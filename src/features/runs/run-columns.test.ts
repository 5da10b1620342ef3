import { describe, expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { RunsScreen } from '../../url/screens.ts';
import {
  allColumns,
  columnIdOf,
  columnsForLink,
  defaultColumns,
  openKeyOf,
  selectionFor,
  shownFields,
  withKnownSort,
} from './run-columns.ts';

const screen = (more: Partial<RunsScreen>): RunsScreen => ({ ...defaultRunsScreen(), ...more });

const look = { sort: 'desc', isNarrow: false } as const;

test.each([
  ['inputs', 'inputs_preview'],
  ['error_preview', 'error'],
  ['TOTAL_TOKENS', 'total_tokens'],
  ['metadata.user_id', 'metadata.user_id'],
  ['metadata.a.b', 'metadata.a.b'],
  ['feedback.correctness', 'feedback.correctness'],
  ['feedback', 'feedback_stats'],
  ['events', undefined],
  ['metadata.', undefined],
])('field %s is shown by column %s', (field, column) => {
  expect(columnIdOf(field)).toBe(column);
});

test('open keys keep dots and case', () => {
  expect(openKeyOf('metadata.A.b')).toEqual({ family: 'metadata', key: 'A.b' });
  expect(openKeyOf('name')).toBeUndefined();
});

describe('shown fields', () => {
  test('selected fields become columns once, behind the others, and the rest is named', () => {
    const shown = shownFields(
      screen({ columns: ['name', 'tags'], args: { select: ['tags', 'inputs', 'events', 'metadata.env'] } }),
    );
    expect(shown).toEqual({
      order: ['name', 'tags', 'inputs_preview', 'metadata.env'],
      withoutColumn: ['events'],
    });
  });

  test('every default column exists', () => {
    const known = new Set(allColumns([], { metadata: [], feedback: [] }, look).map((column) => column.id));
    for (const view of ['traces', 'runs'] as const) {
      expect(defaultColumns(view).filter((id) => !known.has(id))).toEqual([]);
    }
  });
});

test('columns of open keys come from the data and from the link, once each', () => {
  const ids = allColumns(['metadata.env', 'name'], { metadata: ['env', 'app'], feedback: ['ok'] }, look)
    .map((column) => column.id)
    .filter(openKeyOf);
  expect(ids).toEqual(['metadata.ls_model_name', 'feedback.ok', 'metadata.app', 'metadata.env']);
});

test('the model is a column of its own, also where its key is known', () => {
  const model = 'metadata.ls_model_name';
  const columns = allColumns([model], { metadata: ['ls_model_name'], feedback: [] }, look);
  expect(columns.filter(({ id }) => id === model).map(({ title }) => title)).toEqual(['Model']);
  expect(selectionFor([model]).metadata).toBe(true);
});

test('the order of the list is shown on its column', () => {
  const started = (sort: 'asc' | 'desc') =>
    allColumns([], { metadata: [], feedback: [] }, { ...look, sort }).find(
      (column) => column.id === 'start_time',
    )?.sort;
  expect([started('asc'), started('desc')]).toEqual(['ascending', 'descending']);
});

test.each([
  [['name'], { previews: false, metadata: false }],
  [['name', 'error'], { previews: true, metadata: false }],
  [['metadata.env'], { previews: false, metadata: true }],
])('columns %j need %j', (order, selection) => {
  expect(selectionFor(order)).toEqual(selection);
});

test('default columns are not written into a link', () => {
  expect(columnsForLink('runs', [...defaultColumns('runs')])).toBeUndefined();
  expect(columnsForLink('runs', ['name'])).toEqual(['name']);
});

test('what a link names and no column shows is told, and sorts nothing', () => {
  const linked = screen({
    columns: ['name', 'bogus', 'metadata.env'],
    sort: { column: 'bogus2', isDescending: true },
  });
  expect(shownFields(linked)).toEqual({
    order: ['name', 'metadata.env'],
    withoutColumn: ['bogus', 'bogus2'],
  });
  expect(withKnownSort(linked).sort).toBeUndefined();
  expect(shownFields({ ...linked, columns: ['bogus'] }).order).toContain('name');
});
