import { expect, test } from 'vitest';
import { barLanguage } from './bar-language.ts';

const language = barLanguage('run', { kind: 'local' });

test.each([
  ['status:error', []],
  ['nobody:x', ['error unknown-field']],
  ['status:error NOT refund', ['warning not-asked']],
  ['name:doc*', ['info said-differently']],
])('%s', (text, expected) => {
  expect(language.diagnose(text).map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
});

test('what is not asked is named', () => {
  const [problem] = language.diagnose('status:error -refund');
  expect(problem?.message).toMatch(/^“-refund” is not asked\. /);
});

test('a server’s warnings about the filter are said of the clause that becomes it', () => {
  const text = 'error:~timeout tags:a* status:error';
  const server = barLanguage('run', { kind: 'server', generation: 'v1' });
  const warned = server.diagnose(text).filter(({ code }) => code === 'refused' || code === 'unproven');
  expect(warned.map(({ from, to, severity, code }) => `${text.slice(from, to)} ${severity} ${code}`)).toEqual(
    ['error:~timeout warning refused', 'tags:a* info unproven'],
  );
  expect(language.diagnose(text).filter(({ severity }) => severity === 'warning')).toEqual([]);
});

test('the word at the caret is spared', () => {
  const problems = language.diagnose('nobody:x');
  expect(language.spare('nobody:x', 3, problems)).toEqual([]);
  expect(language.spare('nobody:x', 20, problems)).toEqual(problems);
});
