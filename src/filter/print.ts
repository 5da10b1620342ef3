/**
 * Tree → one line of text in the canonical form: lower case, double-quoted JSON strings, one blank
 * after a comma. A hole prints what it holds, joined by commas, and nothing when it holds nothing;
 * then the text has the same fault as the tree, and print∘parse promises nothing.
 */
import type { Expression, FieldRef, Literal } from './ast.ts';

export function print(tree: Expression): string {
  switch (tree.kind) {
    case 'logical':
      return `${tree.op}(${tree.args.map(print).join(', ')})`;
    case 'search':
      return `search(${JSON.stringify(tree.text.value)})`;
    case 'comparison':
      return `${tree.op}(${tree.field.name}, ${printLiteral(tree.value)})`;
    default:
      return tree.parts.map(printPart).join(', ');
  }
}

export function printLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'null':
      return 'null';
    case 'list':
      return `[${literal.items.map(printLiteral).join(', ')}]`;
    case 'number':
      return Object.is(literal.value, -0) ? '-0' : String(literal.value);
    default:
      return JSON.stringify(literal.value);
  }
}

function printPart(part: Expression | Literal | FieldRef): string {
  switch (part.kind) {
    case 'field':
      return part.name;
    case 'logical':
    case 'search':
    case 'comparison':
    case 'invalid':
      return print(part);
    default:
      return printLiteral(part);
  }
}
