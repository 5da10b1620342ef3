import type { languages } from 'monaco-editor/editor';
import { barPlaceAt } from '../../filter/bar/bar-place.ts';
import { completeBar } from '../../filter/bar/complete-bar.ts';
import type { MonacoEnums } from '../to-monaco.ts';
import { completionProvider } from './completion-provider.ts';

export function barCompletionProvider(monaco: MonacoEnums): languages.CompletionItemProvider {
  return completionProvider(monaco, {
    triggerCharacters: [' ', ':', '.', '-', '(', '>', '~'],
    askAt: (text, offset) => {
      const place = barPlaceAt(text, offset);
      return 'ask' in place ? place.ask : undefined;
    },
    complete: completeBar,
  });
}
