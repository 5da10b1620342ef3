/** What every test starts with. Import `test` and `expect` from here, so that no test is without the guard. */
import { test as base } from 'playwright/test';
import { type Site, serveSite } from '../../src/tools/serve-site.ts';
import { type EngineProcess, startEngineProcess } from './engine-process.ts';
import { PageGuard } from './page-guard.ts';
import { startStaticHost } from './static-host.ts';

export { expect } from 'playwright/test';

interface TestFixtures {
  readonly guard: PageGuard;
}

interface WorkerFixtures {
  readonly site: Site;
  readonly staticHost: Site;
  /** Holds the sample workspace and asks for a key. */
  readonly engine: EngineProcess;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  guard: [
    async ({ context }, provide) => {
      const guard = new PageGuard();
      guard.watch(context);
      await provide(guard);
      base.expect(guard.offences, 'requests stay on this machine and the console stays silent').toEqual([]);
    },
    { auto: true },
  ],
  site: [
    async ({}, provide) => {
      const site = await serveSite();
      await provide(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  staticHost: [
    async ({}, provide) => {
      const host = await startStaticHost();
      await provide(host);
      await host.close();
    },
    { scope: 'worker' },
  ],
  engine: [
    async ({}, provide) => {
      const engine = await startEngineProcess();
      await provide(engine);
      await engine.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, provide) => provide(site.url),
});
