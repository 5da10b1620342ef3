import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { BulkService, NewExport } from '../bulk/bulk-service.ts';
import type { DestinationConfig, StoredExport } from '../bulk/bulk-book.ts';
import { EXPORT_COLUMNS } from '../../../filter/sql/export-query.ts';
import { printDestination, printExport, printExportRun } from '../bulk/print-bulk.ts';
import type { S3Credentials } from '../bulk/s3-store.ts';
import { invalid, notFound } from '../http/http-error.ts';
import { readJsonBody } from '../http/read-json.ts';
import { readFilter } from '../query/read-filter.ts';
import { normalId } from '../wire/normal-id.ts';
import { parseTime } from '../wire/parse-time.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { existing as existingProject } from './v1-sessions.ts';

const credentialsBody = z.object({
  access_key_id: z.string().check(z.minLength(1), z.maxLength(255)),
  secret_access_key: z.string().check(z.minLength(1), z.maxLength(2048)),
  session_token: z.nullish(z.string().check(z.maxLength(2048))),
});

const destinationBody = z.object({
  destination_type: z.nullish(z.literal('s3')),
  display_name: z.string().check(z.minLength(1), z.regex(/^[a-zA-Z0-9\-_ ']+$/)),
  config: z.object({
    bucket_name: z.nullish(z.string().check(z.minLength(3), z.maxLength(63))),
    prefix: z.nullish(z.string().check(z.maxLength(2048))),
    region: z.nullish(z.string().check(z.minLength(1))),
    endpoint_url: z.nullish(z.string().check(z.maxLength(2048))),
    include_bucket_in_prefix: z.nullish(z.boolean()),
    config_kwargs_s3: z.nullish(
      z.object({ addressing_style: z.nullish(z.enum(['auto', 'path', 'virtual'])) }),
    ),
    s3_additional_kwargs: z.nullish(z.record(z.string(), z.unknown())),
    aws_role_arn: z.nullish(z.string()),
  }),
  credentials: z.nullish(credentialsBody),
});

const exportBody = z.object({
  bulk_export_destination_id: z.string(),
  session_id: z.nullish(z.string()),
  all_experiments: z.nullish(z.boolean()),
  start_time: z.string(),
  end_time: z.nullish(z.string()),
  filter: z.nullish(z.string()),
  format: z.nullish(z.literal('Parquet')),
  format_version: z.nullish(z.enum(['v1', 'v2_beta'])),
  compression: z.nullish(z.enum(['none', 'gzip', 'snappy', 'zstandard'])),
  interval_hours: z.nullish(z.int().check(z.minimum(1), z.maximum(168))),
  export_fields: z.nullish(z.array(z.string())),
});

/** Bulk exports that really run (CONTRACT §12). */
export function v1BulkExportRoutes(workspace: Workspace, bulk: BulkService): Hono {
  const app = new Hono();
  const { tenantId } = workspace;
  const { book } = bulk;
  const existing = (id: string): StoredExport => {
    const found = book.exports.get(normalId(id));
    if (!found) throw notFound(`Bulk export ${id}`);
    return found;
  };
  const runsOf = (wanted: StoredExport) => {
    const { prefix } = bulk.destination(wanted.bulk_export_destination_id).config;
    return book.runsOf(wanted.id).map((run) => printExportRun(run, prefix, tenantId));
  };

  app.get('/bulk-exports/destinations', (c) =>
    c.json([...book.destinations.values()].map((each) => printDestination(each, tenantId))),
  );
  app.post('/bulk-exports/destinations', async (c) => {
    const body = await readJsonBody(c, destinationBody);
    const created = await bulk.createDestination(
      body.display_name,
      configOf(body.config),
      credentialsOf(body.credentials),
    );
    return c.json(printDestination(created, tenantId));
  });
  app.get('/bulk-exports/destinations/:id', (c) =>
    c.json(printDestination(bulk.destination(normalId(c.req.param('id'))), tenantId)),
  );
  app.patch('/bulk-exports/destinations/:id', async (c) => {
    const { credentials } = await readJsonBody(c, z.object({ credentials: credentialsBody }));
    const changed = await bulk.updateDestination(normalId(c.req.param('id')), credentialsOf(credentials)!);
    return c.json(printDestination(changed, tenantId));
  });

  app.get('/bulk-exports', (c) =>
    c.json([...book.exports.values()].toReversed().map((each) => printExport(each, tenantId))),
  );
  app.post('/bulk-exports', async (c) => {
    const wanted = newExportOf(workspace, await readJsonBody(c, exportBody));
    return c.json(printExport(bulk.createExport(wanted), tenantId));
  });
  app.get('/bulk-exports/runs', (c) => {
    const source = c.req.query('source_bulk_export_id');
    if (source === undefined) throw invalid('query', 'source_bulk_export_id', 'Field required', 'missing');
    return c.json(book.startedBy(existing(source).id).flatMap(runsOf));
  });
  app.get('/bulk-exports/:id', (c) => c.json(printExport(existing(c.req.param('id')), tenantId)));
  app.patch('/bulk-exports/:id', async (c) => {
    await readJsonBody(c, z.object({ status: z.nullish(z.literal('Cancelled')) }));
    return c.json(printExport(bulk.cancel(existing(c.req.param('id')).id), tenantId));
  });
  app.get('/bulk-exports/:id/runs', (c) => c.json(runsOf(existing(c.req.param('id')))));
  app.get('/bulk-exports/:id/runs/:run', (c) => {
    const found = runsOf(existing(c.req.param('id'))).find(({ id }) => id === normalId(c.req.param('run')));
    if (!found) throw notFound(`Run ${c.req.param('run')} of the bulk export`);
    return c.json(found);
  });
  return app;
}

function configOf(config: z.output<typeof destinationBody>['config']): DestinationConfig {
  return {
    bucket_name: config.bucket_name ?? null,
    prefix: config.prefix ?? '',
    region: config.region ?? null,
    endpoint_url: config.endpoint_url ?? null,
    include_bucket_in_prefix: config.include_bucket_in_prefix ?? true,
    config_kwargs_s3: config.config_kwargs_s3 ?? null,
    s3_additional_kwargs: config.s3_additional_kwargs ?? null,
    aws_role_arn: config.aws_role_arn ?? null,
  };
}

function credentialsOf(body: z.output<typeof credentialsBody> | null | undefined): S3Credentials | undefined {
  return (
    (body && {
      accessKeyId: body.access_key_id,
      secretAccessKey: body.secret_access_key,
      sessionToken: body.session_token ?? undefined,
    }) ??
    undefined
  );
}

function newExportOf(workspace: Workspace, body: z.output<typeof exportBody>): NewExport {
  const start = timeOf('start_time', body.start_time);
  const end = body.end_time == null ? null : timeOf('end_time', body.end_time);
  const interval = body.interval_hours ?? null;
  if (interval === null && end === null)
    throw invalid('body', 'end_time', 'end_time is required unless interval_hours is set');
  if (interval !== null && end !== null)
    throw invalid('body', 'end_time', 'end_time must be empty when interval_hours is set');
  if (end !== null && end <= start) throw invalid('body', 'end_time', 'end_time must be after start_time');
  if (body.all_experiments === true && body.session_id != null)
    throw invalid('body', 'all_experiments', 'session_id and all_experiments exclude each other');
  if (body.all_experiments !== true && body.session_id == null)
    throw invalid('body', 'session_id', 'Field required', 'missing');
  const unknown = body.export_fields?.find((name) => !EXPORT_COLUMNS.includes(name));
  if (unknown !== undefined) throw invalid('body', 'export_fields', `There is no field "${unknown}"`);
  readFilter('filter', body.filter);
  return {
    bulk_export_destination_id: normalId(body.bulk_export_destination_id),
    session_id: body.session_id == null ? null : existingProject(workspace, body.session_id).id,
    all_experiments: body.all_experiments ?? false,
    start_time: start,
    end_time: end,
    filter: body.filter?.trim() || null,
    format_version: body.format_version ?? 'v1',
    compression: body.compression ?? 'gzip',
    interval_hours: interval,
    export_fields: body.export_fields ?? null,
  };
}

function timeOf(field: string, text: string): number {
  const time = parseTime(text);
  if (time === undefined)
    throw invalid('body', field, 'Input should be a valid datetime', 'datetime_parsing');
  return time;
}
