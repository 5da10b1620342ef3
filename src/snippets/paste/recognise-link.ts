/** Addresses: of Runlens itself, of LangSmith's screens (CONTRACT §9), and of one run in its API (§5.1, §7.3). */
import { regionOfHost } from '../../contract/regions.ts';
import { parseLink } from '../../url/link.ts';
import type { Screen } from '../../url/screens.ts';
import { shown } from './argument-notes.ts';
import { deploymentAt } from './deployment-hints.ts';
import { type FoundLink, linksIn } from './link-in-text.ts';
import type { OpenHint, Reading, RunsPatch } from './patch.ts';
import { readSearchModel } from './read-search-model.ts';

const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const PROJECT = new RegExp(
  String.raw`(?:/o/(?<tenant>${UUID}))?/projects/p/(?<project>${UUID})(?:/r/(?<run>${UUID}))?/?$`,
  'i',
);
const PUBLIC = new RegExp(String.raw`/public/(?<token>${UUID})(?:/r(?:/(?<run>${UUID}))?)?/?$`, 'i');
const RUN = new RegExp(String.raw`(?:/o/(?<tenant>${UUID}))?/r/(?<run>${UUID})/?$`, 'i');
const API_RUN = new RegExp(String.raw`(?<version>(?:/api)?/v[12])?/runs/(?<run>${UUID})/?$`, 'i');

export function recogniseLink(text: string, now: number): Reading | undefined {
  const trimmed = text.trim().replace(/^<|>$/g, '');
  if (/^#\/[1-9]\d{0,5}\/\S*$/.test(trimmed)) return runlensLink(trimmed);
  const [link] = linksIn(trimmed);
  if (!link) return undefined;
  // What Markdown and the end of a sentence put around it.
  const isWhole =
    /^(?:\[[^\]\n]*\]\()?$/.test(trimmed.slice(0, link.from)) && /^[\W_]{0,4}$/.test(trimmed.slice(link.to));
  return isWhole ? readLink(link, now) : undefined;
}

/** A link among other words; to be asked last, since commands and programs hold links too. */
export function recogniseLinkWithin(text: string, now: number): Reading | undefined {
  const found = linksIn(text).flatMap((link) => readLink(link, now) ?? []);
  const [first] = found;
  if (!first) return undefined;
  const notes =
    found.length > 1
      ? [`There are ${found.length} links in this text; this is the first. Paste the others one by one.`]
      : ['Only the link is read; the words around it are left out.'];
  return { ...first, confidence: 'likely', notes: [...notes, ...first.notes] };
}

function readLink({ href }: FoundLink, now: number): Reading | undefined {
  const hash = /#\/[1-9]\d{0,5}\/.*$/s.exec(href)?.[0];
  if (hash !== undefined) return runlensLink(hash);
  return URL.canParse(href) ? langsmithLink(new URL(href), now) : undefined;
}

function runlensLink(hash: string): Reading | undefined {
  const link = parseLink(hash);
  if (link.kind === 'newer') {
    const notes = [
      `The link was made by a newer Runlens (version ${link.version}); this one cannot read it.`,
    ];
    return { kind: 'runlens-link', confidence: 'sure', patch: {}, notes };
  }
  if (link.kind === 'unknown') return undefined;
  return { kind: 'runlens-link', confidence: 'sure', patch: patchOf(link.screen), notes: link.problems };
}

function patchOf(screen: Screen): RunsPatch {
  if (!('deployment' in screen)) return {};
  const place =
    screen.deployment.kind === 'server'
      ? {
          deployment: {
            url: screen.deployment.url,
            ...(screen.deployment.workspaceId ? { workspaceId: screen.deployment.workspaceId } : {}),
          },
        }
      : {};
  if (screen.kind === 'exports') return place;
  if (screen.kind === 'threads') {
    const { project, window, filter } = screen;
    return { ...place, view: 'traces', ...(project ? { projects: [project] } : {}), window, filter };
  }
  if (screen.kind === 'trace') {
    const { traceId, runId, projectId } = screen;
    return {
      ...place,
      open: { kind: 'run', runId: runId ?? traceId, traceId, ...(projectId ? { projectId } : {}) },
    };
  }
  const { view, projects, window, filter, traceFilter, treeFilter, args, columns } = screen;
  return {
    ...place,
    view,
    projects,
    window,
    filter,
    traceFilter,
    treeFilter,
    args,
    ...(columns ? { columns } : {}),
  };
}

function langsmithLink(url: URL, now: number): Reading | undefined {
  const shared = PUBLIC.exec(url.pathname)?.groups;
  if (shared) return publicLink(url, shared['token']!);
  const match = PROJECT.exec(url.pathname) ?? RUN.exec(url.pathname);
  if (!match) return apiLink(url);
  const parts = match.groups!;
  const deployment = deploymentAt(addressBefore(match, url), parts['tenant']);
  const place: RunsPatch = deployment ? { deployment } : {};
  const project = parts['project'];
  const open = openOf(url, parts['run'], project);
  const hasQuery = url.searchParams.has('searchModel') || url.searchParams.has('timeModel');
  if (open && !hasQuery) {
    return {
      kind: 'langsmith-link',
      confidence: 'sure',
      patch: { ...place, open, ...projectsOf(project) },
      notes: paramNotes(url, OF_A_RUN),
    };
  }
  const model = readSearchModel(url, now);
  return {
    kind: 'langsmith-link',
    confidence: 'sure',
    patch: { ...place, ...projectsOf(project), ...model.patch, ...(open && { open }) },
    notes: [...model.notes, ...paramNotes(url, [...OF_A_LIST, ...(open ? OF_A_RUN : [])])],
  };
}

const addressBefore = ({ index }: RegExpExecArray, url: URL) => url.origin + url.pathname.slice(0, index);

/** Without a version in the path only the cloud's hosts are known to be LangSmith's. */
function apiLink(url: URL): Reading | undefined {
  const match = API_RUN.exec(url.pathname);
  const { version, run } = match?.groups ?? {};
  if (!match || run === undefined || (version === undefined && !regionOfHost(url.host))) return undefined;
  const deployment = deploymentAt(addressBefore(match, url));
  const projectId = url.searchParams.get('session_id') ?? url.searchParams.get('project_id') ?? undefined;
  return {
    kind: 'langsmith-link',
    confidence: 'sure',
    patch: {
      ...(deployment ? { deployment } : {}),
      open: { kind: 'run', runId: run, ...(projectId === undefined ? {} : { projectId }) },
      ...projectsOf(projectId),
    },
    notes: paramNotes(url, OF_THE_API),
  };
}

const OF_THE_API = ['session_id', 'project_id', 'start_time', 'select', 'selects'];
const OF_A_LIST = ['searchModel', 'timeModel', 'tab', 'view', 'poll'];
const OF_A_RUN = ['trace_id', 'start_time', 'poll', 'peek', 'peeked_trace', 'run_id'];

function publicLink(url: URL, token: string): Reading {
  const deployment = deploymentAt(url.href);
  return {
    kind: 'langsmith-link',
    confidence: 'sure',
    patch: { ...(deployment ? { deployment } : {}), open: { kind: 'shared', token } },
    notes: ['This is a shared trace: everybody who has the link can read it.'],
  };
}

function openOf(url: URL, run: string | undefined, projectId: string | undefined): OpenHint | undefined {
  const param = (name: string) => url.searchParams.get(name) ?? undefined;
  const runId = run ?? param('peek') ?? param('peeked_trace') ?? param('run_id');
  const traceId = param('trace_id') ?? param('peeked_trace');
  if (runId === undefined) return undefined;
  return { kind: 'run', runId, ...(traceId ? { traceId } : {}), ...(projectId ? { projectId } : {}) };
}

function projectsOf(id: string | undefined): RunsPatch {
  return id === undefined ? {} : { projects: [{ id }] };
}

/** Names only: what stands in an unknown parameter may be private. */
function paramNotes(url: URL, known: readonly string[]): readonly string[] {
  return [...new Set(url.searchParams.keys())]
    .filter((name) => !known.includes(name))
    .map((name) => `“${shown(name)}” in the address is not known here and is left out.`);
}
