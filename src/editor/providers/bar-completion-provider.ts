import type { languages } from 'monaco-editor/editor';
import { barPlaceAt } from '../../filter/bar/bar-place.ts';
import { completeBar } from '../../filter/bar/complete-bar.ts';
import type { MonacoEnums } from '../to-monaco.ts';
import { type CompletionService, completionProvider, type ShowAgain } from './completion-provider.ts';

export function barCompletionProvider(
  monaco: MonacoEnums,
  showAgain?: ShowAgain,
): languages.CompletionItemProvider {
  const service: CompletionService = {
    triggerCharacters: [' ', ':', '.', '-', '(', '>', '~'],
    askAt: (text, offset) => {
      const place = barPlaceAt(text, offset);
      return 'ask' in place ? place.ask : undefined;
    },
    complete: completeBar,
  };
  return completionProvider(monaco, service, showAgain);
}
