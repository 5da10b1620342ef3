import { newId } from '../wire/new-id.ts';

/** Public links: a token names one run, and opens that run and everything below it. */
export class ShareBook {
  readonly #runByToken = new Map<string, string>();
  readonly #tokenByRun = new Map<string, string>();

  tokenOf(runId: string): string | undefined {
    return this.#tokenByRun.get(runId);
  }

  runOf(token: string): string | undefined {
    return this.#runByToken.get(token);
  }

  /** A run keeps its first token until it is unshared, whatever token a later call wishes for. */
  share(runId: string, wish?: string): string {
    const known = this.#tokenByRun.get(runId);
    if (known !== undefined) return known;
    const token = wish !== undefined && !this.#runByToken.has(wish) ? wish : newId();
    this.#runByToken.set(token, runId);
    this.#tokenByRun.set(runId, token);
    return token;
  }

  unshare(runId: string): void {
    const token = this.#tokenByRun.get(runId);
    if (token === undefined) return;
    this.#tokenByRun.delete(runId);
    this.#runByToken.delete(token);
  }
}
