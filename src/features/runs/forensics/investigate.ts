import type { Api } from '../../../contract/api.ts';
import { windowAt } from '../../../url/window.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { runQueryOf, statsQueryOf } from '../run-query.ts';
import { askProbe } from './ask-probe.ts';
import { hopelessClauses, openProbes } from './open-probes.ts';
import { asked, bare, type Answer, type Answers } from './plan.ts';
import { UNKNOWN_WORLD, worldOf, type World } from './world.ts';

export interface Progress {
  readonly done: number;
  /** Grows when an answer raises a new question. */
  readonly total: number;
  readonly label: string;
}

export interface Evidence {
  readonly answers: Answers;
  readonly world: World;
}

/** One question after the other, so that the table's own never wait behind them. Rejects when aborted. */
export async function investigate(
  api: Api,
  screen: RunsScreen,
  now: number,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Evidence> {
  const answers = new Map<string, Answer>([[asked(screen).key, { kind: 'none' }]]);
  let done = 0;
  for (;;) {
    const open = openProbes(screen, answers);
    const [next] = open;
    if (!next) break;
    onProgress({ done, total: done + open.length, label: next.label });
    answers.set(next.key, await askProbe(api, next, now, signal));
    done += 1;
  }
  if (hopelessClauses(screen, answers).length === 0) return { answers, world: UNKNOWN_WORLD };
  onProgress({ done, total: done + 2, label: 'which values exist' });
  return { answers, world: await lookAround(api, screen, now, signal) };
}

/** What the project holds in this window. Without it there are no suggestions, but still a verdict. */
async function lookAround(api: Api, screen: RunsScreen, now: number, signal: AbortSignal): Promise<World> {
  const empty = bare(screen).screen;
  const window = windowAt(empty.window, now);
  const [project] = screen.projects;
  const [stats, metadata] = await Promise.allSettled([
    api.runStats(statsQueryOf(empty, runQueryOf(empty, window)), signal),
    project ? api.projectMetadata(project.id, window, signal) : undefined,
  ]);
  signal.throwIfAborted();
  return worldOf(valueOf(stats), valueOf(metadata));
}

const valueOf = <T>(result: PromiseSettledResult<T>): T | undefined =>
  result.status === 'fulfilled' ? result.value : undefined;
