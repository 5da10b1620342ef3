/** Words as small numbers: columns hold the number, comparisons compare numbers. Codes never change. */
export class Dictionary {
  private readonly codes = new Map<string, number>();
  private readonly words: string[] = [];

  get size(): number {
    return this.words.length;
  }

  /** The code of a word, made up now if it is new. */
  code(word: string): number {
    const known = this.codes.get(word);
    if (known !== undefined) return known;
    this.codes.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /** -1 for a word that no row ever had. */
  find(word: string): number {
    return this.codes.get(word) ?? -1;
  }

  word(code: number): string {
    return this.words[code] ?? '';
  }
}
