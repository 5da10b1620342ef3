import { expect, test } from 'vitest';
import { MOST_IN_FLIGHT, type Turn, turnstile } from './turnstile.ts';

function harness() {
  let most = 0;
  let inFlight = 0;
  const gates: { readonly name: string; readonly open: () => void; readonly fail: () => void }[] = [];
  const started: string[] = [];
  const ask = (turn: Turn, name: string, signal = new AbortController().signal) =>
    turn(
      () =>
        new Promise<string>((resolve, reject) => {
          inFlight += 1;
          most = Math.max(most, inFlight);
          started.push(name);
          const end = (act: () => void) => () => {
            inFlight -= 1;
            act();
          };
          gates.push({
            name,
            open: end(() => resolve(name)),
            fail: end(() => reject(new Error(name))),
          });
        }),
      signal,
    );
  return { ask, started, gates, most: () => most };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('three downloads together have no more questions in flight than one', async () => {
  const { ask, started, gates, most } = harness();
  const turn = turnstile();
  const names = ['a1', 'b1', 'c1', 'a2', 'b2', 'c2'];
  const answers = names.map((name) => ask(turn, name));
  for (let index = 0; index < names.length; index += 1) {
    await settled();
    gates[index]!.open();
  }
  expect(await Promise.all(answers)).toEqual(names);
  expect(started).toEqual(names);
  expect(most()).toBe(MOST_IN_FLIGHT);
});

test('who fails or leaves gives way', async () => {
  const { ask, started, gates } = harness();
  const turn = turnstile(1);
  const leaving = new AbortController();
  const first = ask(turn, 'first');
  const second = ask(turn, 'second', leaving.signal);
  const third = ask(turn, 'third');
  await settled();
  leaving.abort(new Error('paused'));
  await expect(second).rejects.toThrow('paused');
  gates[0]!.fail();
  await expect(first).rejects.toThrow('first');
  await settled();
  gates[1]!.open();
  expect(await third).toBe('third');
  expect(started).toEqual(['first', 'third']);
});
