import type { SubtreeSums } from '../../model/subtree-sums.ts';

/** Columns that would stay empty in the whole trace, as words; undefined when none would. The root sums up all. */
export function missingSums({ tokens, cost }: Pick<SubtreeSums, 'tokens' | 'cost'>): string | undefined {
  const words = [...(tokens[0]! > 0 ? [] : ['tokens']), ...(cost[0]! > 0 ? [] : ['cost'])];
  return words.length === 0 ? undefined : words.join(' ');
}
