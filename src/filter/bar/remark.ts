/** What a translation could not say, or says with a difference: never dropped in silence. */
import type { Range } from '../ast.ts';

export interface Remark extends Range {
  /** As written in the text that was translated. */
  readonly text: string;
  /** A sentence for the person. */
  readonly reason: string;
}

export interface Remarks {
  /** Left out: the result finds at least what the original finds, and maybe more. */
  readonly untranslated: readonly Remark[];
  /** Said, but not with quite the same meaning. */
  readonly notes: readonly Remark[];
}

/** Collects remarks about ranges of one text. */
export class RemarkBook {
  readonly untranslated: Remark[] = [];
  readonly notes: Remark[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Undefined, so that a translator can return it as its result. */
  leaveOut(range: Range, reason: string): undefined {
    this.untranslated.push(this.#remark(range, reason));
    return undefined;
  }

  note(range: Range, reason: string): void {
    const remark = this.#remark(range, reason);
    const isSaid = this.notes.some((each) => each.from === remark.from && each.reason === reason);
    if (!isSaid) this.notes.push(remark);
  }

  get remarks(): Remarks {
    const inOrder = (remarks: readonly Remark[]) =>
      remarks.toSorted((a, b) => a.from - b.from || a.to - b.to);
    return { untranslated: inOrder(this.untranslated), notes: inOrder(this.notes) };
  }

  /** With the minus, without which the clause says the opposite. */
  #remark({ from, to }: Range, reason: string): Remark {
    const denial = /(?:^|[\s(])(-|NOT\s+)$/i.exec(this.#text.slice(Math.max(0, from - 20), from))?.[1];
    const start = from - (denial?.length ?? 0);
    return { from: start, to, text: this.#text.slice(start, to), reason };
  }
}

/** The differences that both directions know. */
export const DIFFERENCES = {
  letterCase:
    'Patterns are compared without letter case here; whether LangSmith’s bar minds it is not documented.',
  fullText: 'LangSmith’s bar looks words up in its index; like looks for the text itself, also inside words.',
  phrase: 'A phrase in the bar keeps the order of its words; search finds them in any order.',
  listValues:
    'When this key holds a list, one fitting value is enough for one language and not for the other.',
  severalFeedbacks:
    'When a run has several feedbacks of this key, one fitting feedback is enough for one language and not for the other.',
  patternOnPath: 'LangSmith documents no wildcards for JSON keys in its bar.',
  severalItems: 'The filter asks one item for all of this; the bar may find it in several items of a list.',
} as const;
