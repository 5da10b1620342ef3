/**
 * A pasted id or address as places to go. Nothing is asked and no key sent on the word of a link: the
 * screen that opens asks, and stops at a server that this person has not connected.
 */
import { rootOf } from '../../contract/paths.ts';
import { applyPatch } from '../../snippets/apply-patch.ts';
import type { DeploymentHint, Recognised } from '../../snippets/paste/patch.ts';
import { langsmithPage } from '../../snippets/paste/langsmith-pages.ts';
import { recognise } from '../../snippets/paste/recognise.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { parseLink, printLink } from '../../url/link.ts';
import { packedPart } from '../../url/packed-link.ts';
import type { Deployment, ProjectRef, RunsScreen } from '../../url/screens.ts';
import type { Entry } from './entry.ts';
import { pageEntries } from './page-entries.ts';
import { inProject } from './screen-entries.ts';
import { threadOfId } from './thread-entries.ts';

export interface Pasted {
  readonly entries: readonly Entry[];
  readonly notes: readonly string[];
}

const HASH = /#\/[1-9]\d{0,5}\/\S*$/;

/** The id that the text is, and nothing else. */
export function pastedId(text: string): string | undefined {
  const found = recognise(text, 0);
  return found?.kind === 'id' && found.patch.open?.kind === 'run' ? found.patch.open.runId : undefined;
}

/** `base`: the list that the screen shows or would lead back to. `project`: the one that has the pasted id. */
export function pastedEntries(text: string, base: RunsScreen, now: number, project?: ProjectRef): Pasted {
  const trimmed = text.trim();
  const hash = HASH.exec(trimmed)?.[0];
  if (hash !== undefined) return runlensEntries(hash);
  const id = pastedId(trimmed);
  if (id !== undefined) return { entries: idEntries(id, trimmed, base, project), notes: [] };
  const place = (hint: DeploymentHint | undefined) => deploymentOf(hint, base.deployment);
  const found = recognise(trimmed, now);
  if (found?.kind === 'langsmith-link' && found.patch.open?.kind !== 'shared')
    return linkEntries(found, place(found.patch.deployment));
  const isLink = found === undefined || found.kind === 'langsmith-link' || found.confidence === 'maybe';
  const page = isLink ? langsmithPage(trimmed) : undefined;
  return page ? pageEntries(page, base, place) : { entries: [], notes: [] };
}

function linkEntries({ patch, notes }: Recognised, deployment: Deployment): Pasted {
  const entry = (label: string, target: string): Entry => {
    return { id: `pasted ${label}`, group: 'Pasted link', label, target };
  };
  const list = () => {
    const projects = (patch.projects ?? []).flatMap((hint) => ('id' in hint ? [hint] : []));
    const target = printLink(applyPatch({ ...defaultRunsScreen(deployment) }, patch, projects));
    return entry('Open the list of this link', target);
  };
  if (patch.open?.kind !== 'run') return { entries: [list()], notes };
  const { runId, traceId = runId, projectId } = patch.open;
  const target = printLink({
    kind: 'trace',
    deployment,
    traceId,
    ...(traceId === runId ? {} : { runId }),
    ...(projectId === undefined ? {} : { projectId }),
  });
  const run = entry('Open the run of this link', target);
  // A run that is open beside a list.
  return { entries: patch.view === undefined ? [run] : [run, list()], notes };
}

function runlensEntries(hash: string): Pasted {
  const entry = (label: string): Entry => ({
    id: 'pasted link',
    group: 'Pasted link',
    label,
    target: hash,
  });
  if (packedPart(hash) !== undefined) return { entries: [entry('Open this compressed link')], notes: [] };
  const link = parseLink(hash);
  if (link.kind === 'ok') return { entries: [entry('Open this Runlens link')], notes: link.problems };
  return { entries: [entry('Open this link, which explains itself')], notes: [] };
}

/** An id does not say what it is of; a project that has it was found, so that comes first. */
function idEntries(
  id: string,
  said: string,
  base: RunsScreen,
  project: ProjectRef | undefined,
): readonly Entry[] {
  const { deployment } = base;
  const entry = (label: string, target: string, detail = id): Entry => {
    return { id: `pasted ${label}`, group: 'Pasted id', label, detail, target };
  };
  const run = entry('Open the run or trace', printLink({ kind: 'trace', deployment, traceId: id }));
  const list = inProject(base, deployment, project ?? { id });
  const asProject = entry('Open the project', printLink(list), project?.name);
  // Threads are named by whoever sends them: one without dashes has none.
  const threadId = /^[0-9a-f]{32}$/i.test(said) ? said : id;
  const { label, target } = threadOfId(threadId, base);
  return [...(project ? [asProject, run] : [run, asProject]), entry(label, target, threadId)];
}

/** A link into the connected server stays in that connection, with its workspace. */
function deploymentOf(hint: DeploymentHint | undefined, here: Deployment): Deployment {
  if (!hint) return here;
  const isHere =
    here.kind === 'server' &&
    rootOf(here.url) === rootOf(hint.url) &&
    (hint.workspaceId === undefined || hint.workspaceId === here.workspaceId);
  return isHere ? here : { kind: 'server', ...hint };
}
