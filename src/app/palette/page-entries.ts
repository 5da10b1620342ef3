/** Links to screens of LangSmith that are no list and no run. */
import type { LangsmithPage } from '../../snippets/paste/langsmith-pages.ts';
import type { DeploymentHint } from '../../snippets/paste/patch.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { printLink } from '../../url/link.ts';
import type { Deployment, RunsScreen } from '../../url/screens.ts';
import type { Entry } from './entry.ts';
import type { Pasted } from './pasted-entries.ts';
import { conversation } from './thread-entries.ts';

type DeploymentOf = (hint: DeploymentHint | undefined) => Deployment;

export function pageEntries(page: LangsmithPage, base: RunsScreen, deploymentOf: DeploymentOf): Pasted {
  const only = (label: string, target: string, notes: readonly string[] = []): Pasted => ({
    entries: [{ id: `pasted ${label}`, group: 'Pasted link', label, target }],
    notes,
  });
  if (page.kind === 'thread') {
    const project = { id: page.projectId };
    const place = deploymentOf(page.deployment);
    return only('Open the thread of this link', conversation(place, project, page.threadId));
  }
  if (page.kind === 'experiments') {
    const projects = page.projectIds.map((id) => ({ id }));
    const screen = { ...defaultRunsScreen(deploymentOf(page.deployment)), projects };
    return only('List the runs of these experiments', printLink({ ...screen, window: { kind: 'all' } }), [
      'LangSmith shows these experiments side by side, for which Runlens has no screen; their runs it can list.',
    ]);
  }
  if (page.kind === 'shared-run') {
    const { deployment } = base;
    const target = printLink({ kind: 'trace', deployment, traceId: page.runId });
    const { entries, notes } = only('Look for this run here', target, [
      'This is a run of a shared trace. Runlens reads no shared links: it finds the run if it is in what you are connected to.',
    ]);
    return { entries: [...entries, elsewhere(page.href)], notes };
  }
  const notes = [`This is a link to ${page.what} in LangSmith, for which Runlens has no screen.`];
  return { entries: [elsewhere(page.href)], notes };
}

const elsewhere = (href: string): Entry => ({
  id: 'pasted elsewhere',
  group: 'Pasted link',
  label: 'Open this link in a new tab',
  detail: new URL(href).host,
  target: href,
});
