/** Small answers about the server itself: /info, /workspaces, /runs/query/validate. */
import * as z from 'zod/mini';

export const infoBody = z.looseObject({ version: z.nullish(z.string()) });

export const workspaceList = z.array(
  z.looseObject({
    id: z.string(),
    display_name: z.nullish(z.string()),
    is_deleted: z.nullish(z.boolean()),
  }),
);

export interface Workspace {
  readonly id: string;
  readonly name: string;
}

export const verdictBody = z.looseObject({
  valid: z.boolean(),
  errors: z.nullish(z.array(z.looseObject({ field: z.nullish(z.string()), message: z.nullish(z.string()) }))),
});

/** Numbers of a version such as `0.16.0`, `v0.17.12rc1`; undefined when it is none. */
function versionNumbers(version: string | undefined): readonly [number, number, number] | undefined {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(version ?? '');
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

export function isAtLeast(version: string | undefined, major: number, minor: number): boolean {
  const numbers = versionNumbers(version);
  return numbers !== undefined && (numbers[0] > major || (numbers[0] === major && numbers[1] >= minor));
}
