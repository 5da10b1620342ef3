/**
 * Makes the two languages known to Monaco, once per page: LangSmith's filter language, and the syntax of its
 * search bar. Everything Monaco says about them comes from the filter room.
 */
import type * as Monaco from 'monaco-editor/editor';
import { completions } from '../filter/complete.ts';
import { valueAskAt } from '../filter/value-ask-at.ts';
import type { LanguageName } from './editor-language.ts';
import { barCompletionProvider } from './providers/bar-completion-provider.ts';
import { RUN_OFFER, codeActionProvider } from './providers/code-action-provider.ts';
import { completionProvider } from './providers/completion-provider.ts';
import { foldingProvider } from './providers/folding-provider.ts';
import { hoverProvider } from './providers/hover-provider.ts';
import { renameProvider } from './providers/rename-provider.ts';
import { signatureProvider } from './providers/signature-provider.ts';
import { showAgainIn } from './show-again.ts';
import { barTokensProvider, filterTokensProvider } from './tokens-providers.ts';

export const LANGUAGE_IDS: Readonly<Record<LanguageName, string>> = {
  api: 'langsmith-filter',
  bar: 'langsmith-search-bar',
};

export function registerFilterLanguages(monaco: typeof Monaco): void {
  const { api, bar } = LANGUAGE_IDS;
  const { languages } = monaco;
  languages.register({ id: api });
  languages.setTokensProvider(api, filterTokensProvider);
  languages.setLanguageConfiguration(api, filterConfiguration);
  languages.registerCompletionItemProvider(
    api,
    completionProvider(
      monaco,
      {
        triggerCharacters: ['(', ',', ' ', '"', "'", '['],
        askAt: valueAskAt,
        complete: completions,
      },
      showAgainIn(monaco),
    ),
  );
  languages.registerHoverProvider(api, hoverProvider);
  languages.registerSignatureHelpProvider(api, signatureProvider);
  languages.registerFoldingRangeProvider(api, foldingProvider);
  languages.registerRenameProvider(api, renameProvider);
  languages.registerCodeActionProvider(api, codeActionProvider(monaco));
  monaco.editor.registerCommand(RUN_OFFER, (_services: unknown, run: () => void) => run());

  languages.register({ id: bar });
  languages.setTokensProvider(bar, barTokensProvider);
  languages.setLanguageConfiguration(bar, barConfiguration);
  languages.registerCompletionItemProvider(bar, barCompletionProvider(monaco, showAgainIn(monaco)));
  languages.registerCodeActionProvider(bar, codeActionProvider(monaco));
}

const filterConfiguration: Monaco.languages.LanguageConfiguration = {
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

const barConfiguration: Monaco.languages.LanguageConfiguration = {
  brackets: [['(', ')']],
  colorizedBracketPairs: [],
  autoClosingPairs: [
    { open: '(', close: ')' },
    { open: '"', close: '"', notIn: ['string'] },
  ],
  surroundingPairs: [
    { open: '(', close: ')' },
    { open: '"', close: '"' },
  ],
  wordPattern: /[\p{L}\p{N}_-]+/u,
};
