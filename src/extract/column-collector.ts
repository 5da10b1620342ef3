/**
 * Finds the columns of rows that nobody declared: names in the order they are first seen, types wide enough
 * for every value. It reads all rows before the first is written, so no column is ever dropped.
 *
 * A program that writes ids as keys would make a table of a million columns: past `MOST_KEYS` under one
 * prefix, further keys go together into one JSON column named after the prefix, and the report says so.
 */
import type { JsonObject, JsonValue } from '../contract/run.ts';
import type { Column, ColumnType } from './column-type.ts';

export const MOST_KEYS = 500;

type Seen = { -readonly [Kind in 'text' | 'integer' | 'number' | 'boolean' | 'texts' | 'json']: boolean };

const NOTHING: Seen = {
  text: false,
  integer: false,
  number: false,
  boolean: false,
  texts: false,
  json: false,
};

function kindOf(value: Exclude<JsonValue, null>): keyof Seen {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'number';
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isTexts ? 'texts' : 'json';
}

function typeOf(seen: Seen): ColumnType {
  const kinds = (Object.keys(seen) as (keyof Seen)[]).filter((kind) => seen[kind]);
  if (kinds.length === 0) return 'text';
  if (kinds.length === 1) return kinds[0]!;
  return kinds.every((kind) => kind === 'integer' || kind === 'number') ? 'number' : 'json';
}

export interface ColumnCollector {
  add(row: JsonObject): void;
  /** Fits a row to the columns found. */
  arrange(row: JsonObject): JsonObject;
  columns(): readonly Column[];
  /** Prefixes whose keys beyond the first ones stand together. */
  readonly overflowing: ReadonlySet<string>;
}

export function collectColumns(known: readonly Column[], prefixes: readonly string[]): ColumnCollector {
  const types = new Map<string, Seen>();
  const fixed = new Map(known.map(({ name, type }) => [name, type]));
  const keys = new Map<string, number>();
  const overflowing = new Set<string>();
  const prefixOf = (name: string) => prefixes.find((prefix) => name.startsWith(`${prefix}.`));

  function isRoomFor(name: string): boolean {
    if (types.has(name) || fixed.has(name)) return true;
    const prefix = prefixOf(name);
    if (prefix === undefined) return true;
    const count = keys.get(prefix) ?? 0;
    if (count >= MOST_KEYS) {
      overflowing.add(prefix);
      return false;
    }
    keys.set(prefix, count + 1);
    return true;
  }

  return {
    overflowing,
    add(row) {
      for (const name in row) {
        if (fixed.has(name) || !isRoomFor(name)) continue;
        let seen = types.get(name);
        if (!seen) types.set(name, (seen = { ...NOTHING }));
        const value = row[name]!;
        if (value !== null) seen[kindOf(value)] = true;
      }
    },
    arrange(row) {
      if (overflowing.size === 0) return row;
      const arranged: JsonObject = {};
      const rest: Record<string, JsonObject> = {};
      for (const [name, value] of Object.entries(row)) {
        if (types.has(name) || fixed.has(name)) arranged[name] = value;
        else {
          const prefix = prefixOf(name)!;
          (rest[prefix] ??= {})[name.slice(prefix.length + 1)] = value;
        }
      }
      return { ...arranged, ...rest };
    },
    columns: () => [
      ...placed(known, types, prefixes),
      ...[...overflowing].map((name) => ({ name, type: 'json' as const })),
    ],
  };
}

/** Keys of one prefix stand together, in the order the prefixes are given. */
function placed(
  known: readonly Column[],
  types: ReadonlyMap<string, Seen>,
  prefixes: readonly string[],
): readonly Column[] {
  const rank = (name: string) => prefixes.findIndex((prefix) => name.startsWith(`${prefix}.`));
  const found = [...types].map(([name, seen]) => ({ name, type: typeOf(seen), rank: rank(name) }));
  const sorted = found.toSorted((a, b) => a.rank - b.rank);
  return [...known, ...sorted.map(({ name, type }) => ({ name, type }))];
}
