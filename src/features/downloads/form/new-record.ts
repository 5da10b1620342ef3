import type { Estimate } from '../../../extract/plan/estimate.ts';
import { scopeRemark } from '../../../extract/plan/tasks.ts';
import type { ExtractSpec } from '../../../extract/spec.ts';
import { BEGINNING } from '../machine/checkpoint.ts';
import { KIND_WORDS } from '../kind-words.ts';
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

export function newRecord(
  offer: DownloadOffer,
  spec: ExtractSpec,
  sample: Sample,
  estimate: Estimate,
  now: number,
): DownloadRecord {
  const remark = scopeRemark(spec.kind, spec.source);
  const { label } = KIND_WORDS[spec.kind];
  return {
    id: crypto.randomUUID(),
    title: `${label} of ${offer.name}`,
    baseName: [asFileName(offer.name), spec.kind, stamp(now)].filter((part) => part !== '').join('-'),
    spec,
    tasks: sample.tasks,
    deployment: offer.deployment,
    projects: offer.projects,
    startedAt: now,
    estimate,
    checkpoint: BEGINNING,
    phase: 'reading',
    remarks: remark === undefined ? [] : [remark],
  };
}
