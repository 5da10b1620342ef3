import { completions } from '../../filter/complete.ts';
import { diagnose } from '../../filter/diagnose.ts';
import type { Dialect } from '../../filter/dialect.ts';
import { explainScopes } from '../../filter/explain-scopes.ts';
import { scopeLint } from '../../filter/scope-lint.ts';
import { type Measurement, measure } from './measure.ts';

const SERVER: Dialect = { kind: 'server', generation: 'v1' };
const FRAME = { ms: 16, of: 'one frame of the screen' };

/** One filter of about `size` characters, with every kind of clause. */
function longFilter(size: number): string {
  const clauses: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    const clause = [
      `and(eq(metadata_key, "key ${index}"), eq(metadata_value, ${index}))`,
      `or(eq(name, "step ${index}"), gt(latency, "${index % 90}s"))`,
      `in(run_type, ["llm", "tool"])`,
      `has(tags, "tag ${index}")`,
    ][index % 4]!;
    clauses.push(clause);
    length += clause.length + 2;
  }
  return `and(${clauses.join(', ')})`;
}

export async function benchFilter(): Promise<Measurement[]> {
  const long = longFilter(10_000);
  const middle = Math.floor(long.length / 2);
  const typed = (round: number) => long.slice(0, middle) + 'x'.repeat(round + 3) + long.slice(middle);
  return [
    await measure('a keystroke in 10 kB: new diagnostics', FRAME, 50, (round) =>
      diagnose(typed(round), { dialect: SERVER, typingAt: middle + round + 3 }),
    ),
    await measure('the same, in a usual filter', FRAME, 50, (round) =>
      diagnose(`and(eq(run_type, "llm"), gt(latency, "${round}s"))`, { dialect: SERVER }),
    ),
    await measure('explanation and scope hints of 10 kB', FRAME, 20, (round) => [
      explainScopes({ filter: typed(round) }),
      scopeLint({ filter: typed(round), traceFilter: '', treeFilter: '', view: 'runs' }),
    ]),
    await measure('completion in 10 kB', FRAME, 20, (round) => completions(typed(round), middle)),
  ];
}
