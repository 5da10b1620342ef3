/**
 * How a value is cut into rows. A container shows its first hundred members; the rest folds into
 * ranges of a hundred (ten thousand, a million…), so that no press ever makes more than some two
 * hundred rows, whatever the size of the value.
 */
const CHUNK = 100;

export type Member =
  | { readonly kind: 'entry'; readonly path: string; readonly name: string; readonly value: unknown }
  | { readonly kind: 'range'; readonly path: string; readonly from: number; readonly to: number };

/** Half-open interval of member positions. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function sizeOf(value: object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

export function membersOf(value: object, path: string, range?: Range): readonly Member[] {
  const keys = Array.isArray(value) ? undefined : Object.keys(value);
  const { from, to } = range ?? { from: 0, to: keys?.length ?? sizeOf(value) };
  const shownTo = !range || to - from <= CHUNK ? Math.min(to, from + CHUNK) : from;
  const members: Member[] = [];
  for (let i = from; i < shownTo; i++) {
    const name = keys ? keys[i]! : String(i);
    // Ranges are not part of the path, so that an entry keeps its name in the set of open ones.
    members.push({ kind: 'entry', path: `${path}/${name}`, name, value: Reflect.get(value, name) });
  }
  return [...members, ...rangesOf(path, shownTo, to)];
}

function rangesOf(path: string, from: number, to: number): readonly Member[] {
  let size = CHUNK;
  while ((to - from) / size > CHUNK) size *= CHUNK;
  const ranges: Member[] = [];
  for (let start = from; start < to; start += size) {
    const end = Math.min(to, start + size);
    ranges.push({ kind: 'range', path: `${path}[${start}-${end}]`, from: start, to: end });
  }
  return ranges;
}

export interface OpenPaths {
  readonly open: ReadonlySet<string>;
  /** Some containers stayed closed because the budget of rows was used up. */
  readonly isCut: boolean;
}

/** No member opens by itself when it would take more than this part of the rows. */
const LARGEST_SHARE = 6;

/** Opens level by level while the rows fit, so that one wide member does not hide its siblings. */
export function openPaths(value: unknown, depth: number, mostRows: number): OpenPaths {
  const open = new Set<string>();
  let level: readonly { readonly path: string; readonly value: unknown }[] = [{ path: '', value }];
  let rows = 1;
  let isCut = false;
  for (let d = 0; d < depth && level.length > 0; d++) {
    const next: { path: string; value: unknown }[] = [];
    for (const { path, value: container } of level) {
      if (!isContainer(container) || sizeOf(container) === 0) continue;
      const members = membersOf(container, path);
      if (open.size > 0 && (members.length > mostRows / LARGEST_SHARE || rows + members.length > mostRows)) {
        isCut = true;
        continue;
      }
      open.add(path);
      rows += members.length;
      for (const member of members) if (member.kind === 'entry') next.push(member);
    }
    level = next;
  }
  return { open, isCut };
}

/** What a closed container says about itself. */
export function summaryOf(value: object): string {
  const size = sizeOf(value);
  if (Array.isArray(value)) return size === 0 ? '[]' : `[${size}]`;
  if (size === 0) return '{}';
  const shown: string[] = [];
  let length = 0;
  for (const key of Object.keys(value)) {
    if (shown.length === 4 || length + key.length > 48) break;
    shown.push(key);
    length += key.length;
  }
  if (shown.length === 0) return `{${size}}`;
  return shown.length < size ? `{${shown.join(', ')}, … ${size}}` : `{${shown.join(', ')}}`;
}

/** Of an open container, whose members stand below: only how many. Without a number it would read as empty. */
export const openSummaryOf = (value: object): string =>
  Array.isArray(value) ? `[${sizeOf(value)}]` : `{${sizeOf(value)}}`;
