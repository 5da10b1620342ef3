import type { Expression, FieldRef, Literal } from './ast.ts';

/** Whatever stands between the commas of a call, before it is known what the call wants there. */
export type Argument = Expression | Literal | FieldRef;
