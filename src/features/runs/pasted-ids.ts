const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

export interface PastedIds {
  readonly ids: readonly string[];
  /** Words that are no run ids; reported, never sent. */
  readonly rejected: readonly string[];
}

/** Reads ids out of whatever was pasted: lines, commas, quotes, a JSON or Python list. Keeps the order, once each. */
export function pastedIds(text: string): PastedIds {
  const words = text.split(/[\s,;"'`[\]()]+/).filter((word) => word !== '');
  const isId = (word: string) => UUID.test(word);
  return {
    ids: [...new Set(words.filter(isId).map((word) => word.toLowerCase()))],
    rejected: words.filter((word) => !isId(word)),
  };
}
