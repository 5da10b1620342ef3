import { looksLikeKey } from '../../contract/paths.ts';
import { windowOf } from '../../url/share-choices.ts';
import type { Screen } from '../../url/screens.ts';

/** What somebody else will see who opens the link, without flattery. */
export function colleagueWords(screen: Screen, pageUrl: string): readonly string[] {
  return [...siteWords(new URL(pageUrl)), ...dataWords(screen), ...windowWords(screen)];
}

function siteWords({ hostname, host }: URL): readonly string[] {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
    ? [
        `The address ${host} is this machine. On another one the link opens only where Runlens runs at the same address; the part from # on works on any copy of Runlens.`,
      ]
    : [];
}

function dataWords(screen: Screen): readonly string[] {
  if (!('deployment' in screen)) return [];
  const { deployment } = screen;
  if (deployment.kind === 'sample')
    return [
      'The sample workspace is in every copy of Runlens: no key is needed. Its dates move with the day on which it is opened, by whole days.',
    ];
  if (deployment.kind === 'files')
    return [
      'These runs come from files opened in this browser, and the link does not carry them. A colleague sees “No files are open” until they open the same files.',
    ];
  return [
    `A colleague needs a connection of their own to ${deployment.url}, with a key that may read it. The link holds no key. They see what the server still keeps when they open it.`,
  ];
}

function windowWords(screen: Screen): readonly string[] {
  const kind = windowOf(screen)?.kind;
  if (kind === 'relative')
    return ['The time window counts back from the moment of opening: later, newer runs are shown.'];
  const isSample = 'deployment' in screen && screen.deployment.kind === 'sample';
  if (kind === 'absolute' && isSample)
    return ['On another day the sample’s runs have moved, and a pinned window shows other ones of them.'];
  return [];
}

/** A text that somebody typed, not ours: Runlens itself puts no key into any link. */
export function holdsKey(link: string): boolean {
  try {
    return looksLikeKey(decodeURIComponent(link));
  } catch {
    return looksLikeKey(link);
  }
}
