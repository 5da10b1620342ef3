import { expect, test, vi } from 'vitest';
import { shareInFlight } from './share-in-flight.ts';

test('the same question is asked once at a time', async () => {
  const share = shareInFlight<number>();
  const start = vi.fn<() => Promise<number>>(async () => 7);
  const answers = await Promise.all([
    share('a', undefined, start),
    share('a', undefined, start),
    share('b', undefined, start),
  ]);
  expect(answers).toEqual([7, 7, 7]);
  expect(start).toHaveBeenCalledTimes(2);
  await share('a', undefined, start);
  expect(start).toHaveBeenCalledTimes(3);
});

test('it goes on while anyone waits, and is aborted when all have gone', async () => {
  const share = shareInFlight<string>();
  let inner: AbortSignal | undefined;
  let finish: (answer: string) => void = () => {};
  const start = (signal: AbortSignal) => {
    inner = signal;
    return new Promise<string>((resolve) => {
      finish = resolve;
    });
  };
  const [one, two] = [new AbortController(), new AbortController()];
  const first = share('a', one.signal, start);
  const second = share('a', two.signal, start);
  one.abort(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  expect(inner?.aborted).toBe(false);
  finish('answer');
  await expect(second).resolves.toBe('answer');

  const third = share('a', two.signal, start);
  two.abort(new Error('gone too'));
  await expect(third).rejects.toThrow('gone too');
  expect(inner?.aborted).toBe(true);
});

test('after everyone has gone, the question is asked anew', async () => {
  const share = shareInFlight<number>();
  const controller = new AbortController();
  const gone = share('a', controller.signal, () => new Promise(() => {}));
  controller.abort(new Error('gone'));
  await expect(gone).rejects.toThrow('gone');
  await expect(share('a', undefined, async () => 1)).resolves.toBe(1);
});
