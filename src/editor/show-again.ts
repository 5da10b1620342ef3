import type * as Monaco from 'monaco-editor/editor';
import type { ShowAgain } from './providers/completion-provider.ts';

/** Providers serve models, a list of suggestions belongs to an editor: the one that shows the model. */
export function showAgainIn(monaco: typeof Monaco): ShowAgain {
  return (model, position) => {
    const editor = monaco.editor.getEditors().find((each) => each.getModel() === model);
    if (!editor?.hasTextFocus() || !editor.getPosition()?.equals(position)) return;
    editor.trigger('values', 'editor.action.triggerSuggest', {});
  };
}
