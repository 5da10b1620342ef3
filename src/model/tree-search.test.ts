import { expect, test } from 'vitest';
import { drawRuns } from '../testing/draw-runs.ts';
import { buildRunTree } from './run-tree.ts';
import { treeSearch } from './tree-search.ts';

const runs = drawRuns(`
  root chain 0-9
    ChatOpenAI llm 1-2 tags=draft,fast
    lookup_order tool 3-4 status=error
    שלום tool 5-6
`).map((run) =>
  run.id === 'lookup_order'
    ? { ...run, errorPreview: 'Carrier did not answer', outputsPreview: 'order 66' }
    : run,
);
const find = treeSearch(buildRunTree('root', runs));

test.each([
  ['', []],
  ['   ', []],
  ['chatopenai', [1]],
  ['CHAT openai', [1]],
  ['tool', [2, 3]],
  ['tool 66', [2]],
  ['"did not"', [2]],
  ['"not did"', []],
  ['fast', [1]],
  ['status:error', [2]],
  ['type:llm', [1]],
  ['type:llm error', []],
  ['name:"lookup_order"', [2]],
  ['name:66', []],
  ['שלום', [3]],
  ['type:', []],
  ['"', []],
  ['http://x', []],
])('%j', (text, nodes) => {
  expect([...find(text)]).toEqual(nodes);
});
