/**
 * Screens of LangSmith beside lists and runs. No document names their paths: they are read from addresses
 * that people paste, and what is not known is said to be so.
 */
import { deploymentAt } from './deployment-hints.ts';
import { linksIn } from './link-in-text.ts';
import type { DeploymentHint } from './patch.ts';

export type LangsmithPage =
  | {
      readonly kind: 'thread';
      readonly deployment?: DeploymentHint;
      readonly projectId: string;
      readonly threadId: string;
    }
  /** Experiments are projects. */
  | {
      readonly kind: 'experiments';
      readonly deployment?: DeploymentHint;
      readonly projectIds: readonly string[];
    }
  | { readonly kind: 'shared-run'; readonly runId: string; readonly href: string }
  /** `what`: with its article. */
  | { readonly kind: 'other'; readonly what: string; readonly href: string };

const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const TENANT = new RegExp(String.raw`/o/(${UUID})(?:/|$)`, 'i');
const THREAD = new RegExp(String.raw`/projects/p/(?<project>${UUID})/t/(?<thread>[^/]+)/?$`, 'i');
const COMPARISON = new RegExp(String.raw`/datasets/${UUID}/compare/?$`, 'i');
const SHARED_RUN = new RegExp(String.raw`/public/${UUID}/r/(?<run>${UUID})/?$`, 'i');
const SHARED = new RegExp(String.raw`/public/${UUID}(?:/|$)`, 'i');
const IS_UUID = new RegExp(`^${UUID}$`, 'i');

const WORDS: Readonly<Record<string, string>> = {
  datasets: 'a dataset',
  prompts: 'a prompt',
  hub: 'a prompt',
  'annotation-queues': 'an annotation queue',
  dashboards: 'a dashboard',
  settings: 'the settings',
};

const SHARED_WORDS: Readonly<Record<string, string>> = { d: 'a shared dataset', r: 'a shared trace' };

export function langsmithPage(text: string): LangsmithPage | undefined {
  const [link] = linksIn(text.trim());
  return link && URL.canParse(link.href) ? pageAt(new URL(link.href)) : undefined;
}

function pageAt(url: URL): LangsmithPage | undefined {
  const { pathname, href } = url;
  const tenant = TENANT.exec(pathname)?.[1];
  const deployment = deploymentAt(url.href, tenant);
  const place = deployment ? { deployment } : {};
  const thread = THREAD.exec(pathname)?.groups;
  if (thread) {
    return { kind: 'thread', ...place, projectId: thread['project']!, threadId: decoded(thread['thread']!) };
  }
  const runId = SHARED_RUN.exec(pathname)?.groups?.['run'];
  if (runId !== undefined) return { kind: 'shared-run', runId, href };
  if (COMPARISON.test(pathname)) {
    const ids = (url.searchParams.get('selectedSessions') ?? '').split(',');
    const projectIds = ids.filter((id) => IS_UUID.test(id));
    if (projectIds.length > 0) return { kind: 'experiments', ...place, projectIds };
  }
  if (SHARED.test(pathname)) {
    return { kind: 'other', what: SHARED_WORDS[pathname.split('/').at(3) ?? ''] ?? 'something shared', href };
  }
  if (tenant === undefined && !/(^|\.)(?<!api\.)smith\.langchain\.com$/.test(url.hostname)) return undefined;
  const name = pathname.replace(TENANT, '/').split('/').find(Boolean) ?? '';
  return { kind: 'other', what: WORDS[name] ?? 'a screen', href };
}

/** A broken escape is part of the name. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
