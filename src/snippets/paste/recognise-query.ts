/** A bare filter, a query of LangSmith's search bar, a bare id. */
import { check } from '../../filter/check.ts';
import { barToFilter } from '../../filter/bar/bar-to-filter.ts';
import { barSubjectOf } from '../../filter/bar/bar-subject.ts';
import type { BarExpression } from '../../filter/bar/bar-tree.ts';
import { parseBar } from '../../filter/bar/parse-bar.ts';
import { parse } from '../../filter/parse.ts';
import { shown } from './argument-notes.ts';
import { textOf } from './code-tokens.ts';
import { CodeParser } from './parse-code.ts';
import type { Reading } from './patch.ts';

/** Logs and OpenTelemetry write them without dashes. */
const UUID = /^([0-9a-f]{8})(-?)([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{12})$/i;
/** A function of the language stands at the start; everything else is not a filter, whatever parses. */
const CALL = /^\s*["'`]?\s*(?:and|or|not|eq|neq|gt|gte|lt|lte|in|has|like|notlike|exists|search)\s*\(/i;
/** More words without any field are prose. */
const MOST_WORDS = 8;

export function recogniseId(text: string): Reading | undefined {
  const id = text.trim().replace(/^["']|["',]$/g, '');
  const parts = UUID.exec(id);
  if (!parts) return undefined;
  const runId = [parts[1], ...parts.slice(3)].join('-').toLowerCase();
  return {
    kind: 'id',
    confidence: 'sure',
    patch: { open: { kind: 'run', runId } },
    notes: [],
  };
}

export function recogniseFilter(text: string): Reading | undefined {
  if (!CALL.test(text)) return undefined;
  const filter = unquoted(text.trim());
  const { tree, problems } = parse(filter);
  if (!tree) return undefined;
  const wrong = [...problems, ...check(tree)].filter(({ severity }) => severity === 'error');
  return {
    kind: 'filter',
    confidence: wrong.length === 0 ? 'sure' : 'likely',
    patch: { filter },
    notes: [...new Set(wrong.map(({ message }) => message))],
  };
}

/** Copied out of a program together with its quotes. */
function unquoted(text: string): string {
  const quote = /^(["'`])[\s\S]*\1$/.exec(text)?.[1];
  if (quote === undefined) return text;
  const decoded = new CodeParser(text).expression();
  const readings = [text.slice(1, -1), decoded.kind === 'text' ? textOf(decoded.parts) : ''];
  return readings.find((inner) => inner !== '' && parse(inner).problems.length === 0) ?? text;
}

export function recogniseBar(text: string): Reading | undefined {
  const { tree } = parseBar(text);
  if (!tree) return undefined;
  const clauses = countOf(tree, isKnownClause);
  const terms = countOf(tree, ({ kind }) => kind === 'term');
  if (clauses === 0 && (terms > MOST_WORDS || /[\n<>{};]/.test(text.trim()))) return undefined;
  // Code and prose have colons too; a query is mostly clauses.
  if (clauses > 0 && terms > clauses * MOST_WORDS) return undefined;
  const found = barToFilter(text);
  if (found.filter === '') return undefined;
  return {
    kind: 'bar',
    confidence: clauses === 0 ? 'maybe' : terms > clauses ? 'maybe' : 'likely',
    patch: { filter: found.filter },
    notes: [
      ...found.untranslated.map(({ text: part, reason }) => `“${shown(part)}” is left out. ${reason}`),
      ...found.notes.map(({ text: part, reason }) => `“${shown(part)}”: ${reason}`),
    ],
  };
}

function isKnownClause(tree: BarExpression): boolean {
  return tree.kind === 'clause' && barSubjectOf(tree.field).kind !== 'unknown';
}

function countOf(tree: BarExpression, is: (tree: BarExpression) => boolean): number {
  const own = is(tree) ? 1 : 0;
  if (tree.kind === 'not') return own + countOf(tree.part, is);
  if (tree.kind !== 'and' && tree.kind !== 'or') return own;
  return tree.parts.reduce((sum, part) => sum + countOf(part, is), own);
}
