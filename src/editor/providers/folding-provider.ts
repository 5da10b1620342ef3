import type { languages } from 'monaco-editor/editor';
import { foldingRanges } from '../../filter/fold.ts';
import type { ProviderModel } from './provider-model.ts';

/** The line of the closing bracket stays in view, so that a folded call still reads as one. */
export const foldingProvider = {
  provideFoldingRanges(model: ProviderModel): languages.FoldingRange[] | undefined {
    if (model.isDisposed()) return undefined;
    return foldingRanges(model.getValue())
      .map(({ from, to }) => ({
        start: model.getPositionAt(from).lineNumber,
        end: model.getPositionAt(to).lineNumber - 1,
      }))
      .filter(({ start, end }) => end > start);
  },
} satisfies languages.FoldingRangeProvider;
