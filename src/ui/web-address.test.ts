import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test.each([
  ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
  ['HTTP://a.example', 'http://a.example/'],
  ['javascript:alert(1)', undefined],
  ['java\tscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['file:///etc/passwd', undefined],
  ['//a.example', undefined],
  ['/relative', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j leads to %j', (href, expected) => {
  expect(webAddress(href)).toBe(expected);
});
