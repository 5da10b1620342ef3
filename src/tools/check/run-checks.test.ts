import { expect, test } from 'vitest';
import type { Check } from './checks.ts';
import { runChecks } from './run-checks.ts';

const check = (name: string, run: Check['run']): Check => ({ name, repair: `npm run mend-${name}`, run });
const fine = () => Promise.resolve({ isFine: true, output: 'not of interest' });

test('every check runs although one fails, and each failure says how to repair it', async () => {
  const lines: string[] = [];
  const failed = await runChecks(
    [
      check('a', fine),
      check('b', () => Promise.resolve({ isFine: false, output: 'b is wrong\n' })),
      check('c', () => Promise.reject(new Error('c broke'))),
      check('d', fine),
    ],
    (line) => lines.push(line),
  );
  expect(failed.map(({ name }) => name)).toEqual(['b', 'c']);
  const text = lines.join('\n');
  expect(text).toContain('b is wrong\nTo repair or see it alone: npm run mend-b');
  expect(text).toContain('c broke\nTo repair or see it alone: npm run mend-c');
  expect(text).toMatch(/ok {6}d/);
  expect(text).not.toContain('not of interest');
});
