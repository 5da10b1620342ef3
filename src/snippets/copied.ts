export interface Copied {
  readonly language: 'python' | 'typescript' | 'bash' | 'sql';
  /** Ready to paste; holds no secret, only the name of an environment variable. */
  readonly text: string;
  /** What the text asks otherwise than the screen does, as sentences; also written into it as comments. */
  readonly notices: readonly string[];
}

/** Takes notices once each. */
export class NoticeList {
  readonly #notices = new Set<string>();

  add(notice: string): void {
    this.#notices.add(notice);
  }

  get all(): readonly string[] {
    return [...this.#notices];
  }

  asComments(prefix: string): readonly string[] {
    return this.all.map((notice) => `${prefix} ${notice.replace(/\s+/g, ' ')}`);
  }
}
