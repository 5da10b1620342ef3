import type { Comparison, Problem } from './ast.ts';
import { metadataPath } from './dotted-field.ts';
import type { Field } from './field.ts';
import { evidenceFor } from './fields.ts';
import { portable } from './portable.ts';
import { problemAt } from './token.ts';

/** Whether LangSmith's servers take a comparison that is right by the documents, and what to write if not. */
export function checkEvidence(field: Field, comparison: Comparison): readonly Problem[] {
  const warning = (code: string, message: string): readonly Problem[] => [
    problemAt(comparison.field, code, message, 'warning'),
  ];
  const rewrite = portable(comparison);
  const advice = rewrite ? `write ${rewrite}` : field.advice;
  const wayOut = advice ? `; there, ${advice}.` : '.';
  if (field.type === 'cursor')
    return warning('internal-field', `${field.description} Instead, ${field.advice}.`);
  if (field.name === 'execution_order' && !isOne(comparison)) {
    return warning('unknown-order', 'Only the order 1, the root, is known; no run has another one here.');
  }
  if (metadataPath(field.name) !== undefined) {
    return warning('dotted-field', `Nobody has shown that LangSmith reads "${field.name}"${wayOut}`);
  }
  switch (evidenceFor(field, comparison.op)) {
    case 'refused':
      return warning('refused', `LangSmith refuses "${field.name}" in filters${wayOut}`);
    case 'unproven':
      return warning('unproven', unproven(field, comparison, wayOut));
    default:
      return [];
  }
}

function unproven(field: Field, { op }: Comparison, wayOut: string): string {
  return field.evidence === 'unproven'
    ? `Nobody has shown that LangSmith filters by "${field.name}"${wayOut}`
    : `Nobody has shown that LangSmith takes "${op}" on "${field.name}"${wayOut}`;
}

function isOne({ value }: Comparison): boolean {
  return value.kind === 'number' && value.value === 1;
}
