import { expect, test } from 'vitest';
import { readDuration } from './duration.ts';

test.each([
  ['5s', { kind: 'seconds', seconds: 5 }],
  ['1.5s', { kind: 'seconds', seconds: 1.5 }],
  ['500ms', { kind: 'foreign', seconds: 0.5, unit: 'ms' }],
  ['2m', { kind: 'foreign', seconds: 120, unit: 'm' }],
  ['0.1h', { kind: 'foreign', seconds: 360, unit: 'h' }],
  ['30d', { kind: 'foreign', seconds: 2_592_000, unit: 'd' }],
  ['5 s', { kind: 'foreign', seconds: 5, unit: 's' }],
  ['5S', { kind: 'foreign', seconds: 5, unit: 'S' }],
  ['5', { kind: 'unreadable' }],
  ['s', { kind: 'unreadable' }],
  ['5 parsecs', { kind: 'unreadable' }],
  ['', { kind: 'unreadable' }],
])('%j', (text, expected) => expect(readDuration(text)).toEqual(expected));
