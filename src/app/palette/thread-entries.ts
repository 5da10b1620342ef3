/** Threads are named by whoever sends them: any word may be one. */
import { linksIn } from '../../snippets/paste/link-in-text.ts';
import { recognise } from '../../snippets/paste/recognise.ts';
import { redact } from '../../snippets/paste/secrets.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { printLink } from '../../url/link.ts';
import type { Deployment, ProjectRef, RunsScreen, WindowChoice } from '../../url/screens.ts';
import type { Entry } from './entry.ts';

const ALL: WindowChoice = { kind: 'all' };

/** The conversation page, which shows all turns whatever the window. */
export function conversation(
  deployment: Deployment,
  project: ProjectRef,
  threadId: string,
  window: WindowChoice = ALL,
): string {
  return printLink({ kind: 'threads', deployment, project, window, filter: '', threadId });
}

/** Without exactly one project there is no conversation, for threads belong to projects; its traces are found. */
export function threadOfId(id: string, { deployment, projects, window }: RunsScreen) {
  const [project, ...others] = projects;
  if (project && others.length === 0)
    return { label: 'Open the thread', target: conversation(deployment, project, id, window) };
  // By the metadata, as LangSmith's guide asks: not every server knows `thread_id`.
  const filter = `and(in(metadata_key, ["session_id", "conversation_id", "thread_id"]), eq(metadata_value, ${JSON.stringify(id)}))`;
  const screen = { ...defaultRunsScreen(deployment), projects, window: ALL, filter };
  return { label: 'Show the traces of the thread', target: printLink(screen) };
}

const LONGEST = 200;

/** An address, of whatever, or JSON; neither names a thread. */
const NO_NAME =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.|#\/|[[{"'<]|[\w.-]+\.(?:com|org|net|io|ai|dev|app)(?::\d+)?(?:\/|$))/i;

/**
 * For a word that nothing else fits, or that looks like an id. Not for filters, links, JSON, commands and
 * keys, nor without exactly one project.
 */
export function threadOfWord(
  text: string,
  { deployment, projects, window }: RunsScreen,
  isOnly: boolean,
  now: number,
): readonly Entry[] {
  const word = text.trim();
  const [project, ...others] = projects;
  if (!project || others.length > 0 || word === '' || word.length > LONGEST || /\s/.test(word)) return [];
  if (NO_NAME.test(word) || linksIn(word).length > 0 || (!isOnly && !looksLikeId(word))) return [];
  const found = recognise(word, now);
  if ((found && found.confidence !== 'maybe') || redact(word).found) return [];
  return [
    {
      id: 'thread of a word',
      group: 'Thread',
      label: looksLikeId(word) ? `Open the thread ${word}` : `Look for a thread named “${word}”`,
      detail: project.name === undefined ? 'in this project' : `in ${project.name}`,
      target: conversation(deployment, project, word, window),
    },
  ];
}

const looksLikeId = (word: string) => word.length >= 6 && /\d/.test(word);
