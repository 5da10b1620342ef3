import type { editor } from 'monaco-editor/editor';
import { monaco } from './monaco.ts';

interface KeyHandlers {
  readonly onCommit: (text: string) => void;
  readonly onFormat: () => void;
}

/**
 * Actions, not commands: commands of several editors on one page overwrite each other. Enter belongs to
 * the list of suggestions while that is open, Escape to whatever floats above the text.
 */
export function addKeys(created: editor.IStandaloneCodeEditor, { onCommit, onFormat }: KeyHandlers): void {
  const { KeyCode, KeyMod } = monaco;
  const commit = () => onCommit(created.getModel()?.getValue() ?? '');
  created.addAction({
    id: 'filter.commit',
    label: 'Apply the filter',
    keybindings: [KeyCode.Enter],
    keybindingContext: 'editorTextFocus && !suggestWidgetVisible',
    run: commit,
  });
  created.addAction({
    id: 'filter.commitAlways',
    label: 'Apply the filter now',
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    run: commit,
  });
  created.addAction({
    id: 'filter.format',
    label: 'Format the filter',
    // One key on every system; Monaco's own differs on Linux.
    keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
    run: onFormat,
  });
  created.addAction({
    id: 'filter.leave',
    label: 'Leave the filter',
    keybindings: [KeyCode.Escape],
    keybindingContext:
      'editorTextFocus && !suggestWidgetVisible && !inSnippetMode && !editorHoverVisible && !parameterHintsVisible',
    run: () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  });
}
