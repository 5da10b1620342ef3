import { expect, test } from 'vitest';
import type { JsonObject, RunPayload } from '../contract/run.ts';
import { turnMessages } from './turn-messages.ts';

const m = (role: string, content: string) => ({ role, content });
const payload = (inputs: readonly JsonObject[], outputs: readonly JsonObject[]): RunPayload =>
  ({
    id: 'x',
    inputs: { messages: [...inputs] },
    outputs: { messages: [...outputs] },
  }) as unknown as RunPayload;

const texts = (messages: readonly { parts: readonly unknown[] }[]) =>
  messages.map(({ parts }) => (parts[0] as { text: string }).text);

const shown = (now: RunPayload, before?: RunPayload) => {
  const { input, output } = turnMessages(now, 'chain', before);
  return [texts(input.earlier), texts(input.messages), texts(output.earlier), texts(output.messages)];
};

test('the first turn is all new', () => {
  expect(shown(payload([m('user', 'a')], [m('assistant', 'b')]))).toEqual([[], ['a'], [], ['b']]);
});

test('a history in every input is folded, the question is not', () => {
  const before = payload([m('user', 'a')], [m('assistant', 'b')]);
  const now = payload([m('user', 'a'), m('assistant', 'b'), m('user', 'c')], [m('assistant', 'd')]);
  expect(shown(now, before)).toEqual([['a', 'b'], ['c'], [], ['d']]);
});

test('a full state in the output shows only what was said in this turn', () => {
  const before = payload([m('user', 'a')], [m('user', 'a'), m('assistant', 'b')]);
  const now = payload(
    [m('user', 'c')],
    [m('user', 'a'), m('assistant', 'b'), m('user', 'c'), m('assistant', 'd')],
  );
  expect(shown(now, before)).toEqual([[], ['c'], ['a', 'b', 'c'], ['d']]);
});

test('the third of three full states shows only its own turn', () => {
  const state = [m('user', 'a'), m('assistant', 'b'), m('user', 'c'), m('assistant', 'd')];
  const before = payload([m('user', 'c')], state);
  const now = payload([m('user', 'e')], [...state, m('user', 'e'), m('assistant', 'f')]);
  expect(shown(now, before)).toEqual([[], ['e'], ['a', 'b', 'c', 'd', 'e'], ['f']]);
});

test('a repeated system prompt is folded', () => {
  const before = payload([m('system', 's'), m('user', 'a')], [m('assistant', 'b')]);
  const now = payload([m('system', 's'), m('user', 'c')], [m('assistant', 'd')]);
  expect(shown(now, before)).toEqual([['s'], ['c'], [], ['d']]);
});

test('an output that begins with exactly its input has nothing to unfold', () => {
  expect(shown(payload([m('user', 'a')], [m('user', 'a'), m('assistant', 'b')]))).toEqual([
    [],
    ['a'],
    [],
    ['b'],
  ]);
  const before = payload([m('user', 'a')], [m('user', 'a'), m('assistant', 'b')]);
  const asked = [m('user', 'a'), m('assistant', 'b'), m('user', 'c')];
  expect(shown(payload(asked, [...asked, m('assistant', 'd')]), before)).toEqual([
    ['a', 'b'],
    ['c'],
    [],
    ['d'],
  ]);
});

test('the same question asked twice still shows', () => {
  const before = payload([m('user', 'a')], [m('assistant', 'b')]);
  expect(shown(payload([m('user', 'a')], [m('assistant', 'b')]), before)).toEqual([[], ['a'], [], ['b']]);
});

test.each([
  ['the last messages', [] as const],
  ['the prompt and the last messages', ['s'] as const],
])('a history of which only %s are sent is folded', (_what, prompt) => {
  const system = prompt.map((text) => m('system', text));
  const before = payload(
    [...system, m('user', 'a'), m('assistant', 'b'), m('user', 'c')],
    [m('assistant', 'd')],
  );
  const now = payload(
    [...system, m('user', 'c'), m('assistant', 'd'), m('user', 'e')],
    [m('assistant', 'f')],
  );
  expect(shown(now, before)).toEqual([[...prompt, 'c', 'd'], ['e'], [], ['f']]);
});

test('a state of which only the last messages are kept shows only what was said in this turn', () => {
  const before = payload([m('user', 'a')], [m('user', 'a'), m('assistant', 'b')]);
  const now = payload([m('user', 'c')], [m('assistant', 'b'), m('user', 'c'), m('assistant', 'd')]);
  expect(shown(now, before)).toEqual([[], ['c'], ['b', 'c'], ['d']]);
});

test('a question without an answer may be left out of the history that follows', () => {
  const before = { ...payload([m('user', 'a'), m('assistant', 'b'), m('user', 'c')], []), outputs: {} };
  const now = payload([m('user', 'a'), m('assistant', 'b'), m('user', 'd')], [m('assistant', 'e')]);
  expect(shown(now, before)).toEqual([['a', 'b'], ['d'], [], ['e']]);
});

test('half a match is no history', () => {
  const before = payload([m('user', 'a')], [m('assistant', 'b')]);
  const now = payload([m('user', 'a'), m('assistant', 'x'), m('user', 'c')], [m('assistant', 'd')]);
  expect(shown(now, before)[0]).toEqual([]);
});

test('what is no chat is kept as it is', () => {
  const now = { id: 'x', inputs: { n: 1, k: [2] }, outputs: undefined } as unknown as RunPayload;
  const { input, output } = turnMessages(now, 'chain', undefined);
  expect(input.other).toEqual({ n: 1, k: [2] });
  expect(output).toEqual({ earlier: [], messages: [], other: undefined });
});

const withState = (asked: string, inputs: JsonObject, outputs: JsonObject): RunPayload =>
  ({
    id: 'x',
    inputs: { messages: [m('user', asked)], ...inputs },
    outputs: { messages: [m('assistant', `to ${asked}`)], ...outputs },
  }) as unknown as RunPayload;

test('fields beside the messages that did not change are folded, each side for itself', () => {
  const before = withState('a', { context: { b: [1] }, intent: 'buy' }, { intent: 'buy' });
  const now = withState('c', { context: { b: [1] }, intent: 'sell' }, { intent: 'buy' });
  const { input, output } = turnMessages(now, 'chain', before);
  expect(input).toMatchObject({ other: { intent: 'sell' }, unchanged: { context: { b: [1] } } });
  expect(output).toMatchObject({ other: undefined, unchanged: { intent: 'buy' } });
  const first = turnMessages(now, 'chain', undefined);
  expect(first.input).toMatchObject({ other: { context: { b: [1] }, intent: 'sell' } });
  expect(first.input).not.toHaveProperty('unchanged');
});

test('a turn without messages is shown whole, however often it was said', () => {
  const plain = { id: 'x', inputs: { code: 1, n: 2 }, outputs: { ok: true } } as unknown as RunPayload;
  const { input, output } = turnMessages(plain, 'chain', plain);
  expect([input.other, output.other]).toEqual([plain.inputs, plain.outputs]);
});
