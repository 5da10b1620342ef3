/**
 * Quick fixes, as data. Every one was tried before it is offered: the problem is gone afterwards and no
 * new error has come, unless the old one had only hidden it.
 */
import type { Problem } from './ast.ts';
import { type DiagnoseOptions, diagnose } from './diagnose.ts';
import { FIELD_FIXES } from './fixes/field-fixes.ts';
import type { Fix, FixMaker, FixPlace, FixSketch } from './fixes/fix.ts';
import { FOREIGN_FIXES } from './fixes/foreign-fixes.ts';
import { FUNCTION_FIXES } from './fixes/function-fixes.ts';
import { NUMBER_FIXES } from './fixes/number-fixes.ts';
import { OPERATOR_FIXES } from './fixes/operator-fixes.ts';
import { PORTABLE_FIXES } from './fixes/portable-fixes.ts';
import { PUNCTUATION_FIXES } from './fixes/punctuation-fixes.ts';
import { QUOTE_FIXES } from './fixes/quote-fixes.ts';
import { VALUE_FIXES } from './fixes/value-fixes.ts';
import { parse } from './parse.ts';
import { scan } from './scan.ts';
import { applyEdits } from './text-edit.ts';

const MAKERS: ReadonlyMap<string, FixMaker> = new Map(
  [
    PUNCTUATION_FIXES,
    QUOTE_FIXES,
    NUMBER_FIXES,
    FOREIGN_FIXES,
    FUNCTION_FIXES,
    FIELD_FIXES,
    OPERATOR_FIXES,
    VALUE_FIXES,
    PORTABLE_FIXES,
  ].flatMap((makers) => Object.entries(makers)),
);

export type FixOptions = Pick<DiagnoseOptions, 'scope' | 'dialect'>;

/** The options are those that the problem was found with; the best fix comes first. */
export function fixesFor(text: string, problem: Problem, options: FixOptions = {}): readonly Fix[] {
  const maker = MAKERS.get(problem.code);
  if (!maker) return [];
  const { scope, dialect } = options;
  const asked = { scope, dialect };
  const place = placeOf(text, problem, options);
  if (isTorn(place)) return [];
  const sketches = maker(place);
  const before = sketches.length > 0 ? diagnose(text, asked) : [];
  const results = new Set<string>();
  const tried = sketches.flatMap((sketch) => {
    const after = applyEdits(text, sketch.edits);
    if (after.trim() === '' || results.has(after)) return [];
    results.add(after);
    const outcome = judge({ problem, before, after: diagnose(after, asked), text, fixed: after });
    return outcome === 'worse' ? [] : { sketch, outcome };
  });
  const clean = tried.filter(({ outcome }) => outcome === 'better');
  return (clean.length > 0 ? clean : tried).map(({ sketch }, index) => toFix(sketch, problem, index === 0));
}

function placeOf(text: string, problem: Problem, { scope = 'run' }: FixOptions): FixPlace {
  const { tree, problems } = parse(text);
  const source = text.slice(problem.from, problem.to);
  return { text, problem, source, scope, tree, problems, tokens: scan(text) };
}

/** A quote that never ends turns everything behind it inside out; it has to be closed first. */
function isTorn({ problem, problems }: FixPlace): boolean {
  if (problem.code === 'unclosed-quote') return false;
  const isOfParser = problems.some(({ code, from }) => code === problem.code && from === problem.from);
  return isOfParser && problems.some(({ code }) => code === 'unclosed-quote');
}

interface Trial {
  readonly problem: Problem;
  readonly before: readonly Problem[];
  readonly after: readonly Problem[];
  readonly text: string;
  readonly fixed: string;
}

/**
 * `reveals`: the problem is gone, and others that it had hidden can be seen now, such as a misspelt
 * field beside a value that was no value.
 */
function judge({ problem, before, after, text, fixed }: Trial): 'better' | 'reveals' | 'worse' {
  const isGone = count(after, problem.code) < count(before, problem.code);
  if (!isGone) return 'worse';
  if (!hasNewErrors(before, after)) return 'better';
  const isParserProblem = parse(text).problems.some(({ code }) => code === problem.code);
  const parsesWorse = hasNewErrors(parse(text).problems, parse(fixed).problems);
  return isParserProblem && !parsesWorse ? 'reveals' : 'worse';
}

function hasNewErrors(before: readonly Problem[], after: readonly Problem[]): boolean {
  return after.some(({ severity, code }) => severity === 'error' && count(after, code) > count(before, code));
}

function count(problems: readonly Problem[], code: string): number {
  return problems.filter((problem) => problem.code === code).length;
}

function toFix({ title, edits, isGuess }: FixSketch, { code }: Problem, isFirst: boolean): Fix {
  return { kind: 'edit', title, code, edits, isPreferred: isFirst && !isGuess };
}
