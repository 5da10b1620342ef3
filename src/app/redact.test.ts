import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
  ['the key lsv2_pt_0123456789abcdef_ff is bad', [], 'the key [removed] is bad'],
  ['header X-API-Key: abcdefgh12345', [], 'header X-API-Key: [removed]'],
  ['{"api_key":"abcdefgh12345","limit":5}', [], '{"api_key":"[removed]","limit":5}'],
  ['Authorization: Bearer abc.def-ghi_jkl', [], 'Authorization: [removed]'],
  ['?token=abcdefghij&x=1', [], '?token=[removed]&x=1'],
  ['a key of our own: hunter22', ['hunter22'], 'a key of our own: [removed]'],
  ['short secrets would blank the text', ['a'], 'short secrets would blank the text'],
  ['total_tokens: 123456789', [], 'total_tokens: 123456789'],
])('%s', (text, secrets, expected) => {
  expect(redact(text, secrets)).toBe(expected);
});
