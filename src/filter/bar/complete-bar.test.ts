import { describe, expect, test } from 'vitest';
import { barPlaceAt } from './bar-place.ts';
import { barToFilter } from './bar-to-filter.ts';
import { completeBar } from './complete-bar.ts';
import { parseBar } from './parse-bar.ts';

/** The offset is where the bar character stands. */
function at(marked: string): [text: string, offset: number] {
  const offset = marked.indexOf('|');
  return [marked.replace('|', ''), offset];
}

test.each([
  ['|', 'field', undefined],
  ['sta|', 'field', undefined],
  ['status:error |', 'field', undefined],
  ['-|', 'field', undefined],
  ['(|', 'field', undefined],
  ['NOT |', 'field', undefined],
  ['metadata.en|', 'key', { kind: 'metadata-keys', prefix: 'en' }],
  ['metadata.en|:x', 'key', { kind: 'metadata-keys', prefix: 'en' }],
  ['feedback.|', 'key', { kind: 'feedback-keys', prefix: '' }],
  ['name:|', 'value', { kind: 'names', prefix: '' }],
  ['name:Chat|', 'value', { kind: 'names', prefix: 'Chat' }],
  ['latency:>|', 'value', undefined],
  ['metadata.a.b:x|', 'value', { kind: 'metadata-values', key: 'a.b', prefix: 'x' }],
  ['metadata.ls_model_name:|', 'value', { kind: 'models', prefix: '' }],
  ['feedback.user_score.|', 'feedback part', undefined],
  ['feedback.user_score.value:|', 'value', { kind: 'feedback-values', key: 'user_score', prefix: '' }],
  ['nobody:x|', 'none', undefined],
  ['status:error)|', 'none', undefined],
] as const)('%s wants a %s', (marked, kind, ask) => {
  const place = barPlaceAt(...at(marked));
  expect(place.kind).toBe(kind);
  expect('ask' in place ? place.ask : undefined).toEqual(ask);
});

describe('what is offered', () => {
  const live = { values: [{ value: 'a b', count: 2 }, { value: '3' }], origin: 'here', complete: true };
  const accepted = (marked: string, label: string) => {
    const [text, offset] = at(marked);
    const { from, to, items } = completeBar(text, offset, { live });
    const item = items.find((each) => each.label === label);
    return item && text.slice(0, from) + item.insertText + text.slice(to);
  };

  test.each([
    ['sta|', 'status:', 'status:'],
    ['sta|:error', 'status:', 'status:error'],
    ['latency:>1 |', 'total_tokens:>', 'latency:>1 total_tokens:>'],
    ['name:|', 'a b', 'name:"a b"'],
    ['name:x|', '3', 'name:"3"'],
    ['status:e|', 'error', 'status:error'],
    ['feedback.|', '3', 'feedback.3.'],
    ['feedback.k.|', 'score:>', 'feedback.k.score:>'],
    ['metadata.|', 'a b', 'metadata."a b":'],
    ['metadata.x|:1', 'a b', 'metadata."a b":1'],
  ])('%s with %s is %s', (marked, label, text) => {
    expect(accepted(marked, label)).toBe(text);
  });

  test('values say where they come from', () => {
    expect(completeBar('name:', 5, { live }).items.map(({ detail }) => detail)).toEqual(['2 × here', 'here']);
  });

  test('every field, given a value, can be parsed and said in the API language', () => {
    for (const { label } of completeBar('', 0).items) {
      const key = label.startsWith('feedback') ? 'k.score:1' : 'k:1';
      const text = label.endsWith('.') ? label + key : `${label}1`;
      expect(parseBar(text).problems, text).toEqual([]);
      expect(barToFilter(text).filter, text).not.toBe('');
    }
  });
});
