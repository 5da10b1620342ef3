import { expect, test } from 'vitest';
import type { RawLink } from './raw-link.ts';
import { LINK_VERSION, upgradeLink, UPGRADERS } from './upgrade.ts';

const link = (version: number): RawLink => ({ version, path: ['runs'], params: [['q', 'a']] });

test('a link walks one version at a time', () => {
  const upgraders = {
    1: (old: RawLink) => ({ ...old, params: old.params.map(([, value]) => ['query', value] as const) }),
    2: (old: RawLink) => ({ ...old, path: ['list', ...old.path] }),
  };
  expect(upgradeLink(link(1), 3, upgraders)).toEqual({
    version: 3,
    path: ['list', 'runs'],
    params: [['query', 'a']],
  });
  expect(upgradeLink(link(2), 3, upgraders)).toMatchObject({ params: [['q', 'a']] });
  expect(upgradeLink(link(3), 3, upgraders)).toEqual(link(3));
});

test('a newer link stops', () => {
  expect(upgradeLink(link(4), 3, {})).toBeUndefined();
});

test('every version before this one has its upgrader', () => {
  const versions = Array.from({ length: LINK_VERSION - 1 }, (_, index) => index + 1);
  expect(Object.keys(UPGRADERS).map(Number)).toEqual(versions);
});
