import type { Estimate } from '../../../extract/plan/estimate.ts';
import { remarksOf, tierRemarks } from '../../../extract/plan/remarks.ts';
import type { ExtractSpec } from '../../../extract/spec.ts';
import { BEGINNING } from '../machine/checkpoint.ts';
import { kindWords } from '../kind-words.ts';
import type { DownloadOffer } from '../offer.ts';
import type { Sample } from '../prepare/sample.ts';
import type { DownloadRecord } from '../record.ts';

/** Letters, digits and dashes: legal on every disk. */
const asFileName = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase();

/** To the second: two downloads of one question must not overwrite each other. */
const stamp = (time: number) => new Date(time).toISOString().slice(0, 19).replace(/[:T]/g, '-');

/** "3 selected runs" says already that they are runs. */
const isSaid = ({ kind }: ExtractSpec, name: string) => kind === 'runs' && /selected runs?$/.test(name);

export const titleOf = (spec: ExtractSpec, name: string): string =>
  isSaid(spec, name) ? name : `${kindWords(spec.kind, spec.source).label} of ${name}`;

export const baseNameOf = (spec: ExtractSpec, name: string, now: number): string =>
  [asFileName(name), isSaid(spec, name) ? '' : spec.kind, stamp(now)].filter((part) => part !== '').join('-');

export function newRecord(
  offer: DownloadOffer,
  spec: ExtractSpec,
  sample: Sample,
  estimate: Estimate,
  now: number,
): DownloadRecord {
  return {
    id: crypto.randomUUID(),
    title: titleOf(spec, offer.name),
    baseName: baseNameOf(spec, offer.name, now),
    spec,
    tasks: sample.tasks,
    deployment: offer.deployment,
    projects: offer.projects,
    startedAt: now,
    estimate,
    checkpoint: BEGINNING,
    phase: 'reading',
    remarks: [...remarksOf(spec), ...tierRemarks(sample.tasks)],
  };
}
