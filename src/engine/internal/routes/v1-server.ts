import { Hono } from 'hono';
import { printTime } from '../wire/print-time.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Who answers here, and for whom (CONTRACT §1.3, §11). */
export function v1ServerRoutes(workspace: Workspace, version: string): Hono {
  const app = new Hono();
  app.get('/info', (c) =>
    c.json({
      version,
      git_sha: null,
      license_expiration_time: null,
      batch_ingest_config: {
        use_multipart_endpoint: true,
        scale_up_qsize_trigger: 1000,
        scale_up_nthreads_limit: 16,
        scale_down_nempty_trigger: 4,
        size_limit: 100,
        size_limit_bytes: 20_971_520,
      },
      instance_flags: { gzip_body_enabled: true, zstd_compression_enabled: true },
      customer_info: null,
    }),
  );
  app.get('/ok', (c) => c.json({ ok: true }));
  app.get('/auth/public', (c) =>
    c.json({
      tenant_id: workspace.tenantId,
      organization_id: workspace.organizationId,
      user_id: workspace.organizationId,
      ls_user_id: workspace.organizationId,
      user_email: '',
    }),
  );
  app.get('/workspaces', (c) =>
    c.json([
      {
        id: workspace.tenantId,
        organization_id: workspace.organizationId,
        display_name: 'Runlens engine',
        tenant_handle: null,
        created_at: printTime(workspace.createdAt),
        is_personal: true,
        is_deleted: false,
      },
    ]),
  );
  return app;
}
