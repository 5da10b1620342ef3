/**
 * Part of a sentence about one run or several: "that are of type llm", "whose name is "a"". Phrases of
 * the same beginning share it.
 */
export type Grammar = 'one' | 'many';

export interface Phrase {
  /** Undefined: the phrase stands for itself, in brackets. */
  readonly opening: 'that' | 'whose' | undefined;
  readonly rest: string;
  /** Made of several joined by this word; such a phrase is set apart inside the other one. */
  readonly joined?: 'and' | 'or';
}

export function that(rest: string): Phrase {
  return { opening: 'that', rest };
}

export function whose(rest: string): Phrase {
  return { opening: 'whose', rest };
}

export function spoken({ opening, rest }: Phrase): string {
  return opening ? `${opening} ${rest}` : rest;
}

/** "that either failed or took longer than 5 seconds"; inside another such phrase it is put apart. */
export function join(phrases: readonly Phrase[], word: 'and' | 'or'): Phrase {
  const [first, ...others] = phrases.flatMap((phrase) => apart(phrase, word));
  if (!first) return that('match nothing');
  if (others.length === 0) return first;
  let previous = first.opening;
  const parts = others.map((phrase) => {
    const isShared = phrase.opening === 'that' && previous === 'that';
    previous = phrase.opening;
    return isShared ? phrase.rest : spoken(phrase);
  });
  return { opening: first.opening, rest: [first.rest, ...parts].join(` ${word} `), joined: word };
}

/** Brackets say in print what the voice says when a sentence is read out. */
function apart(phrase: Phrase, word: 'and' | 'or'): Phrase {
  if (!phrase.joined || phrase.joined === word) return phrase;
  return phrase.opening === 'that'
    ? that(`(${phrase.rest})`)
    : { opening: undefined, rest: `(${spoken(phrase)})` };
}
