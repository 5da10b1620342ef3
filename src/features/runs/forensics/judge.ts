/** What the answers amount to: who is to blame, and the screen on which it is put right. */
import type { Dialect } from '../../../filter/dialect.ts';
import { replaceClause } from '../../../filter/edit.ts';
import { indexLimits } from '../../../filter/indexing.ts';
import { parse } from '../../../filter/parse.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { windowLabel } from '../../../parts/pick/window-choices.ts';
import type { FilterName } from '../filter-scopes.ts';
import { misspelt } from './misspelt.ts';
import { guiltyParts, hopelessParts, isWindowEmpty } from './open-probes.ts';
import {
  alone,
  bare,
  moved,
  over,
  ALL_TIME,
  partsOf,
  said,
  SCOPES,
  scopeName,
  wider,
  without,
  withoutAll,
  withoutScope,
  type Answers,
  type Part,
  type Probe,
} from './plan.ts';
import type { World } from './world.ts';

export interface Fix {
  readonly label: string;
  readonly next: RunsScreen;
}

export interface Finding {
  readonly id: string;
  readonly sentence: string;
  /** The most helpful first. */
  readonly fixes: readonly Fix[];
}

export interface Case {
  readonly screen: RunsScreen;
  readonly answers: Answers;
  readonly world: World;
  readonly dialect: Dialect;
}

/** The most telling first; never empty. */
export function judge(found: Case): readonly Finding[] {
  const { screen, answers } = found;
  const findings = isWindowEmpty(screen, answers)
    ? [emptyWindow(found)]
    : [...aboutParts(found), ...aboutWindow(found)];
  const all = [...findings, ...indexFindings(found), ...undecided(found)];
  return all.length > 0 ? all : [{ id: 'nothing', sentence: NOTHING, fixes: [] }];
}

const NOTHING =
  'None of the smaller questions has rows either. Runs may have been deleted, or arrived after the question; load again.';

function emptyWindow({ screen, answers }: Case): Finding {
  const have = screen.projects.length === 1 ? 'This project has' : 'These projects have';
  const ever = wider(bare(screen).screen);
  const some = (probes: readonly Probe[]) => probes.filter((probe) => said(answers, probe, 'some'));
  if (ever.every((probe) => said(answers, probe, 'none'))) {
    return { id: 'project', sentence: `${have} no ${screen.view} at all, at any time.`, fixes: [] };
  }
  const matching = some(wider(screen));
  const others = some(ever);
  const outside =
    matching.length > 0
      ? ' There are some outside of it.'
      : others.length > 0
        ? ' There are some outside of it, but none of them matches the question as well.'
        : '';
  const window = `the window “${windowLabel(screen.window)}”`;
  return {
    id: 'window-empty',
    sentence: `The window is to blame: ${lowerFirst(have)} no ${screen.view} in ${window}, whatever is asked.${outside}`,
    fixes: (matching.length > 0 ? matching : others).map((probe) => widening(screen, probe)),
  };
}

/** The question as it is, in the window of the probe. */
const widening = (screen: RunsScreen, { screen: { window } }: Probe): Fix => ({
  label: `Look at ${lowerFirst(windowLabel(window))}`,
  next: { ...screen, window },
});

function aboutParts(found: Case): readonly Finding[] {
  const { screen, answers } = found;
  const guilty = guiltyParts(screen, answers);
  if (guilty.length > 0) return guilty.map((part) => guiltyFinding(found, part, guilty.length > 1));
  // The only scope in use is everything there is; to blame it would say nothing.
  const scopes = SCOPES.filter((scope) => {
    const probe = withoutScope(screen, scope);
    return probe.key !== bare(screen).key && said(answers, probe, 'some');
  });
  const hopeless = hopelessParts(screen, answers);
  return [
    ...scopes.map((scope): Finding => ({
      id: `scope-${scope}`,
      sentence: `The ${scopeName(screen, scope)} as a whole removes everything; no single clause of it does.`,
      fixes: [{ label: `Clear the ${scopeName(screen, scope)}`, next: withoutScope(screen, scope).screen }],
    })),
    ...hopelessTogether(found, hopeless, scopes),
    ...hopeless.map((part) => hopelessFinding(found, part)),
    ...(scopes.length + hopeless.length === 0 ? together(found) : []),
  ];
}

function guiltyFinding(found: Case, part: Part, isOneOfSeveral: boolean): Finding {
  const { screen, answers } = found;
  const places = moved(screen, part).filter(({ probe }) => said(answers, probe, 'some'));
  const spelling = spellingOf(found, part);
  const [place] = places;
  const sentences = [
    isOneOfSeveral
      ? `Without ${named(screen, part)} there are ${screen.view}; it and another part exclude each other.`
      : `${upperFirst(named(screen, part))} removes everything: without it there are ${screen.view}.`,
    ...(spelling ? [spelling.sentence] : []),
    ...(place
      ? [`Asked in the ${scopeName(screen, place.to)} it matches: it is true of another run of the trace.`]
      : []),
  ];
  return {
    id: idOf(part),
    sentence: sentences.join(' '),
    fixes: [
      ...(spelling?.fix ? [spelling.fix] : []),
      ...places.map(({ to, probe }) => ({
        label: `Move it to the ${scopeName(screen, to)}`,
        next: probe.screen,
      })),
      ...leaveOut(screen, part),
    ],
  };
}

/** By itself without a match, so that leaving out another part changes nothing. */
function hopelessFinding(found: Case, part: Part): Finding {
  const { screen } = found;
  const spelling = spellingOf(found, part);
  const sentence = `${upperFirst(named(screen, part))} matches nothing here, even by itself.`;
  return {
    id: idOf(part),
    sentence: spelling ? `${sentence} ${spelling.sentence}` : sentence,
    fixes: spelling?.fix ? [spelling.fix] : [],
  };
}

/** Only what is known to bring rows is offered: to leave out one of several that match nothing does not. */
function hopelessTogether(
  { screen, answers }: Case,
  parts: readonly Part[],
  scopes: readonly FilterName[],
): readonly Finding[] {
  const left = parts.length > 0 ? withoutAll(screen, parts) : undefined;
  if (!left || scopes.some((scope) => withoutScope(screen, scope).key === left.key)) return [];
  const words = parts.map((part) => part.words);
  const count = parts.length === 2 ? 'both' : `all ${parts.length}`;
  if (said(answers, left, 'some')) {
    const sentence = `${upperFirst(count)} of these have to go, or to be changed: ${words.map((each) => `“${each}”`).join(', ')}. Without them there are ${screen.view}.`;
    const label = `Leave out ${parts.length < 4 ? listed(words) : `${count} of them`}`;
    return [{ id: 'hopeless', sentence, fixes: [{ label, next: left.screen }] }];
  }
  if (scopes.length > 0 || !said(answers, left, 'none') || !said(answers, bare(screen), 'some')) return [];
  const these =
    parts.length === 1 ? 'what matches nothing by itself' : `${count} that match nothing by themselves`;
  const sentence = `To leave out ${these} is not enough: the rest has no ${screen.view} either.`;
  return [{ id: 'hopeless', sentence, fixes: [{ label: 'Clear the filters', next: bare(screen).screen }] }];
}

function together({ screen, answers }: Case): readonly Finding[] {
  const parts = partsOf(screen);
  if (parts.length < 2 || !parts.every((part) => said(answers, alone(screen, part), 'some'))) return [];
  return [
    {
      id: 'together',
      sentence: `Each part matches some ${screen.view}, but no ${singular(screen)} fulfils them together, not even without one of them.`,
      fixes: [{ label: 'Clear the filters', next: bare(screen).screen }],
    },
  ];
}

function aboutWindow({ screen, answers }: Case): readonly Finding[] {
  const found = wider(screen).filter((probe) => said(answers, probe, 'some'));
  if (found.length > 0) {
    const sentence = `The window “${windowLabel(screen.window)}” leaves out what matches: the very same question has ${screen.view} in a wider one.`;
    return [{ id: 'window', sentence, fixes: found.map((probe) => widening(screen, probe)) }];
  }
  const ever = over(screen, ALL_TIME, '');
  if (screen.window.kind === 'all' || !said(answers, ever, 'none')) return [];
  return [
    {
      id: 'window',
      sentence: 'The window is not to blame: the question has no rows at any time.',
      fixes: [],
    },
  ];
}

function indexFindings({ screen, dialect }: Case): readonly Finding[] {
  return SCOPES.flatMap((scope) =>
    indexLimits(parse(screen[scope]).tree, dialect).map(({ message, code, from }): Finding => ({
      id: `index-${scope}-${code}-${from}`,
      sentence:
        code === 'array-position'
          ? `In the ${scopeName(screen, scope)}: ${message}`
          : `The server's index may be to blame, in the ${scopeName(screen, scope)}: ${message}`,
      fixes: [],
    })),
  );
}

function undecided({ screen, answers }: Case): readonly Finding[] {
  const parts = partsOf(screen);
  const uncut = parts.filter((part) => without(screen, part) === undefined);
  const failed = [...answers.values()].flatMap((answer) => (answer.kind === 'failed' ? answer.message : []));
  const unknown = [...answers.values()].filter(({ kind }) => kind === 'unknown').length;
  const remark = (id: string, sentence: string): Finding => ({ id, sentence, fixes: [] });
  return [
    ...uncut.map((part) =>
      remark(`uncut-${idOf(part)}`, `“${part.words}” could not be left out by machine.`),
    ),
    ...(unknown > 0
      ? [
          remark(
            'unknown',
            `${unknown} of the questions had no rows on their first pages, and the server has more to look through.`,
          ),
        ]
      : []),
    ...(failed.length > 0
      ? [remark('failed', `${failed.length} of the questions failed: ${failed[0]}`)]
      : []),
  ];
}

interface Spelling {
  readonly sentence: string;
  readonly fix: Fix | undefined;
}

/** Only of a clause that is known to match nothing by itself: a rare value is no misspelt one. */
function spellingOf({ screen, answers, world }: Case, part: Part): Spelling | undefined {
  if (part.kind !== 'clause' || !said(answers, alone(screen, part), 'none')) return undefined;
  const suggestion = misspelt(part.chip, world);
  if (!suggestion) return undefined;
  const { sentence, clause, instead } = suggestion;
  const edited = clause === undefined ? undefined : replaceClause(screen[part.scope], part.index, clause);
  const fix =
    edited?.kind === 'edited'
      ? { label: `Ask for ${instead}`, next: { ...screen, [part.scope]: edited.text } }
      : undefined;
  return { sentence, fix };
}

function leaveOut(screen: RunsScreen, part: Part): readonly Fix[] {
  const probe = without(screen, part);
  return probe ? [{ label: `Leave out ${part.words}`, next: probe.screen }] : [];
}

const named = (screen: RunsScreen, part: Part) =>
  part.kind === 'argument'
    ? `the argument “${part.words}”`
    : `“${part.words}” in the ${scopeName(screen, part.scope)}`;

const idOf = (part: Part) =>
  part.kind === 'argument' ? `argument-${part.key}` : `${part.scope}-${part.index}`;
const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const singular = ({ view }: RunsScreen) => view.slice(0, -1);
const upperFirst = (text: string) => text.replace(/^./, (first) => first.toUpperCase());
const lowerFirst = (text: string) => text.replace(/^./, (first) => first.toLowerCase());
