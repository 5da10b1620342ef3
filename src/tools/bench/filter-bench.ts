import { check } from '../../filter/check.ts';
import { completions } from '../../filter/complete.ts';
import { parse } from '../../filter/parse.ts';
import { type Measurement, measure } from './measure.ts';

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
    await measure('a keystroke in 10 kB: parse and check', FRAME, 50, (round) => {
      const { tree, problems } = parse(typed(round));
      return [...problems, ...check(tree)];
    }),
    await measure('the same, in a usual filter', FRAME, 50, (round) => {
      const { tree, problems } = parse(`and(eq(run_type, "llm"), gt(latency, "${round}s"))`);
      return [...problems, ...check(tree)];
    }),
    await measure('completion in 10 kB', FRAME, 20, (round) => completions(typed(round), middle)),
  ];
}
