import type { Run } from '../../contract/run.ts';
import { buildRunTree } from '../../model/run-tree.ts';
import { subtreeSums } from '../../model/subtree-sums.ts';
import { timelineOf } from '../../model/timeline.ts';
import { treeSearch } from '../../model/tree-search.ts';
import { allCollapsed, allExpanded } from '../../model/visible-rows.ts';
import { type Measurement, measure } from './measure.ts';

const FLOOR = 'a bare page of typed arrays';

/** A trace of four levels, as agents make them. */
function traceOf(size: number): Run[] {
  const start = Date.UTC(2026, 10, 1);
  return Array.from({ length: size }, (_, index) => {
    const parent = index === 0 ? undefined : Math.floor((index - 1) / 8);
    return {
      id: `run-${index}`,
      traceId: 'run-0',
      projectId: 'p',
      ...(parent === undefined ? {} : { parentId: `run-${parent}` }),
      isRoot: index === 0,
      name: ['agent', 'plan', 'search_docs', 'get_order'][index % 4]!,
      runType: index % 3 === 0 ? 'llm' : 'tool',
      status: index % 50 === 49 ? 'error' : 'success',
      startTime: start + index,
      endTime: start + index + 20,
      totalTokens: index % 3 === 0 ? 100 : 0,
      inputsPreview: `step number ${index} of the work`,
      tags: [],
      feedback: {},
    };
  });
}

export async function benchTree(
  size: number,
  marks: { build: number; search: number },
): Promise<Measurement[]> {
  const runs = traceOf(size);
  const tree = buildRunTree('run-0', runs);
  const search = treeSearch(tree);
  return [
    await measure('build the tree', { ms: marks.build, of: FLOOR }, 15, () => buildRunTree('run-0', runs)),
    await measure('timeline', undefined, 15, () => timelineOf(tree, Date.now())),
    await measure('sums below each run', undefined, 15, () => subtreeSums(tree)),
    await measure('expand all', { ms: 5, of: FLOOR }, 15, () => allExpanded(tree)),
    await measure('collapse all', { ms: 5, of: FLOOR }, 15, () => allCollapsed(tree)),
    await measure('search, one word', { ms: marks.search, of: FLOOR }, 15, (round) =>
      search(`number ${round + 5}`),
    ),
  ];
}
