/**
 * Watches a browser context and keeps what must never happen: a request that leaves this machine, an error
 * on the console, an exception that nobody caught, a violation of the content security policy.
 */
import type { BrowserContext, ConsoleMessage, Request } from 'playwright/test';

export class PageGuard {
  readonly offences: string[] = [];
  #expected: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on('request', (request) => this.#look(request));
    context.on('console', (message) => this.#hear(message));
    context.on('weberror', (problem) => this.#note(`uncaught: ${problem.error().message}`));
  }

  /** For tests of faults: Chromium itself writes every refused request to the console. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  /** What happened up to now, and forgets it. */
  take(): string[] {
    return this.offences.splice(0);
  }

  #look(request: Request): void {
    const url = new URL(request.url());
    const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    if (!isLocal && !['data:', 'blob:', 'about:'].includes(url.protocol)) {
      this.#note(`left this machine: ${request.method()} ${url.origin}`);
    }
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    if (!PROBE.test(`${message.text().trim()} @ ${url}`)) this.#note(`console: ${message.text()}`);
  }

  #note(offence: string): void {
    if (!this.#expected.some((pattern) => pattern.test(offence))) this.offences.push(offence);
  }
}

/**
 * Whether a server has v2 is asked with a question that v2 refuses (CONTRACT §15.2). Chromium writes every
 * refused request to the console; this one is meant.
 */
const PROBE = /status of 400 \(Bad Request\) @ \S*\/v2\/runs\/query$/;

/** Chromium's own line for an answer of 400 and above, or for none at all. */
export const FAILED_REQUEST = /Failed to load resource/;
