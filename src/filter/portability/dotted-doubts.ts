import type { Comparison, Expression, Problem } from '../ast.ts';
import { metadataPath } from '../dotted-field.ts';
import { isUsable } from '../is-usable.ts';
import { portable } from '../portable.ts';
import { problemAt } from '../token.ts';
import { walk } from '../walk.ts';

/** `metadata.user_id` works here, and so is learnt here; a filter may go to LangSmith later. */
export function doubtsAboutDots(tree: Expression): readonly Problem[] {
  return [...walk(tree)].flatMap((node) =>
    node.kind === 'comparison' && metadataPath(node.field.name) !== undefined && isUsable(node)
      ? [doubt(node)]
      : [],
  );
}

function doubt(comparison: Comparison): Problem {
  const rewrite = portable(comparison);
  const wayOut = rewrite ? `; there, write ${rewrite}.` : '.';
  const message = `Read here as a key of the metadata. Nobody has shown that LangSmith reads "${comparison.field.name}"${wayOut}`;
  return problemAt(comparison.field, 'dotted-field', message, 'info');
}
