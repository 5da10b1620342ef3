import type { Notice } from '../../contract/api.ts';
import { formatCount } from '../../lib/format-count.ts';
import { hasMark, mark, type RunTree } from '../../model/run-tree.ts';

/** What had to be bent to make a tree of the runs, as sentences. */
export function treeNotices(tree: RunTree): readonly Notice[] {
  const count = (bit: number) => tree.marks.reduce((sum, bits) => sum + (bits & bit ? 1 : 0), 0);
  const isRootMissing = hasMark(tree, 0, mark.placeholder);
  const orphans = count(mark.orphan);
  const loops = count(mark.loop);
  const roots = count(mark.secondRoot);
  return [
    ...(isRootMissing
      ? [
          {
            id: 'root',
            message:
              'The root run is not in the data: it was not sent yet, was left out by sampling, or is past its retention. A placeholder stands in.',
          },
        ]
      : []),
    ...(orphans > 0 && !isRootMissing
      ? [
          {
            id: 'orphans',
            message: `${runs(orphans)} named a parent that is not in the data; shown under the nearest run that is known.`,
          },
        ]
      : []),
    ...(roots > 0 && !isRootMissing
      ? [{ id: 'roots', message: `${runs(roots)} beside the root had no parent; shown under the root.` }]
      : []),
    ...(loops > 0
      ? [
          {
            id: 'loops',
            message: `${runs(loops)} had parents that lead back to itself; shown under the root.`,
          },
        ]
      : []),
    ...(tree.duplicates > 0
      ? [
          {
            id: 'duplicates',
            message: `${runs(tree.duplicates)} came twice under one id; the finished copy is shown.`,
          },
        ]
      : []),
  ];
}

const runs = (count: number) => (count === 1 ? '1 run' : `${formatCount(count)} runs`);
