/**
 * A filter as an English sentence, made from the tree and from nothing else: what is read here is what
 * will be asked.
 */
import type { Comparison, Expression } from './ast.ts';
import { clausesOf, isPairComparison } from './clauses.ts';
import { comparisonPhrase } from './explain/comparison-phrase.ts';
import { pairPhrase } from './explain/pair-phrase.ts';
import { type Grammar, type Phrase, join, spoken, that } from './explain/phrase.ts';
import type { Scope } from './field.ts';

/** "runs that failed and whose name is "a"", without a full stop. */
export function explain(tree: Expression | undefined, scope: Scope = 'run'): string {
  const what = scope === 'thread' ? 'threads' : 'runs';
  return tree ? `${what} ${spoken(phraseOf(tree, 'many'))}` : `all ${what}`;
}

/** What a filter says of a run, or of many, to go on from "runs" or "a run". */
export function explainRelative(tree: Expression, grammar: Grammar): string {
  return spoken(phraseOf(tree, grammar));
}

function phraseOf(tree: Expression, grammar: Grammar): Phrase {
  switch (tree.kind) {
    case 'comparison':
      return isPairComparison(tree)
        ? pairPhrase(clausesOf([tree])[0]!, grammar)
        : comparisonPhrase(tree, grammar);
    case 'search':
      return that(
        `${grammar === 'many' ? 'contain' : 'contains'} the words ${JSON.stringify(tree.text.value)}`,
      );
    case 'invalid':
      return that(`${grammar === 'many' ? 'pass' : 'passes'} a part that is not understood`);
    default:
      return logicalPhrase(tree.op, tree.args, grammar);
  }
}

function logicalPhrase(op: 'and' | 'or' | 'not', args: readonly Expression[], grammar: Grammar): Phrase {
  if (op === 'or')
    return join(
      args.map((arg) => phraseOf(arg, grammar)),
      'or',
    );
  if (op === 'not') {
    const inner = join(
      args.map((arg) => phraseOf(arg, 'many')),
      'and',
    );
    return that(`${grammar === 'many' ? 'are' : 'is'} not among those ${spoken(inner)}`);
  }
  return join(inOrder(args, grammar), 'and');
}

/** As written; the members of a pair at the place of the first. */
function inOrder(args: readonly Expression[], grammar: Grammar): readonly Phrase[] {
  const isPair = (arg: Expression): arg is Comparison => arg.kind === 'comparison' && isPairComparison(arg);
  const clauses = new Map(clausesOf(args.filter(isPair)).map((clause) => [clause.members[0], clause]));
  return args.flatMap((arg) => {
    if (!isPair(arg)) return phraseOf(arg, grammar);
    const clause = clauses.get(arg);
    return clause ? pairPhrase(clause, grammar) : [];
  });
}
