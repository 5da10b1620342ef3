import { describe, expect, test } from 'vitest';
import { diagnose } from '../../filter/diagnose.ts';
import { LOCAL } from '../../filter/dialect.ts';
import { fixesFor } from '../../filter/fixes.ts';
import { cancelled, fakeModel, going } from '../cases/fake-model.ts';
import { monacoEnums } from '../cases/monaco-enums.ts';
import type { FixOffer } from '../fix-offer.ts';
import { setModelContext } from '../model-context.ts';
import { RUN_OFFER, codeActionProvider } from './code-action-provider.ts';
import type { ProviderToken } from './provider-model.ts';
import { foldingProvider } from './folding-provider.ts';
import { hoverProvider } from './hover-provider.ts';
import { renameProvider } from './rename-provider.ts';
import { signatureProvider } from './signature-provider.ts';

const at = (column: number) => ({ lineNumber: 1, column });
const span = (from: number, to: number) => ({
  startLineNumber: 1,
  startColumn: from,
  endLineNumber: 1,
  endColumn: to,
});
const { Invoke, Auto } = monacoEnums.languages.CodeActionTriggerType;

describe('quick fixes', () => {
  const TEXT = 'and(eq(nmae, "x"), gt(latency, "2m"))';
  const move: FixOffer = { kind: 'run', title: 'Move it', isPreferred: false, run: () => {} };

  function actionsAt(column: number, trigger: typeof Invoke | typeof Auto, token: ProviderToken = going) {
    const model = fakeModel(TEXT);
    setModelContext(model, {
      scope: 'run',
      dialect: LOCAL,
      values: undefined,
      problems: diagnose(TEXT),
      offersFor: (problem) => fixesFor(TEXT, problem, { scope: 'run', dialect: LOCAL }),
      offersAt: () => [move],
    });
    const list = codeActionProvider(monacoEnums).provideCodeActions(
      model,
      span(column, column),
      { trigger },
      token,
    );
    return list?.actions;
  }

  test('belong to the problem that is touched', () => {
    const titles = actionsAt(9, Auto)!.map(({ title }) => title);
    expect(titles).toContain('Write name');
    expect(titles).not.toContain('Write 120');
    expect(actionsAt(33, Auto)!.map(({ title }) => title)).toContain('Write 120');
  });

  test('of a clause are kept for those who ask, and run as a command', () => {
    expect(actionsAt(2, Auto)).toEqual([]);
    const [action] = actionsAt(2, Invoke)!;
    expect(action).toMatchObject({ title: 'Move it', command: { id: RUN_OFFER, arguments: [move.run] } });
  });

  test('of a request that nobody waits for are not looked for', () => {
    expect(actionsAt(9, Auto, cancelled)).toBeUndefined();
  });
});

test('a signature names the argument at the cursor', () => {
  const help = signatureProvider.provideSignatureHelp(fakeModel('gt(latency, )'), at(13), going);
  expect(help?.value.activeParameter).toBe(1);
  expect(help?.value.signatures[0]?.label).toContain('gt(');
});

test('a repeated value is renamed everywhere, and only values and keys are', () => {
  const model = fakeModel('or(eq(name, "a"), neq(name, "a"))');
  expect(renameProvider.resolveRenameLocation(model, at(14))).toMatchObject({ text: 'a' });
  const { edits } = renameProvider.provideRenameEdits(model, at(14), 'b "quoted"')!;
  expect(edits).toHaveLength(2);
  expect(renameProvider.resolveRenameLocation(model, at(2))?.rejectReason).toMatch(/quotes/);
});

test('a call over several lines folds down to its last line', () => {
  const model = fakeModel('and(\n  eq(name, "a"),\n  eq(name, "b")\n)');
  expect(foldingProvider.provideFoldingRanges(model)).toEqual([{ start: 1, end: 3 }]);
});

test('a field says what it is', () => {
  const hover = hoverProvider.provideHover(fakeModel('gt(latency, 1)'), at(6));
  expect(hover?.contents.map(({ value }) => value).join(' ')).toMatch(/latency/);
});

test('nothing is asked of a text that is gone', () => {
  const model = fakeModel('gt(latency, 1)');
  model.dispose();
  expect(hoverProvider.provideHover(model, at(6))).toBeUndefined();
  expect(foldingProvider.provideFoldingRanges(model)).toBeUndefined();
  expect(signatureProvider.provideSignatureHelp(model, at(6), going)).toBeUndefined();
  expect(renameProvider.resolveRenameLocation(model, at(6))).toBeUndefined();
  expect(renameProvider.provideRenameEdits(model, at(6), 'x')).toBeUndefined();
});
