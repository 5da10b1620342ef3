/** Offsets of the filter room become Monaco's lines and columns here, by the model's own arithmetic. */
import type { editor, IRange, languages } from 'monaco-editor/editor';
import type { Problem, Range } from '../filter/ast.ts';
import type { CompletionItem } from '../filter/completion-item.ts';
import type * as Monaco from 'monaco-editor/editor';

/** The numbers that Monaco wants; handed in, so that adapters run without a browser. */
export type MonacoEnums = Pick<typeof Monaco, 'MarkerSeverity'> & {
  readonly languages: Pick<
    typeof languages,
    'CompletionItemInsertTextRule' | 'CompletionItemKind' | 'CompletionTriggerKind' | 'CodeActionTriggerType'
  >;
};

export type MonacoRange = IRange;
type Places = Pick<editor.ITextModel, 'getPositionAt'>;

export function toMonacoRange(model: Places, { from, to }: Range): IRange {
  const start = model.getPositionAt(from);
  const end = model.getPositionAt(to);
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}

type Severities = Pick<MonacoEnums, 'MarkerSeverity'>;

export function toMarker(monaco: Severities, model: Places, problem: Problem): editor.IMarkerData {
  // Monaco draws nothing for an empty range; what is missing is shown at the character before it.
  const { from, to } = problem;
  const range = to > from ? problem : { from: Math.max(0, from - 1), to: from };
  const severity = { error: 'Error', warning: 'Warning', info: 'Info' } as const;
  return {
    ...toMonacoRange(model, range),
    message: problem.message,
    code: problem.code,
    severity: monaco.MarkerSeverity[severity[problem.severity]],
  };
}

const KINDS = { function: 'Function', field: 'Field', value: 'Value', snippet: 'Snippet' } as const;

export function toSuggestion(
  monaco: MonacoEnums,
  item: CompletionItem,
  range: IRange,
): languages.CompletionItem {
  const rules = monaco.languages.CompletionItemInsertTextRule;
  return {
    // The description stands beside every row: for a value it says where the value comes from.
    label: { label: item.label, description: item.detail },
    kind: monaco.languages.CompletionItemKind[KINDS[item.kind]],
    documentation: item.documentation,
    filterText: item.filterText,
    insertText: item.insertText,
    insertTextRules: item.isSnippet ? rules.InsertAsSnippet : rules.None,
    sortText: item.sort,
    range,
    // After a function name its field comes next, so the list opens again at once.
    ...(item.isSnippet ? { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } } : {}),
  };
}
