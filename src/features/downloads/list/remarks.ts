import { MANIFEST_ELSEWHERE } from '../manifest-place.ts';
import type { DownloadRecord } from '../record.ts';

/** What a person should know of the rows, the gaps of an unfinished file first: they are in its manifest. */
export function remarksOn({ checkpoint, file, remarks, manifest, phase }: DownloadRecord): readonly string[] {
  const told = phase === 'partial' ? manifest?.['gaps'] : undefined;
  const gaps = Array.isArray(told) ? told.filter((gap) => typeof gap === 'string') : checkpoint.gaps;
  const all = [
    ...gaps,
    ...remarks,
    ...checkpoint.notices.map(({ message }) => message),
    ...(file?.remarks ?? []),
    ...(file?.isPicked === true ? [MANIFEST_ELSEWHERE] : []),
  ];
  return [...new Set(all)];
}
