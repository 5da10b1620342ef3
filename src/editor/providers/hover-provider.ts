import type { languages } from 'monaco-editor/editor';
import { hoverAt } from '../../filter/hover.ts';
import { toMonacoRange } from '../to-monaco.ts';
import { markdownLine } from './markdown-line.ts';
import type { ProviderModel, ProviderPlace } from './provider-model.ts';

export const hoverProvider = {
  provideHover(model: ProviderModel, position: ProviderPlace): languages.Hover | undefined {
    if (model.isDisposed()) return undefined;
    const found = hoverAt(model.getValue(), model.getOffsetAt(position));
    return (
      found && {
        range: toMonacoRange(model, found),
        contents: found.lines.map((line, index) => ({ value: markdownLine(line, index === 0) })),
      }
    );
  },
} satisfies languages.HoverProvider;
