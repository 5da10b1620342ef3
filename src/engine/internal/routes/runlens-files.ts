import { Hono } from 'hono';
import type { BulkService } from '../bulk/bulk-service.ts';
import { notFound } from '../http/http-error.ts';
import { printTime } from '../wire/print-time.ts';

/** Our own namespace, no part of LangSmith's API: the exported files that the engine itself keeps. */
export function fileRoutes({ files }: BulkService): Hono {
  const app = new Hono();
  app.get('/runlens/files', (c) =>
    c.json(
      files.list().map(({ key, bytes, writtenAt }) => ({
        key,
        size: bytes.length,
        written_at: printTime(writtenAt),
      })),
    ),
  );
  app.get('/runlens/files/*', (c) => {
    const key = c.req.path.slice(c.req.path.indexOf('/runlens/files/') + '/runlens/files/'.length);
    const file = files.get(decodeURIComponent(key));
    if (!file) throw notFound(`File ${key}`);
    c.header('content-type', 'application/vnd.apache.parquet');
    return c.body(file.bytes as Uint8Array<ArrayBuffer>);
  });
  return app;
}
