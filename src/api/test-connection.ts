/**
 * Tries a connection step by step and says what stands in the way. A browser shows a refused origin
 * (CORS) and a missing server as the same failure; a second, unreadable request tells them apart.
 */
import { isContractError } from '../contract/contract-error.ts';
import { explainError, ORG_SCOPED_KEY } from '../contract/explain-error.ts';
import type { Fetch } from '../contract/fetch.ts';
import { isHttpError, type HttpError } from '../contract/http-error.ts';
import { isNetworkError, type NetworkError } from '../contract/network-error.ts';
import { readBaseUrl, rootOf, v1Base } from '../contract/paths.ts';
import { projectList } from '../contract/project.ts';
import { checkBody } from '../contract/schema.ts';
import { workspaceList, type Workspace } from '../contract/server.ts';
import { isTimeoutError } from '../contract/timeout-error.ts';
import { createCaller, type Caller } from './caller.ts';
import { systemClock, type Clock } from './clock.ts';
import { CORS_REMEDIES, type ConnectionReport } from './connection-report.ts';
import { decideGeneration } from './generation.ts';
import { isReachable } from './http-fetch.ts';
import { createRateBudget } from './rate-budget.ts';

export interface TestOptions {
  readonly baseUrl: string;
  /** The Fetch this connection would use, key included. */
  readonly fetch: Fetch;
  readonly isViaProxy: boolean;
  readonly hasWorkspace: boolean;
  readonly hasKey: boolean;
  /** Does anything answer there, readable or not? */
  readonly canReach?: (url: string) => Promise<boolean>;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
}

const report = (
  kind: Exclude<ConnectionReport['kind'], 'ok' | 'needs-workspace' | 'cors'>,
  title: string,
  explanation: string,
  ...next: readonly string[]
): ConnectionReport => ({ kind, title, explanation, next });

/** The content security policy of the page allows plain http to this computer only. */
const isPlainRemote = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && hostname !== 'localhost' && hostname !== '127.0.0.1';

function unreachableReport({ baseUrl, isViaProxy }: TestOptions, why: string): ConnectionReport {
  const url = new URL(baseUrl);
  return report(
    'unreachable',
    `Nothing answers at ${url.host}`,
    why,
    ...(isPlainRemote(url) && !isViaProxy
      ? ['Use https://, or the local proxy: this page may ask plain http:// addresses on this computer only.']
      : []),
    'Check the address for typing errors.',
    'Open the address in a new tab to see what the browser says.',
    'If it is an internal server, connect to its network (VPN).',
  );
}

async function networkReport(error: NetworkError, options: TestOptions): Promise<ConnectionReport> {
  const { host } = new URL(options.baseUrl);
  if (error.failure === 'offline')
    return report('offline', 'You are offline', error.message, 'Connect to a network and test again.');
  if (error.failure === 'redirected' || error.failure === 'wrong-origin')
    return report(
      'redirected',
      'The address leads elsewhere',
      error.message,
      'Enter the address it leads to.',
    );
  if (error.failure === 'proxy-refused')
    return report(
      'proxy-failed',
      'The local proxy refuses this server',
      error.message,
      'Start it again so that it allows this host, or connect without the proxy.',
    );
  if (error.failure === 'not-there') return unreachableReport(options, error.message);
  if (options.isViaProxy)
    return report(
      'proxy-failed',
      'The local proxy does not answer',
      'The program that serves this page forwards the requests, and it gave no answer.',
      'Check that “npm start” still runs in its terminal.',
    );
  const canReach = options.canReach ?? isReachable;
  if (!(await canReach(`${v1Base(options.baseUrl)}/info`)))
    return unreachableReport(
      options,
      'The name does not exist, no server listens there, a firewall or VPN is in between, or its certificate is not trusted.',
    );
  return {
    kind: 'cors',
    title: `${host} does not allow this page to ask (CORS)`,
    explanation:
      'The server is there, but it does not permit web pages of this origin to read its answers. Your key was not sent: the browser asks for permission first.',
    next: ['Choose one of the three ways below.'],
    remedies: CORS_REMEDIES,
  };
}

function forbiddenReport(
  error: HttpError,
  workspaces: readonly Workspace[] | undefined,
  options: TestOptions,
) {
  const { message } = error.problem;
  const isOrgKey = message.includes(ORG_SCOPED_KEY);
  if (isOrgKey || (!options.hasWorkspace && /tenant|workspace/i.test(message))) {
    const needs: ConnectionReport = {
      kind: 'needs-workspace',
      title: 'Choose a workspace',
      explanation: isOrgKey
        ? 'This key belongs to an organization and works in several workspaces.'
        : `The server wants to know the workspace: ${message}`,
      next: [
        workspaces
          ? 'Pick a workspace and test again.'
          : 'Enter the workspace id (LangSmith settings) and test again.',
      ],
      workspaces,
    };
    return needs;
  }
  return report(
    'not-allowed',
    'The key is not allowed here',
    `The server says: ${message}`,
    options.hasWorkspace
      ? 'Check that the key belongs to the chosen workspace.'
      : 'Choose the workspace of the key.',
    'Ask an administrator for permission to read projects and runs.',
  );
}

const notLangSmith = (what: string) =>
  report(
    'not-langsmith',
    'This is not a LangSmith API',
    what,
    'Check the address: for LangSmith Cloud choose a region; self-hosted is usually https://your-host.',
  );

function statusReport(error: HttpError, options: TestOptions): ConnectionReport {
  const { status, problem } = error;
  if (status === 401)
    return options.hasKey
      ? report(
          'wrong-key',
          'The API key was refused',
          `The server says: ${problem.message}`,
          'Copy the key again, or create a new one in the LangSmith settings.',
          'Check that the key belongs to this region or server.',
        )
      : report(
          'wrong-key',
          'An API key is needed',
          `The server says: ${problem.message}`,
          'Enter an API key of this server.',
        );
  if (problem.isHtml || status === 404 || status === 405) return notLangSmith(problem.message);
  if (status === 429)
    return report(
      'busy',
      'Too many requests',
      `The server says: ${problem.message}`,
      'The key works; wait a minute and test again.',
    );
  if (status >= 500)
    return report(
      'server-error',
      'The server failed',
      `Status ${status}: ${problem.message}`,
      'Try again in a moment.',
      'If it stays, tell the administrator of the server.',
    );
  return report(
    'failed',
    `The server answered with status ${status}`,
    problem.message,
    'Check the address, the key and the workspace.',
  );
}

async function listWorkspaces(call: Caller, options: TestOptions): Promise<readonly Workspace[] | undefined> {
  try {
    const url = `${v1Base(options.baseUrl)}/workspaces`;
    const body = await call({ method: 'GET', url }, options.signal);
    return checkBody(workspaceList, body, '/api/v1/workspaces')
      .filter(({ is_deleted }) => is_deleted !== true)
      .map(({ id, display_name }) => ({ id, name: display_name || id }));
  } catch {
    options.signal?.throwIfAborted();
    return undefined; // A key for one workspace may not list them; that is no fault of the connection.
  }
}

async function failureReport(error: unknown, call: Caller, options: TestOptions): Promise<ConnectionReport> {
  if (isNetworkError(error)) return networkReport(error, options);
  if (isTimeoutError(error))
    return report(
      'timeout',
      'The server is too slow',
      error.message,
      'Try again.',
      'Check the network and the address.',
    );
  if (isContractError(error)) return notLangSmith(error.message);
  if (
    isHttpError(error) &&
    (error.status === 403 || (error.status < 500 && /tenant|workspace/i.test(error.problem.message)))
  )
    return forbiddenReport(error, await listWorkspaces(call, options), options);
  if (isHttpError(error)) return statusReport(error, options);
  const words = explainError(error);
  return report(
    'failed',
    words?.title ?? 'Stopped',
    words?.detail ?? 'The test was stopped.',
    words?.next ?? 'Test again.',
  );
}

/** v1 must at least have runs/query: without a scope it refuses by 400 or 422 (CONTRACT §0.4). */
async function canQueryV1(call: Caller, options: TestOptions): Promise<boolean> {
  try {
    const url = `${v1Base(options.baseUrl)}/runs/query`;
    await call({ method: 'POST', url, body: { limit: 1 } }, options.signal);
    return true;
  } catch (error) {
    options.signal?.throwIfAborted();
    return !isHttpError(error) || ![404, 405, 410, 501].includes(error.status);
  }
}

async function steps(call: Caller, options: TestOptions): Promise<ConnectionReport> {
  const sessions = `${v1Base(options.baseUrl)}/sessions?limit=1`;
  const { info } = await decideGeneration(call, options.baseUrl, undefined, options.signal);
  checkBody(projectList, await call({ method: 'GET', url: sessions }, options.signal), '/api/v1/sessions');
  if (info.generation === 'v1' && !(await canQueryV1(call, options)))
    return report(
      'too-old',
      'This server has no routes that Runlens can ask',
      `${info.generationReason} And v1 has no runs/query here.`,
      'Update the server to a current version of LangSmith.',
    );
  const workspaces = await listWorkspaces(call, options);
  return {
    kind: 'ok',
    title: 'Connected',
    explanation: info.version
      ? `LangSmith ${info.version}, API ${info.generation}.`
      : `API ${info.generation}.`,
    next: [],
    ...info,
    workspaces,
  };
}

export async function testConnection(options: TestOptions): Promise<ConnectionReport> {
  const address = readBaseUrl(options.baseUrl);
  if (address.kind === 'refused')
    return report('bad-address', 'This address cannot be used', address.reason, 'Correct the address.');
  const clock = options.clock ?? systemClock;
  const call = createCaller({
    baseUrl: rootOf(address.url),
    fetch: options.fetch,
    budget: createRateBudget({ baseUrl: address.url, clock }),
    clock,
    random: Math.random,
  });
  try {
    return await steps(call, { ...options, baseUrl: address.url });
  } catch (error) {
    options.signal?.throwIfAborted();
    return failureReport(error, call, { ...options, baseUrl: address.url });
  }
}
