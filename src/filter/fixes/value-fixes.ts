/** Values of the wrong type or spelling. */
import type { Comparison, Scalar } from '../ast.ts';
import type { Field } from '../field.ts';
import { withoutPositions } from '../indexing.ts';
import { nearest } from '../nearest.ts';
import { printLiteral } from '../print.ts';
import { resolveField } from '../resolve-field.ts';
import { parseTime } from '../time.ts';
import { findComparison } from '../find-node.ts';
import { type FixMaker, type FixPlace, type FixSketch, replace } from './fix.ts';

const retype: FixMaker = (place) => {
  const found = scalarAt(place);
  if (!found) return [];
  const { field, scalar, comparison } = found;
  if (scalar.kind === 'null') return withoutNull(comparison, scalar);
  return retyped(field, scalar, comparison).map((text) => replace(scalar, text));
};

function retyped(
  field: Field,
  scalar: Exclude<Scalar, { kind: 'null' }>,
  { op }: Comparison,
): readonly string[] {
  if (op === 'like' || op === 'notlike') return [JSON.stringify(`%${scalar.value}%`)];
  if (field.type === 'time' && scalar.kind === 'number') return moment(scalar.value);
  if (scalar.kind !== 'string') return [JSON.stringify(String(scalar.value))];
  const text = scalar.value.trim();
  if (field.type === 'boolean') return /^(?:true|false)$/i.test(text) ? [text.toLowerCase()] : [];
  return text !== '' && Number.isFinite(Number(text)) ? [String(Number(text))] : [];
}

/** Seconds or milliseconds since 1970, told apart by their size. */
function moment(value: number): readonly string[] {
  const time = new Date(Math.abs(value) < 1e11 ? value * 1000 : value);
  return Number.isNaN(time.getTime()) ? [] : [JSON.stringify(time.toISOString())];
}

/** A list holds no null; where a value may be missing, that is asked beside it. */
function withoutNull(comparison: Comparison, nothing: Scalar): readonly FixSketch[] {
  const { field, value } = comparison;
  if (value.kind !== 'list') return [];
  const rest = value.items.filter((item) => item.from !== nothing.from && item.kind !== 'null');
  const list = `in(${field.name}, [${rest.map(printLiteral).join(', ')}])`;
  if (rest.length === 0) return [];
  if (!resolveField(field.name)?.nullable) return [replace(comparison, list)];
  return [replace(comparison, `or(eq(${field.name}, null), ${list})`)];
}

const respell: FixMaker = (place) => {
  const found = scalarAt(place);
  if (found?.scalar.kind !== 'string') return [];
  const values = found.field.values ?? [];
  const { value } = found.scalar;
  const best = values.find((each) => each === value.toLowerCase()) ?? nearest(value, values);
  return best === undefined ? [] : [replace(found.scalar, JSON.stringify(best))];
};

/** `2024/01/31`, `31.1.2024`: only orders that cannot be mistaken. */
const isoTime: FixMaker = (place) => {
  const scalar = scalarAt(place)?.scalar;
  if (scalar?.kind !== 'string') return [];
  const match =
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})([T ].*)?$/.exec(scalar.value) ??
    reordered(/^(\d{1,2})\.(\d{1,2})\.(\d{4})([T ].*)?$/.exec(scalar.value));
  if (!match) return [];
  const [, year, month, day, rest] = match;
  const text = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}${rest ?? ''}`;
  return parseTime(text) === undefined ? [] : [replace(scalar, JSON.stringify(text))];
};

function reordered(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && [match[0], match[3], match[2], match[1], match[4]];
}

const asKey: FixMaker = ({ tree, problem }) => {
  const comparison = findComparison(tree, problem);
  if (comparison?.value.kind !== 'string' || /^\s*[{[]/.test(comparison.value.value)) return [];
  return [replace(comparison, `eq(metadata_key, ${printLiteral(comparison.value)})`)];
};

const addPercent: FixMaker = (place) => {
  const scalar = scalarAt(place)?.scalar;
  if (scalar?.kind !== 'string') return [];
  return [replace(scalar, JSON.stringify(`%${scalar.value}%`))];
};

const dropPositions: FixMaker = (place) => {
  const found = scalarAt(place);
  const group = found?.field.pair?.group;
  if (!group || found.scalar.kind !== 'string') return [];
  const path = withoutPositions(found.scalar.value, group);
  return path === undefined ? [] : [replace(found.scalar, JSON.stringify(path))];
};

const asNumber: FixMaker = ({ problem, source }) => [
  replace(problem, source.toLowerCase() === 'true' ? '1' : '0'),
];

const plainKeyword: FixMaker = ({ problem, source }) => [
  replace(problem, source === 'None' ? 'null' : source.toLowerCase()),
];

/** The value, or the item of a list, that the problem covers. */
function scalarAt({ tree, problem }: FixPlace) {
  const comparison = findComparison(tree, problem);
  const field = comparison && resolveField(comparison.field.name);
  if (!comparison || !field) return undefined;
  const items = comparison.value.kind === 'list' ? comparison.value.items : [comparison.value];
  const scalar = items.find((item) => item.from === problem.from);
  return scalar && { comparison, field, scalar };
}

export const VALUE_FIXES: Readonly<Record<string, FixMaker>> = {
  'wrong-type': retype,
  'unknown-value': respell,
  'bad-time': isoTime,
  'bad-metadata': asKey,
  'pattern-without-percent': addPercent,
  'boolean-score': asNumber,
  'array-position': dropPositions,
  'literal-case': plainKeyword,
};
