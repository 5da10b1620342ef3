/** A server that stumbles while one works with it: what is shown, and that nothing is lost. */
import type { Page, Route } from 'playwright/test';
import { projectAddress } from './support/addresses.ts';
import { connect } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { FAILED_REQUEST } from './support/page-guard.ts';
import { rowNames } from './support/run-table.ts';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
};

/** What the table of traces asks; the question whether v2 is there goes to runs/query. */
const ROWS = /\/traces\/query$/;

/** Answers the first questions for runs with a fault, then lets the server itself answer. */
async function stumble(
  page: Page,
  times: number,
  fault: (route: Route) => Promise<void>,
): Promise<() => number> {
  let count = 0;
  await page.route(ROWS, async (route) => {
    if (route.request().method() !== 'POST' || count >= times) return route.fallback();
    count++;
    return fault(route);
  });
  return () => count;
}

test('429 is waited out as long as the server asks, visibly, and then the rows are there', async ({
  page,
  engine,
  guard,
}) => {
  guard.expect(FAILED_REQUEST);
  const stumbles = await stumble(page, 1, (route) =>
    route.fulfill({
      status: 429,
      headers: { ...CORS, 'retry-after': '2' },
      json: { detail: 'Rate limit exceeded' },
    }),
  );
  await connect(page, engine);
  await expect(page.getByRole('status').filter({ hasText: /Waiting for the server/ })).toHaveCount(1);
  expect((await rowNames(page)).length).toBeGreaterThan(0);
  expect(stumbles()).toBe(1);
});

test('a failing server is asked again; when it stays so, it says so and offers another try', async ({
  page,
  engine,
  guard,
}) => {
  guard.expect(FAILED_REQUEST);
  const failing = { now: true };
  await page.route(ROWS, (route) =>
    failing.now && route.request().method() === 'POST'
      ? route.fulfill({ status: 500, headers: CORS, json: { detail: 'Internal server error' } })
      : route.fallback(),
  );
  await page.clock.install();
  await connect(page, engine);
  await expect(async () => {
    await page.clock.runFor(30_000);
    await expect(page.getByRole('button', { name: /Try again|Retry/ }).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  failing.now = false;
  await page
    .getByRole('button', { name: /Try again|Retry/ })
    .first()
    .click();
  await expect(async () => {
    await page.clock.runFor(5000);
    await expect(page.getByRole('gridcell').first()).toBeVisible({ timeout: 500 });
  }).toPass();
});

test('a server that goes away says that nothing answers', async ({ page, engine, guard }) => {
  guard.expect(FAILED_REQUEST, /ERR_/);
  await connect(page, engine);
  await rowNames(page);
  await page.clock.install();
  await page.route(`${engine.url}/**`, (route) => route.abort('connectionrefused'));
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(async () => {
    await page.clock.runFor(30_000);
    await expect(page.getByText(/No answer came|not reachable|Nothing answers/).first()).toBeVisible({
      timeout: 500,
    });
  }).toPass();
});

test('a page of HTML in the middle of work is no crash', async ({ page, engine, guard }) => {
  guard.expect(FAILED_REQUEST);
  await page.route(ROWS, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 200,
          headers: { ...CORS, 'content-type': 'text/html' },
          body: '<!doctype html><title>Maintenance</title>',
        })
      : route.fallback(),
  );
  await connect(page, engine);
  await expect(page.getByText(/The answer was not understood/i).first()).toBeVisible();
});

test('a page that fails keeps what is loaded, and can be asked again', async ({ page, engine, guard }) => {
  guard.expect(FAILED_REQUEST);
  await connect(page, engine);
  await rowNames(page);
  await page.route(/\/runs\/query$/, (route) =>
    (route.request().postData() ?? '').includes('cursor":"')
      ? route.fulfill({ status: 400, headers: CORS, json: { detail: 'The cursor was not understood' } })
      : route.fallback(),
  );
  await page.goto(
    projectAddress('docs-rag-staging', { view: 'runs', deployment: { kind: 'server', url: engine.url } }),
  );
  await expect(page.getByRole('grid', { name: 'Runs' })).toBeVisible();
  await page.getByRole('gridcell').getByRole('link').first().focus();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(page.getByText(/runs above are kept/)).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/runs above are kept/)).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: /runs loaded/ })).toHaveCount(1);
});
