/**
 * One letter typed in the middle of a filter of 10 kB: everything that is on the screen a moment later.
 * A frame has 16 ms. Run with `npx vitest bench src/filter`.
 */
import { bench, describe } from 'vitest';
import { completions } from './complete.ts';
import { diagnose } from './diagnose.ts';
import type { Dialect } from './dialect.ts';
import { signatureAt } from './signature.ts';

const SERVER: Dialect = { kind: 'server', generation: 'v1' };
const CLAUSES = [
  (index: number) => `and(eq(metadata_key, "key ${index}"), eq(metadata_value, ${index}))`,
  (index: number) => `or(eq(name, "step ${index}"), gt(latency, "${index % 90}s"))`,
  () => 'in(run_type, ["llm", "tool"])',
  (index: number) => `has(tags, "tag ${index}")`,
];

function longFilter(size: number): string {
  const parts: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    const clause = CLAUSES[index % CLAUSES.length]!(index);
    parts.push(clause);
    length += clause.length + 2;
  }
  return `and(${parts.join(', ')})`;
}

const long = longFilter(10_000);
const at = long.indexOf('name', long.length / 2) + 2;
let round = 0;

/** Another text each time, so that nothing can be remembered. */
function typed(): string {
  round += 1;
  return `${long.slice(0, at)}${'abcdefghij'[round % 10]!}${long.slice(at)}`;
}

describe('a keystroke in a filter of 10 kB', () => {
  bench('diagnose', () => void diagnose(typed(), { dialect: SERVER, typingAt: at + 1 }));
  bench('completions', () => void completions(typed(), at + 1, { now: 0 }));
  bench('diagnose, completions and signature', () => {
    const text = typed();
    diagnose(text, { dialect: SERVER, typingAt: at + 1 });
    completions(text, at + 1, { now: 0 });
    signatureAt(text, at + 1);
  });
});
