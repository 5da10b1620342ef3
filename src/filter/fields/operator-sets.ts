import type { Comparator } from '../ast.ts';

export const EQUALITY: readonly Comparator[] = ['eq', 'neq'];
export const MEMBERSHIP: readonly Comparator[] = ['eq', 'neq', 'in'];
export const PATTERN: readonly Comparator[] = ['like', 'notlike'];
export const NAMING: readonly Comparator[] = [...MEMBERSHIP, ...PATTERN];
export const ORDER: readonly Comparator[] = ['gt', 'gte', 'lt', 'lte'];
export const ORDER_AND_EQUALITY: readonly Comparator[] = [...ORDER, ...EQUALITY];
export const SCALAR: readonly Comparator[] = [...EQUALITY, ...ORDER, 'in', ...PATTERN];
