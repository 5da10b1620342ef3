import { newId } from '../wire/new-id.ts';

export interface Download {
  readonly runId: string;
  readonly name: string;
}

/**
 * Presigned addresses of attachments: the token is the permission, as on the server, because the SDKs
 * download without headers. Made when first printed, so the book holds only what somebody has seen.
 */
export class DownloadBook {
  readonly #byToken = new Map<string, Download>();
  readonly #tokens = new Map<string, string>();

  /** Relative to the API base (CONTRACT §5). */
  path(runId: string, name: string): string {
    const key = `${runId}/${name}`;
    let token = this.#tokens.get(key);
    if (token === undefined) {
      token = newId();
      this.#tokens.set(key, token);
      this.#byToken.set(token, { runId, name });
    }
    return `/public/download?token=${token}`;
  }

  find(token: string): Download | undefined {
    return this.#byToken.get(token);
  }
}
