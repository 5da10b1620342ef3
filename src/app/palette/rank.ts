/** Which entries fit what was typed, best first. Small lists; a scan per keystroke is cheaper than an index. */
export interface Rankable {
  readonly label: string;
  /** Found too, but counts less than the label. */
  readonly more?: string;
}

const BEGINNING = 100;
const WHOLE = 90;
const WORD = 80;
const INSIDE = 50;
const LETTERS = 10;

/** Every typed word must fit; entries that fit equally well keep their order. */
export function rank<T extends Rankable>(typed: string, entries: readonly T[]): readonly T[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .map((entry) => ({ entry, score: scoreOf(words, entry) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function scoreOf(words: readonly string[], { label, more = '' }: Rankable): number {
  const inLabel = label.toLowerCase();
  const inMore = more.toLowerCase();
  let sum = 0;
  for (const word of words) {
    const score = Math.max(fit(word, inLabel), inMore.includes(word) ? INSIDE / 2 : 0);
    if (score === 0) return 0;
    sum += score;
  }
  // Of two that fit alike, the shorter one says less beside it.
  return sum - Math.min(9, label.length / 20);
}

function fit(word: string, text: string): number {
  if (text.startsWith(word)) return BEGINNING;
  const at = text.indexOf(word);
  if (at > 0 && isWhole(word, text)) return WHOLE;
  if (at > 0) return isWordStart(text, at) || text.includes(` ${word}`) ? WORD : INSIDE;
  return word.length >= 2 && hasLetters(word, text) ? LETTERS : 0;
}

const isWordStart = (text: string, at: number) => !/[\p{L}\p{N}]/u.test(text[at - 1]!);

const WORDS = /[\p{L}\p{N}]+/gu;

/** "4" in "turn 4: hello", not in "turn 40". */
const isWhole = (word: string, text: string) => text.match(WORDS)?.includes(word) ?? false;

/** "log" in "load again": beginnings of neighbouring words. Scattered letters would fit any long text. */
function hasLetters(word: string, text: string): boolean {
  // What can be left of the typed word after this word and those before it.
  let rests: readonly string[] = [word];
  for (const [next] of text.matchAll(WORDS)) {
    const fewer = rests.flatMap((rest) => restsAfter(rest, next));
    if (fewer.includes('')) return true;
    rests = [word, ...fewer];
  }
  return false;
}

function restsAfter(rest: string, next: string): readonly string[] {
  const rests: string[] = [];
  for (let taken = 1; taken <= rest.length && rest[taken - 1] === next[taken - 1]; taken++)
    rests.push(rest.slice(taken));
  return rests;
}
