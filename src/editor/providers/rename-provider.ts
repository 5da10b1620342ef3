import type { languages } from 'monaco-editor/editor';
import { occurrencesAt, renameEdits } from '../../filter/rename.ts';
import { toMonacoRange } from '../to-monaco.ts';
import type { ProviderModel, ProviderPlace } from './provider-model.ts';
import { workspaceEdit } from './workspace-edit.ts';

const REFUSAL = 'Only a text in quotes can be renamed: a value or a key.';

export const renameProvider = {
  resolveRenameLocation(
    model: ProviderModel,
    position: ProviderPlace,
  ): (languages.RenameLocation & languages.Rejection) | undefined {
    if (model.isDisposed()) return undefined;
    const offset = model.getOffsetAt(position);
    const found = occurrencesAt(model.getValue(), offset);
    // The offset may be on a quote, just outside of what stands between the two.
    const here = found?.ranges.find(({ from, to }) => from - 1 <= offset && offset <= to + 1);
    const range = toMonacoRange(model, here ?? { from: offset, to: offset });
    return found ? { range, text: found.value } : { range, text: '', rejectReason: REFUSAL };
  },
  provideRenameEdits(
    model: ProviderModel,
    position: ProviderPlace,
    name: string,
  ): (languages.WorkspaceEdit & languages.Rejection) | undefined {
    if (model.isDisposed()) return undefined;
    const edits = renameEdits(model.getValue(), model.getOffsetAt(position), name);
    return edits.length > 0 ? workspaceEdit(model, edits) : { edits: [], rejectReason: REFUSAL };
  },
} satisfies languages.RenameProvider;
