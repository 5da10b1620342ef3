import { expect, test } from 'vitest';
import type { BulkExport } from '../../../contract/bulk-export.ts';
import { type ExportForm, formOfExport, NEW_EXPORT, readForm } from './export-form.ts';

const NOW = Date.UTC(2026, 10, 21);
const form: ExportForm = { ...NEW_EXPORT, destinationId: 'd', projects: [{ id: 'p', name: 'P' }] };

test('a window becomes bounds, and every choice is said', () => {
  const reading = readForm({ ...form, filter: 'eq(is_root, true)' }, NOW);
  expect(reading).toMatchObject({
    kind: 'ready',
    drafts: [
      {
        projectId: 'p',
        from: NOW - 7 * 86_400_000,
        to: NOW,
        filter: 'eq(is_root, true)',
        formatVersion: 'v2_beta',
        compression: 'zstandard',
        intervalHours: undefined,
      },
    ],
  });
});

test('a schedule has no end, several projects are several exports', () => {
  const two = { ...form, isScheduled: true, intervalHours: '6', projects: [{ id: 'p' }, { id: 'q' }] };
  const reading = readForm(two, NOW);
  expect(
    reading.kind === 'ready' &&
      reading.drafts.map((draft) => [draft.projectId, draft.to, draft.intervalHours]),
  ).toEqual([
    ['p', undefined, 6],
    ['q', undefined, 6],
  ]);
});

test.each<[string, Partial<ExportForm>, RegExp]>([
  ['no destination', { destinationId: '' }, /destination/],
  ['no project', { projects: [] }, /project/],
  ['no column', { fields: [] }, /column/],
  ['no beginning', { window: { kind: 'all' } }, /beginning/],
  ['half an hour', { isScheduled: true, intervalHours: '0.5' }, /1 to 168/],
  ['a month', { isScheduled: true, intervalHours: '720' }, /1 to 168/],
])('%s is asked for', (_what, change, reason) => {
  const reading = readForm({ ...form, ...change }, NOW);
  expect(reading.kind === 'incomplete' && reading.reason).toMatch(reason);
});

test('an export is made again as it was, and a failed day alone', () => {
  const one = {
    destinationId: 'd',
    projectId: 'p',
    isAllExperiments: false,
    from: 1,
    to: 5,
    filter: 'f',
    formatVersion: 'V1',
    compression: 'gzip',
    intervalHours: 24,
    fields: ['id'],
  } as unknown as BulkExport;
  expect(formOfExport(one, 'P')).toEqual({
    destinationId: 'd',
    projects: [{ id: 'p', name: 'P' }],
    isAllExperiments: false,
    window: { kind: 'absolute', from: 1, to: 5 },
    filter: 'f',
    formatVersion: 'v1',
    compression: 'gzip',
    isScheduled: true,
    intervalHours: '24',
    fields: ['id'],
  });
  expect(formOfExport(one, undefined, { from: 2, to: 3 })).toMatchObject({
    window: { kind: 'absolute', from: 2, to: 3 },
    isScheduled: false,
  });
});
