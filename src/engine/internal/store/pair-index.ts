import type { Item, ItemValue } from '../../../filter/flatten.ts';
import { Dictionary } from './dictionary.ts';
import { Postings } from './postings.ts';

/** Undefined for a JSON null; typed, so that true and "true" differ. */
type PairValue = ItemValue | undefined;

/** (path, value) pairs of rows, each distinct pair numbered once. */
export class PairIndex {
  readonly paths = new Dictionary();
  readonly postings = new Postings();
  private readonly numbers: Map<PairValue, number>[] = [];
  private readonly pathOfPair: number[] = [];
  private readonly valueOfPair: PairValue[] = [];

  get size(): number {
    return this.pathOfPair.length;
  }

  widen(rows: number): void {
    this.postings.widen(rows);
  }

  set(row: number, pairs: readonly Item[]): void {
    const unique = new Set(pairs.map(({ path, value }) => this.number(this.paths.code(path), value)));
    this.postings.set(row, [...unique]);
  }

  /** -1 when no row ever had the pair. */
  find(path: string, value: PairValue): number {
    return this.numbers[this.paths.find(path)]?.get(value) ?? -1;
  }

  /** Every pair ever seen under a path. */
  pairsOf(path: string): readonly number[] {
    return [...(this.numbers[this.paths.find(path)]?.values() ?? [])];
  }

  pathCode(pair: number): number {
    return this.pathOfPair[pair]!;
  }

  path(pair: number): string {
    return this.paths.word(this.pathOfPair[pair]!);
  }

  value(pair: number): PairValue {
    return this.valueOfPair[pair]!;
  }

  private number(path: number, value: PairValue): number {
    const ofPath = (this.numbers[path] ??= new Map());
    const known = ofPath.get(value);
    if (known !== undefined) return known;
    const fresh = this.pathOfPair.length;
    ofPath.set(value, fresh);
    this.pathOfPair.push(path);
    this.valueOfPair.push(value);
    return fresh;
  }
}
