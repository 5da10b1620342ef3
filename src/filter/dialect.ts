/** Who is going to read the filter. A local engine takes all that check() finds no error in. */
export type Dialect =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'server';
      /** Of the run endpoints in use; they have different parsers and indexes. */
      readonly generation?: 'v1' | 'v2';
      /** As `/info` says it, for example "0.16.3". */
      readonly version?: string;
    };

export const LOCAL: Dialect = { kind: 'local' };

/** False when the version is unknown or unreadable: nothing is claimed then. */
export function isOlderThan(version: string | undefined, major: number, minor: number): boolean {
  const match = /^v?(\d+)\.(\d+)/.exec(version ?? '');
  if (!match) return false;
  const [, hasMajor, hasMinor] = match.map(Number);
  return hasMajor! < major || (hasMajor === major && hasMinor! < minor);
}
