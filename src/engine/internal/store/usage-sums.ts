import type { Usage } from './types.ts';
import { addDetails, type Details } from './usage.ts';

export const AMOUNTS = [
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'total_cost',
  'prompt_cost',
  'completion_cost',
] as const;

export type Amount = (typeof AMOUNTS)[number];
export type DetailField =
  | 'prompt_token_details'
  | 'completion_token_details'
  | 'prompt_cost_details'
  | 'completion_cost_details';

export function sumUsage(parts: readonly Usage[]): Usage {
  const sum = (field: Amount) => parts.reduce((total, part) => plus(total, part[field] ?? NaN), NaN);
  const details = (field: DetailField) =>
    parts.reduce<Details | undefined>(
      (total, part) => addDetails(total, part[field] ?? undefined),
      undefined,
    );
  return usageOf((field) => tidy(sum(field)), details);
}

export function usageOf(
  amount: (field: Amount) => number,
  details: (field: DetailField) => Details | undefined,
): Usage {
  const tokens = (field: Amount) => amount(field) || 0;
  const cost = (field: Amount) => (Number.isNaN(amount(field)) ? null : amount(field));
  return {
    total_tokens: tokens('total_tokens'),
    prompt_tokens: tokens('prompt_tokens'),
    completion_tokens: tokens('completion_tokens'),
    total_cost: cost('total_cost'),
    prompt_cost: cost('prompt_cost'),
    completion_cost: cost('completion_cost'),
    prompt_token_details: details('prompt_token_details') ?? null,
    completion_token_details: details('completion_token_details') ?? null,
    prompt_cost_details: details('prompt_cost_details') ?? null,
    completion_cost_details: details('completion_cost_details') ?? null,
  };
}

/** Nobody counts tokens of a run that has none, but an unknown price is not zero. */
export function zeroOf(field: Amount): number {
  return field.endsWith('_tokens') ? 0 : NaN;
}

/** NaN = nothing known. */
export function plus(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : a + b;
}

/** Nothing left of a cost means that the run itself had none, not that it cost nothing. */
export function rest(given: number, children: number, field: Amount): number {
  const left = tidy(given - children);
  if (left > 0) return left;
  return zeroOf(field);
}

/** Sums of decimal dollars: 0.1 + 0.2 is 0.3 on a bill. */
export function tidy(amount: number): number {
  return Math.round(amount * 1e10) / 1e10;
}
