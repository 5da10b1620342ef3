import { expect, test } from 'vitest';
import type { Completions } from '../../filter/complete.ts';
import type { ValueAnswer } from '../../filter/live-values.ts';
import { cancelled, going, fakeModel } from '../cases/fake-model.ts';
import { monacoEnums } from '../cases/monaco-enums.ts';
import { setModelContext } from '../model-context.ts';
import { LOCAL } from '../../filter/dialect.ts';
import { type CompletionService, completionProvider } from './completion-provider.ts';

const typed = { triggerKind: monacoEnums.languages.CompletionTriggerKind.TriggerCharacter };
const asked = { triggerKind: monacoEnums.languages.CompletionTriggerKind.Invoke };
const place = { lineNumber: 1, column: 1 };

const ANSWER: ValueAnswer = { values: [], origin: 'this project', complete: true };

const ITEM = {
  kind: 'value',
  insertText: 'x',
  isSnippet: false,
  detail: '',
  documentation: '',
  filterText: '',
  sort: '0',
} as const;

/** Offers one item, named by whether values had come. */
function provider(isQuiet = false, showAgain?: () => void) {
  const service = {
    triggerCharacters: [],
    askAt: () => ({ kind: 'names', prefix: '' }) as const,
    complete: (_text: string, _offset: number, { live }: { live: ValueAnswer | undefined }): Completions => ({
      from: 0,
      to: 0,
      isIncomplete: live === undefined,
      isQuiet,
      items: [{ ...ITEM, label: live ? 'with values' : 'without values' }],
    }),
  } satisfies CompletionService;
  return completionProvider(monacoEnums, service, showAgain);
}

function modelWith(values: (() => Promise<ValueAnswer>) | undefined) {
  const model = fakeModel('eq(name, )');
  const nothing = { problems: [], offersFor: () => [], offersAt: () => [] };
  setModelContext(model, { scope: 'run', dialect: LOCAL, values, ...nothing });
  return model;
}

const labels = (list: unknown) =>
  (list as { suggestions: { label: { label: string } }[] } | undefined)?.suggestions.map(
    ({ label }) => label.label,
  );

test('without a source of values the list is there at once', () => {
  const list = provider().provideCompletionItems(modelWith(undefined), place, typed, going);
  expect(labels(list)).toEqual(['without values']);
});

test.each([
  ['come', () => Promise.resolve(ANSWER), ['with values']],
  ['fail', () => Promise.reject(new Error('offline')), ['without values']],
] as const)('when the values %s, the list is shown all the same', async (_what, values, expected) => {
  const list = await provider().provideCompletionItems(modelWith(values), place, typed, going);
  expect(labels(list)).toEqual(expected);
});

test('an editor that is gone before the values come shows nothing', async () => {
  const model = modelWith(() => Promise.resolve(ANSWER));
  const pending = provider().provideCompletionItems(model, place, typed, going);
  model.dispose();
  expect(await pending).toBeUndefined();
});

test('a cancelled request asks for nothing', () => {
  let count = 0;
  const model = modelWith(() => {
    count += 1;
    return Promise.resolve(ANSWER);
  });
  expect(provider().provideCompletionItems(model, place, typed, cancelled)).toBeUndefined();
  expect(count).toBe(0);
});

test('where a list would only disturb, it comes when it is asked for', () => {
  const model = modelWith(undefined);
  expect(provider(true).provideCompletionItems(model, place, typed, going)).toBeUndefined();
  expect(labels(provider(true).provideCompletionItems(model, place, asked, going))).toHaveLength(1);
});

test.each([
  ['show the list again', false, 1],
  ['leave alone who closed it', true, 0],
])('values that come late %s', async (_what, isClosed, expected) => {
  let count = 0;
  const again = () => (count += 1);
  let come = () => {};
  const later = new Promise<void>((resolve) => (come = resolve));
  const token = { isCancellationRequested: false };
  const model = modelWith(() => Promise.resolve({ ...ANSWER, later }));
  await provider(false, again).provideCompletionItems(model, place, asked, token);
  token.isCancellationRequested = isClosed;
  come();
  await later;
  expect(count).toBe(expected);
});
