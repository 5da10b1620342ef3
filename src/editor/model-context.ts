import type { Problem } from '../filter/ast.ts';
import { type Dialect, LOCAL } from '../filter/dialect.ts';
import type { Scope } from '../filter/field.ts';
import type { LiveSource } from '../filter/live-values.ts';
import type { FixOffer } from './fix-offer.ts';

/** What the page knows about the text of one editor; Monaco's providers serve all editors and look here. */
export interface ModelContext {
  readonly scope: Scope;
  readonly dialect: Dialect;
  readonly values: LiveSource | undefined;
  /** As they are shown now. */
  readonly problems: readonly Problem[];
  /** The way out of a problem. */
  readonly offersFor: (problem: Problem) => readonly FixOffer[];
  /** What else can be done with the clause at an offset. */
  readonly offersAt: (offset: number) => readonly FixOffer[];
}

const NOTHING: ModelContext = {
  scope: 'run',
  dialect: LOCAL,
  values: undefined,
  problems: [],
  offersFor: () => [],
  offersAt: () => [],
};

/** By model; they let go of their context when they go. */
const contexts = new WeakMap<object, ModelContext>();

export function setModelContext(model: object, context: ModelContext): void {
  contexts.set(model, context);
}

export function contextOf(model: object): ModelContext {
  return contexts.get(model) ?? NOTHING;
}
