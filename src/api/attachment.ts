/**
 * The bytes of an attachment. An address on the server's own origin goes through the connection; a
 * presigned one elsewhere is asked without a key, which belongs to one origin only.
 */
import type { Fetch } from '../contract/fetch.ts';
import { HttpError } from '../contract/http-error.ts';
import { resolveAgainst, rootOf } from '../contract/paths.ts';
import { readProblem } from '../contract/problem.ts';
import { UnsupportedError } from '../contract/unsupported-error.ts';

export interface AttachmentDoors {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly outsideFetch: Fetch | undefined;
}

export async function readAttachment(
  doors: AttachmentDoors,
  address: string,
  signal?: AbortSignal,
): Promise<Blob> {
  const url = resolveAgainst(doors.baseUrl, address);
  const isOwn = url.origin === new URL(rootOf(doors.baseUrl)).origin;
  const fetch = isOwn ? doors.fetch : doors.outsideFetch;
  if (!fetch)
    throw new UnsupportedError(
      `The file lies at ${url.host}, outside of this connection.`,
      'Open its link in a new tab instead.',
    );
  const response = await fetch(new Request(url, { signal: signal ?? null }));
  if (response.ok) return response.blob();
  const problem = readProblem(await response.text(), response.status);
  throw new HttpError({ status: response.status, problem, path: url.pathname });
}
