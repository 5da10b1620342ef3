import { expect, test } from 'vitest';
import type { BulkExport, Destination, ExportRun } from '../../../../contract/bulk-export.ts';
import { bulkExport, destination, exportRun } from './export-fixture.ts';
import { exportPlace } from './export-place.ts';

const ROOT = 'data/export_id=E/tenant_id=T';
const V2 = `${ROOT}/session_id=S/resource=runs`;
const fileOf = (folder: string, day = 'year=2026/month=8/day=1') => `${folder}/${day}/x.parquet`;

type Case = [
  string,
  { d?: Partial<Destination>; e?: Partial<BulkExport>; runs?: readonly ExportRun[] },
  folder: string,
  isRead: boolean,
  hasOwnKeys: boolean,
];

test.each<Case>([
  ['assumed', {}, V2, false, true],
  ['assumed of v1', { e: { formatVersion: 'v1' } }, `${ROOT}/session_id=S/runs`, false, false],
  ['assumed without a prefix', { d: { prefix: '' } }, V2.replace('data/', ''), false, true],
  ['assumed of all experiments', { e: { projectId: undefined } }, ROOT, false, false],
  [
    'assumed without a tenant',
    { d: { tenantId: undefined }, e: { tenantId: undefined } },
    'data/export_id=E',
    false,
    false,
  ],
  ['of one file', { runs: [exportRun([`my-bucket/${fileOf(V2)}`])] }, V2, true, true],
  [
    'above the days',
    {
      runs: [
        exportRun([`my-bucket/${fileOf(V2)}`]),
        exportRun([`my-bucket/${fileOf(V2, 'year=2026/month=8/day=2')}`]),
      ],
    },
    V2,
    true,
    true,
  ],
  [
    'of two experiments',
    {
      e: { projectId: undefined },
      runs: [exportRun([fileOf(V2), fileOf(V2.replace('=S', '=S2'))].map((key) => `my-bucket/${key}`))],
    },
    ROOT,
    true,
    false,
  ],
  [
    'as written before the prefix was changed',
    { d: { prefix: 'new' }, runs: [exportRun([`my-bucket/${fileOf(V2)}`])] },
    V2,
    true,
    true,
  ],
  [
    'without the bucket in front',
    { d: { includesBucketInPrefix: false }, runs: [exportRun([fileOf(V2)])] },
    V2,
    true,
    true,
  ],
  [
    'with a prefix of the bucket’s name',
    {
      d: { prefix: 'my-bucket', includesBucketInPrefix: false },
      runs: [exportRun([fileOf('my-bucket/export_id=E/tenant_id=T/session_id=S/resource=runs')])],
    },
    'my-bucket/export_id=E/tenant_id=T/session_id=S/resource=runs',
    true,
    true,
  ],
  ['said as a path only', { runs: [exportRun([], { exportPath: `my-bucket/${ROOT}/` })] }, ROOT, true, false],
  ['never the whole bucket', { runs: [exportRun(['my-bucket/x.parquet'])] }, V2, false, true],
])('the folder %s', (_what, { d, e, runs = [] }, folder, isRead, hasOwnKeys) => {
  expect(exportPlace(destination(d), bulkExport(e), runs)).toMatchObject({ folder, isRead, hasOwnKeys });
});
