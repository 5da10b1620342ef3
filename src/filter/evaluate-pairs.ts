/** Key and value of metadata, inputs, outputs and feedback: FILTER-LANGUAGE §7, row by row. */
import type { Comparison } from './ast.ts';
import { compareScalar } from './compare-scalar.ts';
import type { EvaluableFeedback, EvaluableRun } from './evaluable-run.ts';
import type { PairGroup, PairPart } from './field.ts';
import { findField } from './fields.ts';
import { isUsable } from './is-usable.ts';
import type { Item, ItemValue } from './flatten.ts';

/** An item of any group, by part. */
type Parts = Readonly<Partial<Record<PairPart, ItemValue | undefined>>>;

/** The pair comparisons that stand directly in one and(). */
export function evaluatePairs(comparisons: readonly Comparison[], run: EvaluableRun): boolean {
  const groups: readonly [PairGroup, readonly Parts[]][] = [
    ['metadata', run.metadata.map(partsOfItem)],
    ['input', run.inputs.map(partsOfItem)],
    ['output', run.outputs.map(partsOfItem)],
    ['feedback', run.feedback.map(partsOfFeedback)],
  ];
  return groups.every(([group, items]) => {
    const own = comparisons.filter((comparison) => pairOf(comparison)?.group === group);
    return splitAtKeys(own).every((sentence) => holds(sentence, items, group === 'feedback'));
  });
}

/** A sentence ends where a second key would begin. */
function splitAtKeys(comparisons: readonly Comparison[]): readonly (readonly Comparison[])[] {
  const sentences: Comparison[][] = [];
  let hasKey = true;
  for (const comparison of comparisons) {
    const isKey = pairOf(comparison)?.part === 'key';
    if (sentences.length === 0 || (isKey && hasKey)) {
      sentences.push([comparison]);
      hasKey = isKey;
    } else {
      sentences.at(-1)!.push(comparison);
      hasKey ||= isKey;
    }
  }
  return sentences;
}

function holds(sentence: readonly Comparison[], items: readonly Parts[], isFeedback: boolean): boolean {
  if (!sentence.every(isUsable)) return false;
  const key = sentence.find((comparison) => pairOf(comparison)?.part === 'key');
  const others = sentence.filter((comparison) => comparison !== key);
  if (key && !isDenial(key)) {
    return items.some((item) => sentence.every((comparison) => isTrueOf(comparison, item)));
  }
  if (key && items.some((item) => !isTrueOf(key, item))) return false;
  const denials = isFeedback ? [] : others.filter(isDenial);
  if (denials.some((denial) => items.some((item) => !isTrueOf(denial, item)))) return false;
  const claims = others.filter((comparison) => !denials.includes(comparison));
  return claims.length === 0 || items.some((item) => claims.every((claim) => isTrueOf(claim, item)));
}

function isDenial({ op }: Comparison): boolean {
  return op === 'neq' || op === 'notlike';
}

function isTrueOf(comparison: Comparison, item: Parts): boolean {
  const field = findField(comparison.field.name);
  return field?.pair !== undefined && compareScalar(field, comparison, item[field.pair.part]);
}

function pairOf(comparison: Comparison) {
  return findField(comparison.field.name)?.pair;
}

function partsOfItem(item: Item): Parts {
  return { key: item.path, value: item.value };
}

function partsOfFeedback(feedback: EvaluableFeedback): Parts {
  const { key, score, value, comment, source, error } = feedback;
  return { key, score, value, comment, source, error };
}
