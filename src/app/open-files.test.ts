import { expect, test } from 'vitest';
import { openFiles } from './open-files.ts';

const report = { runs: 1, feedback: 0, projects: 1, attachments: 0, skippedCount: 0, skipped: [] };

test('each file has its outcome, and a damaged one does not stop the rest', async () => {
  const names: string[] = [];
  const outcomes = await openFiles(
    {
      async openFile(_file, name) {
        names.push(name);
        if (name === 'bad') throw new Error('The file ends in the middle.');
        return report;
      },
    },
    [new File([], 'a.jsonl.gz'), new File([], 'bad.json'), new File([], 'b.c.ndjson')],
  );
  expect(names).toEqual(['a', 'bad', 'b.c']);
  expect(outcomes).toEqual([
    { kind: 'read', name: 'a.jsonl.gz', report },
    { kind: 'failed', name: 'bad.json', reason: 'The file ends in the middle.' },
    { kind: 'read', name: 'b.c.ndjson', report },
  ]);
});
