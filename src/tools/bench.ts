/**
 * `npm run bench [-- --million] [--only engine|filter|tree|page|table|download]`: how fast things are on this machine. Nothing
 * fails here: machines differ. The marks say what to compare with; a ratio below 1 is faster than the mark.
 */
import { parseArgs } from 'node:util';
import { benchDownloads } from './bench/download-bench.ts';
import { benchEngine } from './bench/engine-bench.ts';
import { benchFilter } from './bench/filter-bench.ts';
import { type Measurement, printTable } from './bench/measure.ts';
import { benchPage } from './bench/page-bench.ts';
import { benchTable } from './bench/table-bench.ts';
import { benchTree } from './bench/tree-bench.ts';
import { ensureBuild } from './build/ensure-build.ts';

const { values } = parseArgs({
  options: { million: { type: 'boolean', default: false }, only: { type: 'string' } },
});

interface Part {
  readonly key: string;
  readonly title: string;
  readonly run: () => Promise<readonly Measurement[]>;
}

const PARTS: readonly Part[] = [
  { key: 'filter', title: 'Filter language', run: benchFilter },
  { key: 'tree', title: 'A trace of 10,000 runs', run: () => benchTree(10_000, { build: 2, search: 10 }) },
  { key: 'tree', title: 'A trace of 100,000 runs', run: () => benchTree(100_000, { build: 20, search: 58 }) },
  { key: 'engine', title: 'Engine, 100,000 runs', run: () => benchEngine(100_000) },
  ...(values.million
    ? [{ key: 'engine', title: 'Engine, 1,000,000 runs', run: () => benchEngine(1_000_000) }]
    : []),
  { key: 'page', title: 'First screen', run: builtPage },
  { key: 'table', title: 'A table of 100,000 rows', run: builtTable },
  { key: 'download', title: 'A download of 10,000 runs', run: () => builtDownloads(10_000) },
  { key: 'download', title: 'A download of 100,000 runs', run: () => builtDownloads(100_000) },
  ...(values.million
    ? [{ key: 'download', title: 'A download of 1,000,000 runs', run: () => builtDownloads(1_000_000) }]
    : []),
];

async function builtPage(): Promise<readonly Measurement[]> {
  await ensureBuild();
  return benchPage();
}

async function builtTable(): Promise<readonly Measurement[]> {
  await ensureBuild();
  return benchTable(100_000);
}

async function builtDownloads(runs: number): Promise<readonly Measurement[]> {
  await ensureBuild();
  return benchDownloads(runs);
}

for (const part of PARTS.filter(({ key }) => values.only === undefined || values.only === key)) {
  printTable(part.title, await part.run());
}
