import type { editor } from 'monaco-editor/editor';
import { editorOptions, LINE_HEIGHT, manyLines, oneLine } from './editor-options.ts';

interface Lines {
  readonly min: number;
  readonly max: number;
}

/** The box grows with the text, and has arrows for folding once there is something to fold. */
export function fitEditor(created: editor.IStandaloneCodeEditor, host: HTMLElement, lines: Lines): void {
  const padding = editorOptions.padding.top + editorOptions.padding.bottom;
  const fit = () => {
    const content = created.getContentHeight() - padding;
    const height = Math.min(lines.max * LINE_HEIGHT, Math.max(lines.min * LINE_HEIGHT, content)) + padding;
    if (host.clientHeight === height) return;
    host.style.height = `${height}px`;
    created.layout();
  };
  let isFoldable = false;
  const fold = () => {
    const isLong = (created.getModel()?.getLineCount() ?? 1) > 2;
    if (isLong === isFoldable) return;
    isFoldable = isLong;
    created.updateOptions(isLong ? manyLines : oneLine);
  };
  created.onDidContentSizeChange(fit);
  created.onDidChangeModelContent(fold);
  fold();
  fit();
}
