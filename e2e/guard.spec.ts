/** The guard of every other test can fail: each offence is committed once, on purpose. */
import { expect, test } from './support/fixtures.ts';

test('a request to another machine is noticed, and does not get out', async ({ page, guard }) => {
  guard.expect(/ERR_NAME_NOT_RESOLVED/);
  await page.goto('./');
  const answer = await page.evaluate(() => fetch('https://example.com/').catch(() => 'no answer'));
  expect(answer).toBe('no answer');
  expect(guard.take()).toContainEqual('left this machine: GET https://example.com');
});

test('an inline script breaks the policy of the page, and is noticed', async ({ page, guard }) => {
  await page.goto('./');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.body.append(script);
  });
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false);
  expect(guard.take().join('\n')).toContain('Content Security Policy');
});

test('errors on the console and exceptions that nobody caught are noticed', async ({ page, guard }) => {
  await page.goto('./');
  const thrown = page.waitForEvent('pageerror');
  await page.evaluate(() => {
    console.error('a complaint');
    setTimeout(() => {
      throw new Error('a mishap');
    });
  });
  await thrown;
  expect(guard.take()).toEqual(['console: a complaint', 'uncaught: a mishap']);
});
