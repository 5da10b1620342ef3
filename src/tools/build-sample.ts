/**
 * `npm run sample -- --from DIR [--out FILE]`: builds the sample workspace that the app opens with, from a
 * folder of recorded data. The result is committed; this program is not needed to run or build Runlens.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { textOf } from './sample/json-fields.ts';
import { type RecordedData, readRecordedData } from './sample/recorded-data.ts';
import { selectUnits } from './sample/select-units.ts';
import { slimRun } from './sample/slim-run.ts';
import { type RecordedUnit, groupIntoUnits } from './sample/unit-features.ts';
import { workspaceBytes, workspaceLines } from './sample/workspace-file.ts';

const LARGEST_FILE = 3_000_000;

/** Bytes of JSON before compression. A project not named here is small enough to come whole. */
const BUDGETS: Readonly<Record<string, number>> = {
  'research-agents': 9_000_000,
  'support-assistant-prod': 7_500_000,
  'docs-rag-staging': 3_000_000,
  'edge-cases': 4_500_000,
};
const OTHER_BUDGET = 2_000_000;

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    out: { type: 'string', default: 'public/sample/workspace.jsonl.gz' },
  },
});
if (values.from === undefined) {
  console.error('Say where the recorded data is: npm run sample -- --from DIR');
  process.exit(2);
}
build(readRecordedData(values.from), values.out);

function build(data: RecordedData, out: string): void {
  const units = choose(data);
  const lines = workspaceLines({ ...data, units });
  const bytes = workspaceBytes(lines);
  if (bytes.length > LARGEST_FILE) {
    throw new Error(`The sample would be ${bytes.length} bytes; at most ${LARGEST_FILE}. Lower a budget.`);
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  report(data, units);
  console.log(`${out}: ${lines.length} lines, ${bytes.length} bytes compressed`);
}

function choose(data: RecordedData): RecordedUnit[] {
  const nameOf = new Map(data.projects.map((project) => [textOf(project.id), textOf(project.name)]));
  const all = groupIntoUnits(data.runs, {
    bytesOf: (run) => JSON.stringify(slimRun(run)).length,
    feedbackKeysOf: lookUp(data.feedback, 'run_id', 'key'),
    attachmentTypesOf: lookUp(
      data.attachments.map((one) => ({ ...one })),
      'run_id',
      'mime_type',
    ),
  });
  const byKey = new Map(all.map((unit) => [unit.key, unit]));
  const budgetOf = (id: string) => BUDGETS[nameOf.get(id) ?? ''] ?? OTHER_BUDGET;
  return selectUnits(all, budgetOf).map((unit) => byKey.get(unit.key)!);
}

function lookUp(records: readonly RecordedData['runs'][number][], key: string, value: string) {
  const found = new Map<string, string[]>();
  for (const record of records) {
    const id = textOf(record[key]);
    found.set(id, [...(found.get(id) ?? []), textOf(record[value])]);
  }
  return (id: string): readonly string[] => found.get(id) ?? [];
}

function report(data: RecordedData, units: readonly RecordedUnit[]): void {
  const rows = data.projects.map((project) => {
    const own = units.filter((unit) => unit.projectId === project.id);
    const runs = own.flatMap((unit) => unit.runs);
    return {
      project: textOf(project.name),
      traces: new Set(runs.map((run) => run.trace_id)).size,
      runs: runs.length,
      kB: Math.round(own.reduce((sum, unit) => sum + unit.bytes, 0) / 1000),
    };
  });
  console.table(rows);
}
