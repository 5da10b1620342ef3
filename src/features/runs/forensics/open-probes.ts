/** What is still worth asking, given the answers so far; empty = the judge can speak. */
import {
  alone,
  bare,
  moved,
  partsOf,
  said,
  SCOPES,
  wider,
  without,
  withoutAll,
  withoutScope,
  type Answers,
  type Part,
  type Probe,
} from './plan.ts';
import type { RunsScreen } from '../../../url/screens.ts';

/** Guilty parts that are tried by themselves and in another scope; more would only cost requests. */
const TRIED = 3;

export function openProbes(screen: RunsScreen, answers: Answers): readonly Probe[] {
  const stages = [first, oneLeftOut, inOtherPlaces, allHopelessLeftOut];
  for (const stage of stages) {
    const open = distinct(stage(screen, answers)).filter(({ key }) => !answers.has(key));
    if (open.length > 0) return open;
  }
  return [];
}

/** Is there anything at all? */
function first(screen: RunsScreen): readonly Probe[] {
  return partsOf(screen).length === 0 ? [] : [bare(screen)];
}

function oneLeftOut(screen: RunsScreen, answers: Answers): readonly Probe[] {
  const { screen: emptied } = bare(screen);
  if (isWindowEmpty(screen, answers)) return [...wider(emptied), ...wider(screen)];
  const parts = partsOf(screen);
  const scopes = SCOPES.filter((scope) => clausesIn(parts, scope) > 1);
  return [
    ...parts.flatMap((part) => without(screen, part) ?? []),
    ...scopes.map((scope) => withoutScope(screen, scope)),
    ...wider(screen),
  ];
}

function inOtherPlaces(screen: RunsScreen, answers: Answers): readonly Probe[] {
  if (isWindowEmpty(screen, answers)) return [];
  const parts = partsOf(screen);
  const guilty = guiltyParts(screen, answers);
  if (guilty.length === 0) return parts.length > 1 ? parts.map((part) => alone(screen, part)) : [];
  return guilty
    .slice(0, TRIED)
    .flatMap((part) => [alone(screen, part), ...moved(screen, part).map(({ probe }) => probe)]);
}

/** When no single part is guilty, what to leave out is asked before it is offered. */
function allHopelessLeftOut(screen: RunsScreen, answers: Answers): readonly Probe[] {
  if (isWindowEmpty(screen, answers) || guiltyParts(screen, answers).length > 0) return [];
  const hopeless = hopelessParts(screen, answers);
  const left = hopeless.length > 0 ? withoutAll(screen, hopeless) : undefined;
  return left ? [left] : [];
}

/** Without filters there is nothing either, so no filter is to blame. */
export function isWindowEmpty(screen: RunsScreen, answers: Answers): boolean {
  return partsOf(screen).length === 0 || said(answers, bare(screen), 'none');
}

/** Parts without any one of which there are rows. */
export function guiltyParts(screen: RunsScreen, answers: Answers): readonly Part[] {
  return partsOf(screen).filter((part) => {
    const probe = without(screen, part);
    return probe !== undefined && said(answers, probe, 'some');
  });
}

/** Match nothing by themselves. */
export function hopelessParts(screen: RunsScreen, answers: Answers): readonly Part[] {
  return partsOf(screen).filter((part) => said(answers, alone(screen, part), 'none'));
}

/** The value of a clause may be misspelt. */
export function hopelessClauses(screen: RunsScreen, answers: Answers): readonly Part[] {
  return hopelessParts(screen, answers).filter(({ kind }) => kind === 'clause');
}

const clausesIn = (parts: readonly Part[], name: string) =>
  parts.filter((part) => part.kind === 'clause' && part.scope === name).length;

const distinct = (probes: readonly Probe[]) => [...new Map(probes.map((each) => [each.key, each])).values()];
