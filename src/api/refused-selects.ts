/**
 * An older server refuses a select it does not know by 422, and with it the whole question. Its answer
 * names the culprits; they are left out from then on, and every answer says so.
 */
import { isHttpError } from '../contract/http-error.ts';
import type { Problem } from '../contract/problem.ts';
import type { Notices } from './notices.ts';
import type { Server } from './server.ts';

/** More names than this are the server's list of what it does know. */
const MOST_NAMED = 4;

function namedSelects(problem: Problem, selects: readonly string[]): readonly string[] {
  const positions = problem.fields.flatMap(({ field }) => /(?:^|\.)selects?\.(\d+)$/.exec(field)?.[1] ?? []);
  const byPosition = positions.flatMap((position) => selects[Number(position)] ?? []);
  if (byPosition.length > 0) return byPosition;
  if (!/select/i.test(problem.message)) return [];
  const named = selects.filter((name) => new RegExp(`\\b${name}\\b`).test(problem.message));
  return named.length > MOST_NAMED ? [] : named;
}

const FUNDAMENTAL = new Set(['id', 'ID']);

export async function withSelects<T>(
  server: Server,
  selects: readonly string[],
  notices: Notices,
  ask: (selects: readonly string[]) => Promise<T>,
): Promise<T> {
  const { refusedSelects } = server.learned;
  const asked = selects.filter((name) => !refusedSelects.has(name));
  const tell = () => {
    // The metadata names the thread as well.
    const isTold = (name: string) => name === 'thread_id' && selects.includes('extra');
    const missing = selects.filter((name) => refusedSelects.has(name) && !isTold(name));
    if (missing.length > 0)
      notices.add('refused-selects', `This server does not know ${missing.join(', ')}; these stay empty.`);
  };
  try {
    const answer = await ask(asked);
    tell();
    return answer;
  } catch (error) {
    const isRefusal = isHttpError(error) && (error.status === 422 || error.status === 400);
    const named = isRefusal
      ? namedSelects(error.problem, asked).filter((name) => !FUNDAMENTAL.has(name))
      : [];
    if (named.length === 0) throw error;
    for (const name of named) refusedSelects.add(name);
    return withSelects(server, selects, notices, ask);
  }
}
