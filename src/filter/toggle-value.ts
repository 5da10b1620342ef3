/** Facets: which values of a field a filter chooses, and choosing one more or one less. */
import { type Chip, chipsOf } from './edit/chip.ts';
import { type FacetTarget, facetClause, sameTarget } from './edit/facet.ts';
import { type Edited, addClause, removeClause, replaceClause } from './edit.ts';
import type { ItemValue } from './flatten.ts';

/** Values that the filter asks for; empty when it says nothing about the field. */
export function selectedValues(text: string, target: FacetTarget): readonly ItemValue[] {
  return findFacet(chipsOf(text), target)?.facet?.values ?? [];
}

/** One value: eq. Several: in, or or(). None: the clause goes. */
export function toggleValue(text: string, target: FacetTarget, value: ItemValue): Edited {
  const chips = chipsOf(text);
  const chip = findFacet(chips, target);
  const clause = (values: readonly ItemValue[]) => facetClause({ target, values }) ?? '';
  if (chip?.facet) {
    const { values } = chip.facet;
    const isChosen = values.includes(value);
    const next = isChosen ? values.filter((each) => each !== value) : [...values, value];
    const index = chips.indexOf(chip);
    return next.length === 0 ? removeClause(text, index) : replaceClause(text, index, clause(next));
  }
  const denial = chips.findIndex((each) => denies(each, target, value));
  return denial < 0 ? addClause(text, clause([value])) : replaceClause(text, denial, clause([value]));
}

function findFacet(chips: readonly Chip[], target: FacetTarget): Chip | undefined {
  return chips.find(({ facet }) => facet && sameTarget(facet.target, target));
}

/** `neq(status, "error")`: asking for errors beside it would find nothing. */
function denies(chip: Chip, target: FacetTarget, value: ItemValue): boolean {
  if (chip.kind !== 'field' || chip.op !== 'neq' || target.kind !== 'field') return false;
  const isSame = 'value' in chip.value && chip.value.value === value;
  return chip.field === target.field && isSame;
}
