import type { Comparison, Problem } from '../ast.ts';
import type { Dialect } from '../dialect.ts';
import { metadataPath } from '../dotted-field.ts';
import type { Field } from '../field.ts';
import { evidenceFor } from '../fields.ts';
import { isUsable } from '../is-usable.ts';
import { nearestToErrorText, portable } from '../portable.ts';
import { resolveField } from '../resolve-field.ts';
import { problemAt } from '../token.ts';

type Server = Extract<Dialect, { kind: 'server' }>;

/** Whether servers take this field with this operator, and what to write if not. */
export function doubtsAboutComparison(comparison: Comparison, server: Server): readonly Problem[] {
  const field = resolveField(comparison.field.name);
  // Whether LangSmith takes it is idle while it is wrong anyway.
  if (!field || field.type === 'cursor' || !isUsable(comparison)) return [];
  const wayOut = wayOutOf(comparison, field);
  const say = (code: string, message: string, severity: Problem['severity']) => [
    problemAt(comparison.field, code, message, severity),
  ];
  if (metadataPath(field.name) !== undefined) {
    return say('dotted-field', `Nobody has shown that LangSmith reads "${field.name}"${wayOut}`, 'info');
  }
  switch (evidenceFor(field, comparison.op)) {
    case 'refused':
      return isRefusedBy(field, server)
        ? say('refused', `LangSmith refuses "${field.name}" in filters${wayOut}`, 'warning')
        : say('unproven', unproven(field, comparison, wayOut), 'info');
    case 'unproven':
      return say('unproven', unproven(field, comparison, wayOut), 'info');
    default:
      return [];
  }
}

/** Ends the sentence with what to write instead; never with a question that asks something else unsaid. */
function wayOutOf(comparison: Comparison, field: Field): string {
  const rewrite = portable(comparison);
  if (rewrite) return `; there, write ${rewrite}.`;
  if (field.name !== 'error' || comparison.value.kind !== 'string') {
    return field.advice ? `; there, ${field.advice}.` : '.';
  }
  const nearest = nearestToErrorText(comparison);
  return nearest
    ? `; nearest to it is ${nearest}, though search may not look into errors.`
    : ', and takes nothing else about the text of an error; ask for eq(status, "error") and look into the rows.';
}

/** Token counts were refused by the first parser; nobody has asked the second (UNKNOWNS U6). */
function isRefusedBy({ name }: Field, { generation }: Server): boolean {
  return name !== 'total_tokens' || generation !== 'v2';
}

function unproven(field: Field, { op }: Comparison, wayOut: string): string {
  return field.evidence === 'proven' || field.evidence === 'documented'
    ? `Nobody has shown that LangSmith takes "${op}" on "${field.name}"${wayOut}`
    : `Nobody has shown that LangSmith filters by "${field.name}"${wayOut}`;
}
