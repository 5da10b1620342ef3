import type { languages } from 'monaco-editor/editor';
import type { Completions } from '../../filter/complete.ts';
import type { CompletionItem } from '../../filter/completion-item.ts';
import type { Scope } from '../../filter/field.ts';
import type { ValueAnswer, ValueAsk } from '../../filter/live-values.ts';
import { contextOf } from '../model-context.ts';
import { type MonacoEnums, type MonacoRange, toMonacoRange, toSuggestion } from '../to-monaco.ts';
import type { ProviderModel, ProviderPlace, ProviderToken } from './provider-model.ts';

/** How one language completes. */
export interface CompletionService {
  readonly triggerCharacters: string[];
  /** The values that would help at an offset; undefined where the text says all. */
  readonly askAt: (text: string, offset: number) => ValueAsk | undefined;
  readonly complete: (
    text: string,
    offset: number,
    options: { readonly scope: Scope; readonly live: ValueAnswer | undefined },
  ) => Completions;
}

interface Request {
  readonly triggerKind: languages.CompletionTriggerKind;
}

/** Shows the list anew, if the caret is still there. */
export type ShowAgain = (model: ProviderModel, position: ProviderPlace) => void;

/** At once where the text says all; where the world is asked, when it has answered. */
export function completionProvider(
  monaco: MonacoEnums,
  service: CompletionService,
  showAgain: ShowAgain = () => {},
) {
  return {
    triggerCharacters: service.triggerCharacters,
    provideCompletionItems(
      model: ProviderModel,
      position: ProviderPlace,
      request: Request,
      token: ProviderToken,
    ): languages.ProviderResult<languages.CompletionList> {
      const isGone = () => model.isDisposed() || token.isCancellationRequested;
      if (isGone()) return undefined;
      const text = model.getValue();
      const offset = model.getOffsetAt(position);
      const { scope, values } = contextOf(model);
      const isAsked = request.triggerKind === monaco.languages.CompletionTriggerKind.Invoke;
      const list = (live: ValueAnswer | undefined): languages.CompletionList | undefined => {
        if (isGone()) return undefined;
        const found = service.complete(text, offset, { scope, live });
        if (found.isQuiet && !isAsked) return undefined;
        const range = toMonacoRange(model, found);
        const suggestions = found.items.map((item) => suggestion(monaco, model, item, range));
        return { suggestions, incomplete: found.isIncomplete };
      };
      const ask = values && service.askAt(text, offset);
      if (!ask) return list(undefined);
      // Values are an offer: when they do not come, the rest of the list is still worth showing.
      return values(ask, cancellation(token)).then(
        (live) => {
          const shown = list(live);
          void live.later?.then(() => {
            // A list that somebody closed stays closed; an empty one was closed by nobody.
            const isClosed = token.isCancellationRequested && (shown?.suggestions.length ?? 0) > 0;
            if (!model.isDisposed() && model.getValue() === text && !isClosed) showAgain(model, position);
          });
          return shown;
        },
        () => list(undefined),
      );
    },
  } satisfies languages.CompletionItemProvider;
}

function suggestion(
  monaco: MonacoEnums,
  model: ProviderModel,
  item: CompletionItem,
  range: MonacoRange,
): languages.CompletionItem {
  const also = item.also?.map((edit) => ({ range: toMonacoRange(model, edit), text: edit.text }));
  return { ...toSuggestion(monaco, item, range), ...(also ? { additionalTextEdits: also } : {}) };
}

const cancellation = (token: ProviderToken) => ({
  get aborted() {
    return token.isCancellationRequested;
  },
});
