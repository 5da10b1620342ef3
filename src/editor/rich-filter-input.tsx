import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { editor } from 'monaco-editor/editor';
import type { TextEdit } from '../filter/text-edit.ts';
import { echoes } from './echoes.ts';
import { editorOptions, LINE_HEIGHT } from './editor-options.ts';
import { addKeys } from './editor-keys.ts';
import type { FilterInputProps, Selection } from './filter-input.ts';
import styles from './filter-editor.module.css';
import { fitEditor } from './fit-editor.ts';
import { LANGUAGE_IDS } from './language.ts';
import { minimalEdit } from './minimal-edit.ts';
import { setModelContext } from './model-context.ts';
import { monaco } from './monaco.ts';
import { toMarker, toMonacoRange } from './to-monaco.ts';

const MARKER_OWNER = 'filter';

interface RichFilterInputProps extends FilterInputProps {
  /** Where the plain field left off, so that the change of editors is not felt. */
  readonly initialSelection: Selection | undefined;
}

export function RichFilterInput(props: RichFilterInputProps) {
  const { value, context, label, language, placeholder, minLines, maxLines, handle } = props;
  const { problems } = context;
  const host = useRef<HTMLDivElement>(null);
  const instance = useRef<editor.IStandaloneCodeEditor>(undefined);
  const [said] = useState(echoes);
  const isFromOutside = useRef(false);
  const onChange = useEffectEvent((text: string) => {
    if (isFromOutside.current) return;
    said.told(text);
    props.onChange(text);
  });
  const onCommit = useEffectEvent((text: string) => props.onCommit(text));
  const onFormat = useEffectEvent(() => props.onFormat?.());
  const onCaret = useEffectEvent(props.onCaret);
  const initial = useEffectEvent(() => ({ value, selection: props.initialSelection }));

  // The outside system is Monaco. Before paint, so that nobody sees the box without an editor.
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const start = initial();
    const model = monaco.editor.createModel(start.value, LANGUAGE_IDS[language]);
    // Offsets are counted in \n everywhere else.
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    const created = monaco.editor.create(host.current, { ...editorOptions, model });
    instance.current = created;
    addKeys(created, { onCommit: (text) => onCommit(text), onFormat: () => onFormat() });
    model.onDidChangeContent(() => onChange(model.getValue()));
    created.onDidChangeCursorPosition(({ position }) =>
      onCaret(model.getOffsetAt(position), model.getValue()),
    );
    created.onDidBlurEditorText(() => onCaret(undefined, model.getValue()));
    fitEditor(created, host.current, { min: minLines, max: maxLines });
    if (start.selection) select(created, start.selection);
    return () => {
      instance.current = undefined;
      created.dispose();
      model.dispose();
    };
  }, [language, minLines, maxLines]);

  useEffect(() => {
    instance.current?.updateOptions({
      ariaLabel: `${label}. Enter applies it, Shift+Enter begins a new line, Tab leaves.`,
      placeholder,
    });
  }, [label, placeholder, language, minLines, maxLines]);

  // Text that came from elsewhere (a link, a cleared filter) replaces the draft, and can be undone.
  useEffect(() => {
    const current = instance.current?.getValue();
    if (!instance.current || current === undefined || !said.isNews(value, current)) return;
    const edit = minimalEdit(current, value);
    isFromOutside.current = true;
    if (edit) change(instance.current, 'outside', [edit]);
    isFromOutside.current = false;
  }, [value, said]);

  useEffect(() => {
    const model = instance.current?.getModel();
    if (model) setModelContext(model, context);
  }, [context, language, minLines, maxLines]);

  useEffect(() => {
    const model = instance.current?.getModel();
    if (!model) return;
    const markers = problems.map((problem) => toMarker(monaco, model, problem));
    monaco.editor.setModelMarkers(model, MARKER_OWNER, markers);
  }, [problems, language, minLines, maxLines]);

  useImperativeHandle(handle, () => ({
    select(selection) {
      if (instance.current) select(instance.current, selection);
    },
    edit(edits) {
      if (!instance.current) return;
      change(instance.current, 'button', edits);
      instance.current.focus();
    },
  }));

  return <div ref={host} className={styles.rich} style={{ minHeight: minLines * LINE_HEIGHT }} />;
}

/** One step to undo. */
function change(created: editor.IStandaloneCodeEditor, source: string, edits: readonly TextEdit[]): void {
  const model = created.getModel();
  if (!model || edits.length === 0) return;
  const operations = edits.map((edit) => ({ range: toMonacoRange(model, edit), text: edit.text }));
  created.pushUndoStop();
  created.executeEdits(source, operations);
  created.pushUndoStop();
}

function select(created: editor.IStandaloneCodeEditor, selection: Selection): void {
  const model = created.getModel();
  if (!model) return;
  const range = toMonacoRange(model, selection);
  created.setSelection(range);
  created.revealRange(range);
  created.focus();
}
