import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dismissToast,
  holdToasts,
  readToasts,
  releaseToasts,
  subscribeToToasts,
  toast,
} from './toast-queue.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  readToasts().forEach(({ id }) => dismissToast(id));
  vi.useRealTimers();
});

const shown = () => readToasts().map(({ message }) => message);

test('a message goes away by itself, an error does not', () => {
  toast('Saved');
  toast('Not saved', { tone: 'danger' });
  vi.advanceTimersByTime(60_000);
  expect(shown()).toEqual(['Not saved']);
});

test('nothing goes away while it is being read', () => {
  toast('Saved');
  holdToasts();
  vi.advanceTimersByTime(60_000);
  expect(shown()).toEqual(['Saved']);
  releaseToasts();
  vi.advanceTimersByTime(60_000);
  expect(shown()).toEqual([]);
});

test('what is said later of a topic replaces what was said before', () => {
  toast('A: started', { topic: 'a' });
  toast('B: started', { topic: 'b' });
  toast('A: ready', { topic: 'a' });
  toast('Saved');
  expect(shown()).toEqual(['B: started', 'A: ready', 'Saved']);
});

test('the same words replace themselves, and only the newest four stay', () => {
  ['a', 'b', 'a', 'c', 'd', 'e'].forEach((message) => toast(message));
  expect(shown()).toEqual(['a', 'c', 'd', 'e']);
});

test('listeners hear of every change until they leave', () => {
  const listener = vi.fn<() => void>();
  const leave = subscribeToToasts(listener);
  toast('one');
  leave();
  toast('two');
  expect(listener).toHaveBeenCalledTimes(1);
});
