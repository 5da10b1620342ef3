/** The first argument of a comparison: the fields that its operator takes, the best proven first. */
import { type CompletionItem, ranked } from './completion-item.ts';
import { describeField } from './describe-field.ts';
import type { Comparator } from './ast.ts';
import type { Evidence, Field, Scope } from './field.ts';
import { evidenceFor, fieldsOf } from './fields.ts';
import { findOperator, isConnective } from './operators.ts';

const ORDER: readonly Evidence[] = ['proven', 'documented', 'unproven', 'refused'];
const NOTES: Readonly<Record<Evidence, string>> = {
  proven: '',
  documented: '',
  unproven: ' (unproven on LangSmith)',
  refused: ' (LangSmith refuses it)',
};

export function completeFields(op: string, hasComma: boolean, scope: Scope): readonly CompletionItem[] {
  const comparator = comparatorOf(op);
  const rank = (field: Field) => ORDER.indexOf(comparator ? evidenceFor(field, comparator) : field.evidence);
  const fields = fieldsOf(scope)
    .filter((field) => !field.hidden && (!comparator || field.operators.includes(comparator)))
    .toSorted((a, b) => rank(a) - rank(b));
  return ranked(
    fields.map((field) => ({
      label: field.name,
      kind: 'field',
      // With the comma the value can be written, or chosen, at once.
      insertText: hasComma ? field.name : `${field.name}, $1`,
      isSnippet: !hasComma,
      filterText: `${field.name} ${field.name.replaceAll('_', '')}`,
      detail: `${field.type}${NOTES[ORDER[rank(field)]!]}`,
      documentation: describeField(field).slice(1).join('\n'),
    })),
  );
}

/** Of an unknown function any field may be the first argument. */
function comparatorOf(op: string): Comparator | undefined {
  const name = findOperator(op)?.name;
  return name && name !== 'search' && !isConnective(name) ? name : undefined;
}
