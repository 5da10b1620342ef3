/**
 * The pattern of like() and notlike(): `%` stands for any run of characters, everything else for
 * itself, `_` too. Letter case does not matter. LangSmith publishes none of this (UNKNOWNS U4); a
 * pattern cannot contain a literal `%`.
 */
export interface LikePattern {
  /** Folded texts between the `%` signs, at least one: `a%b` is ['a', 'b'], `%a%` is ['', 'a', '']. */
  readonly parts: readonly string[];
}

/**
 * A pattern without `%` means the whole text on names and on values of keys, as in SQL, but "contains"
 * on `inputs` and `outputs`, because LangSmith's own screens write it bare there.
 */
export function likePattern(text: string, bare: 'equals' | 'contains'): LikePattern {
  const parts = fold(text).split('%');
  return { parts: parts.length === 1 && bare === 'contains' ? ['', parts[0]!, ''] : parts };
}

export function matchesLike(pattern: LikePattern, text: string): boolean {
  return matchesFolded(pattern, fold(text));
}

function matchesFolded({ parts }: LikePattern, text: string): boolean {
  const first = parts[0]!;
  if (parts.length === 1) return text === first;
  const last = parts[parts.length - 1]!;
  const end = text.length - last.length;
  if (!text.startsWith(first) || end < first.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/** The one way letter case is ignored in filters. */
export function fold(text: string): string {
  return text.toLowerCase();
}
