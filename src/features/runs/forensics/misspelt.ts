/** "no run has status "eror"; did you mean "error"?" */
import type { Chip } from '../../../filter/edit/chip.ts';
import { facetClause } from '../../../filter/edit/facet.ts';
import type { ItemValue } from '../../../filter/flatten.ts';
import { nearest } from '../../../filter/nearest.ts';
import { subjectOf } from '../builder/chip-words.ts';
import type { World } from './world.ts';

export interface Suggestion {
  readonly sentence: string;
  /** In the place of the clause; undefined when nothing is near. */
  readonly clause: string | undefined;
  /** What the clause asks for then, for a button. */
  readonly instead: string | undefined;
}

/** Undefined when every value of the clause exists, or when nobody knows. */
export function misspelt(chip: Chip, world: World): Suggestion | undefined {
  return misspeltKey(chip, world) ?? misspeltValue(chip, world);
}

function misspeltValue({ facet }: Chip, world: World): Suggestion | undefined {
  const known = facet && world.values(facet.target);
  if (!facet || !known) return undefined;
  const wrong = facet.values.filter((value) => !known.some((each) => isSame(each, value)));
  if (wrong.length === 0) return undefined;
  const { target } = facet;
  const subject = target.kind === 'field' ? subjectOf(target.field) : `${target.group} ${target.key}`;
  const near = new Map(wrong.flatMap((value) => nearPair(value, known)));
  const meant = either([...new Set(near.values())]);
  const denial = `No run here has ${subject} ${either(wrong)}`;
  if (near.size === 0) return { sentence: `${denial}.`, clause: undefined, instead: undefined };
  const values = [...new Set(facet.values.map((value) => near.get(value) ?? value))];
  return {
    sentence: `${denial}; did you mean ${meant}?`,
    clause: facetClause({ target, values }),
    instead: `${subject} ${meant}`,
  };
}

function misspeltKey(chip: Chip, world: World): Suggestion | undefined {
  if (chip.kind !== 'pair' || chip.key?.op !== 'eq' || chip.key.value.kind !== 'string') return undefined;
  const { group } = chip;
  const written = chip.key.value.value;
  const known = world.keys(group);
  if (!known || known.includes(written)) return undefined;
  const near = nearestText(written, known);
  const denial = `No run here has the ${group} key ${quoted(written)}`;
  const at = near === undefined ? -1 : chip.text.indexOf(quoted(written));
  if (near === undefined || at < 0) return { sentence: `${denial}.`, clause: undefined, instead: undefined };
  return {
    sentence: `${denial}; did you mean ${quoted(near)}?`,
    clause: chip.text.slice(0, at) + quoted(near) + chip.text.slice(at + quoted(written).length),
    instead: `${group} key ${quoted(near)}`,
  };
}

/** Servers give metadata values as texts, whatever they are in the runs. */
const isSame = (known: ItemValue, written: ItemValue) => String(known) === String(written);

function nearPair(
  written: ItemValue,
  known: readonly ItemValue[],
): readonly (readonly [ItemValue, ItemValue])[] {
  const near = typeof written === 'string' ? nearestText(written, known.map(String)) : undefined;
  return near === undefined ? [] : [[written, near]];
}

/** Without letter case: "Error" is nearer to "error" than anything else. */
function nearestText(written: string, known: readonly string[]): string | undefined {
  const byLower = new Map(known.map((each) => [each.toLowerCase(), each]));
  const near = nearest(written, [...byLower.keys()]);
  return near === undefined ? undefined : byLower.get(near);
}

const either = (values: readonly ItemValue[]) => values.map(quoted).join(' or ');
const quoted = (value: ItemValue) => JSON.stringify(value);
