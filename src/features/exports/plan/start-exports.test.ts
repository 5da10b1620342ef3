import { expect, test } from 'vitest';
import type { BulkExportDraft } from '../../../contract/bulk-export.ts';
import { startExports } from './start-exports.ts';

const drafts = ['a', 'b', 'c'].map((projectId) => ({ projectId }) as BulkExportDraft);

test('what was started before a refusal is not started again', async () => {
  const asked: (string | undefined)[] = [];
  let isOpen = false;
  const create = ({ projectId }: BulkExportDraft) => {
    asked.push(projectId);
    return projectId === 'b' && !isOpen
      ? Promise.reject(new Error('Too many'))
      : Promise.resolve({ id: `export of ${projectId}` });
  };
  const started = new Map<string, string>();
  expect(await startExports(drafts, started, create)).toEqual({
    kind: 'refused',
    message: 'Too many',
    startedCount: 1,
    wantedCount: 3,
  });
  isOpen = true;
  expect(await startExports(drafts, started, create)).toEqual({ kind: 'started', lastId: 'export of c' });
  expect(asked).toEqual(['a', 'b', 'b', 'c']);
});
