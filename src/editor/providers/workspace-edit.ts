import type { languages } from 'monaco-editor/editor';
import type { TextEdit } from '../../filter/text-edit.ts';
import { toMonacoRange } from '../to-monaco.ts';
import type { ProviderModel } from './provider-model.ts';

/** Refused by Monaco when the text has changed since. */
export function workspaceEdit(model: ProviderModel, edits: readonly TextEdit[]): languages.WorkspaceEdit {
  return {
    edits: edits.map((edit) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: { range: toMonacoRange(model, edit), text: edit.text },
    })),
  };
}
