import type { ItemValue } from '../../../filter/flatten.ts';
import { passes } from '../../../filter/passes.ts';
import type { Test } from '../../../filter/predicate.ts';
import { memoized, never, type RowTest } from './row-test.ts';

interface Words {
  readonly size: number;
  word(code: number): string;
  find(word: string): number;
}

/** A test over a dictionary column: equality compares codes, anything else is asked once per word. */
export function compileWords(codes: Int32Array, words: Words, test: Test): RowTest {
  const [op, code] = equality(words, test);
  if (op === 'eq') return code < 0 ? never : (row) => codes[row] === code;
  if (op === 'neq') return (row) => codes[row] !== code || code < 0;
  const ofMissing = passes(test, undefined);
  const ofWord = memoized(words.size, (each) => passes(test, words.word(each)));
  return (row) => {
    const each = codes[row]!;
    return each < 0 ? ofMissing : ofWord(each);
  };
}

/** For columns whose text is found otherwise than by a code, such as ids. */
export function compileText(textOf: (row: number) => ItemValue | undefined, test: Test): RowTest {
  return (row) => passes(test, textOf(row));
}

function equality(words: Words, test: Test): readonly ['eq' | 'neq' | 'other', number] {
  if (test.op !== 'eq' && test.op !== 'neq') return ['other', -1];
  return [test.op, typeof test.value === 'string' ? words.find(test.value) : -1];
}
