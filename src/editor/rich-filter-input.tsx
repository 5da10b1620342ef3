import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { editor } from 'monaco-editor/editor';
import type { FilterInputProps, Selection } from './filter-input.ts';
import styles from './filter-editor.module.css';
import { LANGUAGE, setKnownValues } from './language.ts';
import { monaco } from './monaco.ts';
import { LINE_HEIGHT, editorOptions } from './editor-options.ts';
import { toMarker, toMonacoRange } from './to-monaco.ts';

const MARKER_OWNER = 'filter';

interface RichFilterInputProps extends FilterInputProps {
  /** Where the plain field left off, so that the change of editors is not felt. */
  readonly initialSelection: Selection | undefined;
}

export function RichFilterInput(props: RichFilterInputProps) {
  const { value, problems, known, label, placeholder, minLines, maxLines, handle } = props;
  const host = useRef<HTMLDivElement>(null);
  const instance = useRef<editor.IStandaloneCodeEditor>(undefined);
  const onChange = useEffectEvent((text: string) => text !== value && props.onChange(text));
  const onCommit = useEffectEvent((text: string) => props.onCommit(text));
  const initial = useEffectEvent(() => ({ value, label, placeholder, selection: props.initialSelection }));

  // The outside system is Monaco. Before paint, so that nobody sees the box without an editor.
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const start = initial();
    const model = monaco.editor.createModel(start.value, LANGUAGE);
    // Offsets are counted in \n everywhere else.
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    const created = monaco.editor.create(host.current, { ...editorOptions, model });
    instance.current = created;
    addKeys(created, (text) => onCommit(text));
    model.onDidChangeContent(() => onChange(model.getValue()));
    fitHeight(created, host.current, minLines, maxLines);
    if (start.selection) select(created, start.selection);
    return () => {
      instance.current = undefined;
      created.dispose();
      model.dispose();
    };
  }, [minLines, maxLines]);

  useEffect(() => {
    instance.current?.updateOptions({
      ariaLabel: `${label}. Enter applies it, Shift+Enter begins a new line, Tab leaves.`,
      placeholder,
    });
  }, [label, placeholder]);

  // Text that came from elsewhere (a link, a cleared filter) replaces the draft, and can be undone.
  useEffect(() => {
    const model = instance.current?.getModel();
    if (!model || model.getValue() === value) return;
    instance.current?.executeEdits('outside', [{ range: model.getFullModelRange(), text: value }]);
    instance.current?.pushUndoStop();
  }, [value]);

  useEffect(() => {
    const model = instance.current?.getModel();
    if (!model) return;
    const markers = problems.map((problem) => toMarker(monaco, model, problem));
    monaco.editor.setModelMarkers(model, MARKER_OWNER, markers);
  }, [problems]);

  useEffect(() => {
    const model = instance.current?.getModel();
    if (model && known) setKnownValues(model, known);
  }, [known]);

  useImperativeHandle(handle, () => ({
    select(selection) {
      if (instance.current) select(instance.current, selection);
    },
  }));

  return <div ref={host} className={styles.rich} style={{ minHeight: minLines * LINE_HEIGHT }} />;
}

function select(created: editor.IStandaloneCodeEditor, selection: Selection): void {
  const model = created.getModel();
  if (!model) return;
  const range = toMonacoRange(model, selection);
  created.setSelection(range);
  created.revealRange(range);
  created.focus();
}

/**
 * Actions, not commands: commands of several editors on one page overwrite each other. Enter belongs to
 * the list of suggestions while that is open.
 */
function addKeys(created: editor.IStandaloneCodeEditor, onCommit: (text: string) => void): void {
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
    id: 'filter.leave',
    label: 'Leave the filter',
    keybindings: [KeyCode.Escape],
    keybindingContext: 'editorTextFocus && !suggestWidgetVisible && !inSnippetMode && !editorHoverVisible',
    run: () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  });
}

function fitHeight(
  created: editor.IStandaloneCodeEditor,
  host: HTMLElement,
  minLines: number,
  maxLines: number,
): void {
  const padding = editorOptions.padding.top + editorOptions.padding.bottom;
  const fit = () => {
    const content = created.getContentHeight() - padding;
    const height = Math.min(maxLines * LINE_HEIGHT, Math.max(minLines * LINE_HEIGHT, content)) + padding;
    if (host.clientHeight === height) return;
    host.style.height = `${height}px`;
    created.layout();
  };
  created.onDidContentSizeChange(fit);
  fit();
}
