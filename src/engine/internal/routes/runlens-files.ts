import { zipSync } from 'fflate';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { BulkService } from '../bulk/bulk-service.ts';
import { notFound } from '../http/http-error.ts';
import { readJsonBody } from '../http/read-json.ts';
import { printTime } from '../wire/print-time.ts';

const archiveBody = z.object({ keys: z.array(z.string()) });

/** As a browser would save them: names alone, which the engine makes unique. */
const nameOf = (key: string) => key.slice(key.lastIndexOf('/') + 1);

/** Our own namespace, no part of LangSmith's API: the exported files that the engine itself keeps. */
export function fileRoutes({ files }: BulkService): Hono {
  const app = new Hono();
  const bytesOf = (key: string) => {
    const file = files.get(key);
    if (!file) throw notFound(`File ${key}`);
    return file.bytes;
  };
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
    c.header('content-type', 'application/vnd.apache.parquet');
    return c.body(bytesOf(decodeURIComponent(key)) as Uint8Array<ArrayBuffer>);
  });
  app.post('/runlens/archive', async (c) => {
    const { keys } = await readJsonBody(c, archiveBody);
    c.header('content-type', 'application/zip');
    // Parquet is compressed already.
    return c.body(zipSync(Object.fromEntries(keys.map((key) => [nameOf(key), bytesOf(key)])), { level: 0 }));
  });
  return app;
}
