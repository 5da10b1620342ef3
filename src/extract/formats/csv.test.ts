import { expect, test } from 'vitest';
import type { JsonValue } from '../../contract/run.ts';
import { csvWriter } from './csv.ts';

test.each<[string, JsonValue, string]>([
  ['a negative number', -5, '-5'],
  ['a text that looks like one', '-5', "'-5"],
  ['a text', 'policy', 'policy'],
  ['an object', { a: -1 }, '"{""a"":-1}"'],
  ['a list', ['x', 'y'], '"[""x"",""y""]"'],
  ['yes', true, 'true'],
  ['nothing', null, ''],
  ['an empty text', '', '""'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula behind a line feed', '\n=1+1', '"\'\n=1+1"'],
  ['a full-width formula', '＝1+1', "'＝1+1"],
  ['a full-width at', '＠SUM(A1)', "'＠SUM(A1)"],
])('%s is written the same way whatever its column holds elsewhere', (_, value, cell) => {
  for (const type of ['json', 'text', 'number', 'texts'] as const) {
    const csv = csvWriter([{ name: 'a', type }], true);
    expect(csv.line({ a: value })).toBe(`${cell}\r\n`);
    expect(csv.report().defused).toBe(cell.replace('"', '').startsWith("'") ? 1 : 0);
  }
});
