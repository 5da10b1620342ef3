import { expect, test } from 'vitest';
import type { JsonObject } from '../../contract/run.ts';
import { chatMerge } from './chat-merge.ts';

/** `u` user, `a` assistant, `s` system, `t` tool; the text is what follows. */
const ROLES: Readonly<Record<string, string>> = { u: 'user', a: 'assistant', s: 'system', t: 'tool' };
const said = (text: string): JsonObject[] =>
  text === '' ? [] : text.split(' ').map((word) => ({ role: ROLES[word[0]!]!, content: word.slice(1) }));
const printed = (messages: readonly JsonObject[]) =>
  messages.map(({ role, content }) => `${(role as string)[0]}${content as string}`).join(' ');

test.each<[string, (readonly [asked: string, answered: string])[], string]>([
  [
    'only what is new',
    [
      ['u1', 'a1'],
      ['u2', 'a2'],
    ],
    'u1 a1 u2 a2',
  ],
  [
    'the whole history in every input',
    [
      ['u1', 'a1'],
      ['u1 a1 u2', 'a2'],
      ['u1 a1 u2 a2 u3', 'a3'],
    ],
    'u1 a1 u2 a2 u3 a3',
  ],
  [
    'the full state in every output',
    [
      ['u1', 'u1 a1'],
      ['u2', 'u1 a1 u2 a2'],
    ],
    'u1 a1 u2 a2',
  ],
  [
    'the last messages of the history',
    [
      ['u1', 'a1'],
      ['u1 a1 u2', 'a2'],
      ['u2 a2 u3', 'a3'],
    ],
    'u1 a1 u2 a2 u3 a3',
  ],
  [
    'a prompt that stays',
    [
      ['s1 u1', 'a1'],
      ['s1 u1 a1 u2', 'a2'],
    ],
    's1 u1 a1 u2 a2',
  ],
  [
    'a prompt that changes with every turn',
    [
      ['s1 u1', 'a1'],
      ['s2 u1 a1 u2', 'a2'],
    ],
    's1 u1 a1 s2 u2 a2',
  ],
  [
    'a prompt that comes back',
    [
      ['s1 u1', 'a1'],
      ['s2 u2', 'a2'],
      ['s1 u3', 'a3'],
    ],
    's1 u1 a1 s2 u2 a2 s1 u3 a3',
  ],
  [
    'a history without the turn that failed',
    [
      ['u1', 'a1'],
      ['u1 a1 u2', ''],
      ['u1 a1 u3', 'a3'],
    ],
    'u1 a1 u2 u3 a3',
  ],
  [
    'a state without the turn that failed',
    [
      ['u1', 'u1 a1'],
      ['u2', ''],
      ['u3', 'u1 a1 u3 a3'],
    ],
    'u1 a1 u2 u3 a3',
  ],
  [
    'the same question again',
    [
      ['uyes', 'aok'],
      ['uyes', 'aok'],
    ],
    'uyes aok uyes aok',
  ],
  [
    'the same question after a failure',
    [
      ['u1', ''],
      ['u1', 'a1'],
    ],
    'u1 u1 a1',
  ],
  [
    'a history that began before the first turn here',
    [
      ['u1 a1 u2', 'a2'],
      ['u1 a1 u2 a2 u3', 'a3'],
    ],
    'u1 a1 u2 a2 u3 a3',
  ],
  [
    'a history with a turn that is not here',
    [
      ['u1', 'a1'],
      ['u1 a1 u2 a2 u3', 'a3'],
    ],
    'u1 a1 u2 a2 u3 a3',
  ],
  [
    'tools between',
    [
      ['u1', 'a1 t1 a2'],
      ['u1 a1 t1 a2 u2', 'a3'],
    ],
    'u1 a1 t1 a2 u2 a3',
  ],
])('%s', (_, turns, whole) => {
  const chat = chatMerge();
  for (const [asked, answered] of turns) {
    chat.add(said(asked), true);
    chat.add(said(answered), false);
  }
  expect(printed(chat.messages)).toBe(whole);
});

test('ids of calls are no difference, their arguments are', () => {
  const call = (id: string, args: string): JsonObject => ({
    role: 'assistant',
    content: null,
    tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: args } }],
  });
  const chat = chatMerge();
  chat.add([...said('u1'), call('x', '1')], true);
  chat.add([...said('u1'), call('y', '1'), ...said('u2')], true);
  chat.add([...said('u1'), call('z', '2'), ...said('u3')], true);
  expect(chat.messages.map(({ role }) => role)).toEqual([
    'user',
    'assistant',
    'user',
    'user',
    'assistant',
    'user',
  ]);
});
