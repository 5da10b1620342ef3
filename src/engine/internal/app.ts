import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { BulkService } from './bulk/bulk-service.ts';
import { requireKey } from './http/require-key.ts';
import { problem, v1Error, v2Error } from './http/error-bodies.ts';
import { NOTICE_HEADER } from './http/notice.ts';
import { fileRoutes } from './routes/runlens-files.ts';
import { importRoutes } from './routes/runlens-import.ts';
import { ingestionRoutes } from './routes/ingestion.ts';
import { v1BulkExportRoutes } from './routes/v1-bulk-exports.ts';
import { v1FeedbackConfigRoutes } from './routes/v1-feedback-configs.ts';
import { v1FeedbackRoutes } from './routes/v1-feedback.ts';
import { v1GroupRoutes } from './routes/v1-groups.ts';
import { v1PublicRoutes } from './routes/v1-public.ts';
import { v1RunRoutes } from './routes/v1-runs.ts';
import { v1ServerRoutes } from './routes/v1-server.ts';
import { v1SessionRoutes } from './routes/v1-sessions.ts';
import { v1ShareRoutes } from './routes/v1-shares.ts';
import { v1StatsRoutes } from './routes/v1-stats.ts';
import { v1ViewRoutes } from './routes/v1-views.ts';
import { v2PublicRoutes } from './routes/v2-public.ts';
import { v2RunRoutes } from './routes/v2-runs.ts';
import { v2ThreadRoutes } from './routes/v2-threads.ts';
import { v2TraceRoutes } from './routes/v2-traces.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface AppOptions {
  readonly version: string;
  readonly apiKey?: string;
}

/** The whole API, under every spelling that clients use (CONTRACT §1.2, §14.1). */
export function createApp(workspace: Workspace, bulk: BulkService, options: AppOptions): Hono {
  const app = new Hono();
  app.use(privateNetwork);
  app.use(
    cors({ origin: '*', allowMethods: METHODS, exposeHeaders: ['retry-after', NOTICE_HEADER], maxAge: 600 }),
  );
  app.use(requireKey(options.apiKey));
  app.onError(v1Error);
  app.notFound((c) =>
    /^\/(api\/)?v2\//.test(c.req.path)
      ? problem(c, 404, `There is no ${c.req.method} ${c.req.path} here.`)
      : c.json({ detail: 'Not Found' }, 404),
  );
  const v1 = v1Routes(workspace, bulk, options.version);
  const v2 = v2Routes(workspace);
  app.route('/api/v2', v2).route('/v2', v2).route('/api/v1', v1).route('/', v1);
  return app;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A page of the public web may ask a server on this machine (CONTRACT §14.10). */
const privateNetwork: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.req.header('access-control-request-private-network') === 'true') {
    c.res.headers.set('access-control-allow-private-network', 'true');
  }
};

function v1Routes(workspace: Workspace, bulk: BulkService, version: string): Hono {
  const app = new Hono();
  app.onError(v1Error);
  const rooms = [
    v1ServerRoutes(workspace, version),
    ingestionRoutes(workspace),
    v1StatsRoutes(workspace),
    v1GroupRoutes(workspace),
    v1ShareRoutes(workspace),
    v1RunRoutes(workspace),
    v1ViewRoutes(workspace),
    v1SessionRoutes(workspace),
    v1FeedbackRoutes(workspace),
    v1FeedbackConfigRoutes(workspace),
    v1PublicRoutes(workspace),
    v1BulkExportRoutes(workspace, bulk),
    importRoutes(workspace),
    fileRoutes(bulk),
  ];
  for (const room of rooms) app.route('/', room);
  return app;
}

function v2Routes(workspace: Workspace): Hono {
  const app = new Hono();
  app.onError(v2Error);
  const rooms = [
    v2RunRoutes(workspace),
    v2TraceRoutes(workspace),
    v2ThreadRoutes(workspace),
    v2PublicRoutes(workspace),
  ];
  for (const room of rooms) app.route('/', room);
  return app;
}
