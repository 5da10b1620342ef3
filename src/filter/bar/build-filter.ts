/** Pieces of a filter tree that somebody else than a person writes; print() makes the text. */
import type {
  Comparator,
  Comparison,
  Connective,
  Expression,
  Literal,
  Logical,
  Scalar,
  Search,
} from '../ast.ts';
import { isPairComparison } from '../clauses.ts';
import { findField } from '../fields.ts';

type Plain = string | number | boolean | null;

const NOWHERE = { from: 0, to: 0 };

export function comparison(op: Comparator, field: string, value: Plain): Comparison {
  return {
    kind: 'comparison',
    ...NOWHERE,
    callee: NOWHERE,
    op,
    field: { kind: 'field', ...NOWHERE, name: field },
    value: literal(value),
  };
}

function literal(value: Plain): Scalar {
  if (value === null) return { kind: 'null', ...NOWHERE };
  if (typeof value === 'string') return { kind: 'string', ...NOWHERE, value };
  if (typeof value === 'number') return { kind: 'number', ...NOWHERE, value };
  return { kind: 'boolean', ...NOWHERE, value };
}

export function search(text: string): Search {
  return { kind: 'search', ...NOWHERE, callee: NOWHERE, text: { kind: 'string', ...NOWHERE, value: text } };
}

/** Exactly these arguments, so that key and value stand together. */
export function connect(op: Connective, args: readonly Expression[]): Logical {
  return { kind: 'logical', ...NOWHERE, callee: NOWHERE, op, args };
}

/** At least one part. Conditions on items that stand side by side would be read as one item's (§7). */
export function all(parts: readonly Expression[]): Expression {
  if (parts.length === 1) return parts[0]!;
  return connect(
    'and',
    parts.map((part) =>
      isPair(part) && parts.filter((each) => sameGroup(each, part)).length > 1
        ? connect('and', [part])
        : part,
    ),
  );
}

/** At least one part. */
export function any(parts: readonly Expression[]): Expression {
  return parts.length === 1 ? parts[0]! : connect('or', parts);
}

function isPair(part: Expression): part is Comparison {
  return part.kind === 'comparison' && isPairComparison(part);
}

function sameGroup(part: Expression, other: Comparison): boolean {
  return isPair(part) && findField(part.field.name)?.pair?.group === findField(other.field.name)?.pair?.group;
}

export function plainOf(value: Literal): Plain | undefined {
  if (value.kind === 'list') return undefined;
  return value.kind === 'null' ? null : value.value;
}
