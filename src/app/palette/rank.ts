/** Which entries fit what was typed, best first. Small lists; a scan per keystroke is cheaper than an index. */
export interface Rankable {
  readonly label: string;
  /** Found too, but counts less than the label. */
  readonly more?: string;
}

const BEGINNING = 100;
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
  if (at > 0) return isWordStart(text, at) || text.includes(` ${word}`) ? WORD : INSIDE;
  return word.length >= 2 && hasLetters(word, text) ? LETTERS : 0;
}

const isWordStart = (text: string, at: number) => !/[\p{L}\p{N}]/u.test(text[at - 1]!);

/** "lgr" in "load again": the letters in their order, the first at the beginning of a word. */
function hasLetters(word: string, text: string): boolean {
  for (let start = text.indexOf(word[0]!); start >= 0; start = text.indexOf(word[0]!, start + 1)) {
    if (start > 0 && !isWordStart(text, start)) continue;
    let at = start;
    const fits = word
      .slice(1)
      .split('')
      .every((letter) => {
        at = text.indexOf(letter, at + 1);
        return at >= 0;
      });
    if (fits) return true;
  }
  return false;
}
