/** Tree → indented text for people; what fits on a line stays on it. Same promises as print(). */
import type { Expression } from './ast.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';

const WIDTH = 80;

export function format(tree: Expression): string {
  return formatAt(tree, 0, 0);
}

/** `trailing` is the room needed behind the node on its last line. */
function formatAt(tree: Expression, indent: number, trailing: number): string {
  const line = print(tree);
  if (tree.kind !== 'logical' || tree.args.length === 0 || indent + line.length + trailing <= WIDTH)
    return line;
  const inner = indent + 2;
  const args = tree.args.map((arg) => `${' '.repeat(inner)}${formatAt(arg, inner, 1)}`);
  return `${tree.op}(\n${args.join(',\n')}\n${' '.repeat(indent)})`;
}

/** The text in its best form; as it is while there is an error in it, for nothing must get lost. */
export function formatText(text: string): string {
  const { tree, problems } = parse(text);
  return tree && problems.every(({ severity }) => severity !== 'error') ? format(tree) : text;
}
