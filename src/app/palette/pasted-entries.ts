/**
 * A pasted id or address as places to go. Nothing is asked and no key sent on the word of a text: the
 * screen that opens asks, and stops at a server that this person has not connected.
 */
import { rootOf } from '../../contract/paths.ts';
import { applyPatch } from '../../snippets/apply-patch.ts';
import type { DeploymentHint } from '../../snippets/paste/patch.ts';
import { recognise } from '../../snippets/paste/recognise.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { parseLink, printLink } from '../../url/link.ts';
import { packedPart } from '../../url/packed-link.ts';
import type { Deployment, RunsScreen } from '../../url/screens.ts';
import type { Entry } from './entry.ts';

export interface Pasted {
  readonly entries: readonly Entry[];
  readonly notes: readonly string[];
}

const HASH = /#\/[1-9]\d{0,5}\/\S*$/;

/** `base`: the list that the screen shows or would lead back to. */
export function pastedEntries(text: string, base: RunsScreen, now: number): Pasted {
  const trimmed = text.trim();
  const hash = HASH.exec(trimmed)?.[0];
  if (hash !== undefined) return runlensEntries(hash);
  const found = recognise(trimmed, now);
  if (found?.kind === 'id') return { entries: idEntries(trimmed.toLowerCase(), base), notes: [] };
  if (found?.kind !== 'langsmith-link') return { entries: [], notes: [] };
  const { patch, notes } = found;
  const deployment = deploymentOf(patch.deployment, base.deployment);
  const entry = (label: string, target: string): Entry => {
    return { id: `pasted ${label}`, group: 'Pasted link', label, target };
  };
  const list = () => {
    const projects = (patch.projects ?? []).flatMap((hint) => ('id' in hint ? [hint] : []));
    const target = printLink(applyPatch({ ...defaultRunsScreen(deployment) }, patch, projects));
    return entry('Open the list of this link', target);
  };
  if (patch.open?.kind === 'shared') return { entries: [], notes };
  if (patch.open?.kind === 'run') {
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
  return { entries: [list()], notes };
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

/** An id does not say what it is of. */
function idEntries(id: string, base: RunsScreen): readonly Entry[] {
  const { deployment } = base;
  const entry = (label: string, screen: Parameters<typeof printLink>[0]): Entry => {
    return { id: `pasted ${label}`, group: 'Pasted id', label, detail: id, target: printLink(screen) };
  };
  return [
    entry('Open the run or trace', { kind: 'trace', deployment, traceId: id }),
    entry('Open the project', { ...defaultRunsScreen(deployment), projects: [{ id }] }),
    entry('Show the thread', {
      ...defaultRunsScreen(deployment),
      projects: base.projects,
      window: { kind: 'all' },
      filter: `eq(thread_id, ${JSON.stringify(id)})`,
    }),
  ];
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
