/** A thread of many turns of uneven length, and a short one that a newest-first look would miss behind it. */
import { createHash } from 'node:crypto';

export const LONG = { id: 'busy', turns: 400, failed: [100, 350] } as const;
/** Longer than any preview. */
export const LONG_ERROR = `Timeout ${'waiting '.repeat(120)}to the end`;
export const SHORT = { id: 'sess-2', user: 'u0' } as const;

const uuid = (seed: string) =>
  createHash('md5')
    .update(seed)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

function turn(thread: string, user: string, index: number, ageMs: number) {
  const id = uuid(`${thread}/${index}`);
  const start = new Date(Date.now() - ageMs).toISOString();
  const hasFailed = thread === LONG.id && (LONG.failed as readonly number[]).includes(index + 1);
  return {
    id,
    trace_id: id,
    session_id: uuid('project'),
    session_name: 'long',
    name: 'agent',
    run_type: 'chain',
    start_time: start,
    end_time: start,
    status: hasFailed ? 'error' : 'success',
    ...(hasFailed && { error: LONG_ERROR }),
    dotted_order: `${start.replace(/[-:.]/g, '').slice(0, -1)}000Z${id}`,
    inputs: { messages: [{ role: 'user', content: `**Question** ${index + 1} of \`${thread}\`` }] },
    outputs: { messages: [{ role: 'assistant', content: 'An answer. '.repeat(1 + ((index * 37) % 400)) }] },
    extra: { metadata: { session_id: thread, user_id: user } },
  };
}

const MINUTE = 60_000;

/** The trace of a turn, counted from zero. */
export const longTurn = (index: number) => uuid(`${LONG.id}/${index}`);

export function longThread(turns: number = LONG.turns): string {
  const long = Array.from({ length: turns }, (_, index) =>
    turn(LONG.id, 'u1', index, (turns - index) * MINUTE),
  );
  return [turn(SHORT.id, SHORT.user, 0, (turns + 60) * MINUTE), ...long]
    .map((run) => JSON.stringify(run))
    .join('\n');
}
