import type { languages } from 'monaco-editor/editor';
import type { Problem } from '../../filter/ast.ts';
import type { FixOffer } from '../fix-offer.ts';
import { contextOf } from '../model-context.ts';
import { type MonacoEnums, type MonacoRange, toMarker } from '../to-monaco.ts';
import type { ProviderModel, ProviderToken } from './provider-model.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Registered once by language.ts; its one argument is the function of an offer. */
export const RUN_OFFER = 'filter.runOffer';

interface Request {
  readonly trigger: languages.CodeActionTriggerType;
}

/** What is offered for the problems that the range touches; moves of a clause only to those who ask. */
export function codeActionProvider(monaco: MonacoEnums) {
  return {
    provideCodeActions(
      model: ProviderModel,
      range: MonacoRange,
      { trigger }: Request,
      token: ProviderToken,
    ): languages.CodeActionList | undefined {
      if (model.isDisposed() || token.isCancellationRequested) return undefined;
      const { problems, offersFor, offersAt } = contextOf(model);
      const from = model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn });
      const to = model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn });
      const fixes = problems
        .filter((problem) => problem.from <= to && from <= problem.to)
        .flatMap((problem) => offersFor(problem).map((offer) => fix(monaco, model, problem, offer)));
      const isAsked = trigger === monaco.languages.CodeActionTriggerType.Invoke;
      const known = new Set(fixes.map(({ title }) => title));
      const moves = isAsked ? offersAt(from).filter(({ title }) => !known.has(title)) : [];
      const others = moves.map((offer) => ({ ...action(model, offer), kind: 'refactor.move' }));
      return { actions: [...fixes, ...others], dispose() {} };
    },
  } satisfies languages.CodeActionProvider;
}

function fix(monaco: MonacoEnums, model: ProviderModel, problem: Problem, offer: FixOffer) {
  return {
    ...action(model, offer),
    kind: 'quickfix',
    isPreferred: offer.isPreferred,
    diagnostics: [toMarker(monaco, model, problem)],
  };
}

function action(model: ProviderModel, offer: FixOffer) {
  const { title } = offer;
  return offer.kind === 'edit'
    ? { title, edit: workspaceEdit(model, offer.edits) }
    : { title, command: { id: RUN_OFFER, title, arguments: [offer.run] } };
}
