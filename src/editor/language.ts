/** Makes the filter language known to Monaco, once per page. Everything it says comes from the filter room. */
import type * as Monaco from 'monaco-editor/editor';
import type { editor, languages } from 'monaco-editor/editor';
import { completions } from '../filter/complete.ts';
import type { KnownValues } from '../filter/complete-value.ts';
import { hoverAt } from '../filter/hover.ts';
import { lineTokens } from './line-tokens.ts';
import { toMonacoRange, toSuggestion } from './to-monaco.ts';

export const LANGUAGE = 'langsmith-filter';

export function registerFilterLanguage(monaco: typeof Monaco): void {
  monaco.languages.register({ id: LANGUAGE });
  monaco.languages.setTokensProvider(LANGUAGE, tokensProvider);
  monaco.languages.setLanguageConfiguration(LANGUAGE, configuration);
  monaco.languages.registerCompletionItemProvider(LANGUAGE, completionProvider(monaco));
  monaco.languages.registerHoverProvider(LANGUAGE, hoverProvider);
}

/** What exists in the projects that an editor's text speaks about. Models let go of it when they go. */
const knownValues = new WeakMap<editor.ITextModel, KnownValues>();

export function setKnownValues(model: editor.ITextModel, known: KnownValues): void {
  knownValues.set(model, known);
}

interface LineState extends languages.IState {
  readonly openQuote: string;
}

const stateOf = (openQuote: string): LineState => ({
  openQuote,
  clone: () => stateOf(openQuote),
  equals: (other) => 'openQuote' in other && other.openQuote === openQuote,
});

const tokensProvider: languages.TokensProvider = {
  getInitialState: () => stateOf(''),
  tokenize(line, state) {
    const { tokens, openQuote } = lineTokens(line, 'openQuote' in state ? String(state.openQuote) : '');
    return { tokens: [...tokens], endState: stateOf(openQuote) };
  },
};

const configuration: languages.LanguageConfiguration = {
  brackets: [
    ['(', ')'],
    ['[', ']'],
  ],
  // Monaco's rainbow is not among the design's colours; the matching bracket is marked instead.
  colorizedBracketPairs: [],
  autoClosingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '"', close: '"', notIn: ['string'] },
    { open: "'", close: "'", notIn: ['string'] },
  ],
  surroundingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
  ],
  wordPattern: /[\p{L}_][\p{L}\p{N}_.-]*/u,
};

const completionProvider = (monaco: typeof Monaco): languages.CompletionItemProvider => ({
  triggerCharacters: ['(', ',', ' ', '"', "'", '['],
  provideCompletionItems(model, position, context) {
    const offset = model.getOffsetAt(position);
    const known = knownValues.get(model);
    const { from, to, items, isQuiet } = completions(model.getValue(), offset, known && { known });
    // A list that opens by itself would swallow the Enter that applies the filter.
    const isUnasked = context.triggerKind === monaco.languages.CompletionTriggerKind.TriggerCharacter;
    if (isQuiet && isUnasked) return { suggestions: [] };
    return { suggestions: items.map((item) => toSuggestion(monaco, model, item, { from, to })) };
  },
});

const hoverProvider: languages.HoverProvider = {
  provideHover(model, position) {
    const found = hoverAt(model.getValue(), model.getOffsetAt(position));
    return (
      found && {
        range: toMonacoRange(model, found),
        contents: found.lines.map((line) => ({ value: asMarkdownText(line) })),
      }
    );
  },
};

/** Hovers are plain sentences with quotes and brackets; Monaco would read those as Markdown. */
const asMarkdownText = (line: string) => line.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, '\\$&');
