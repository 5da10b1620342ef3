/** A piece cut out of a call or of a body: `filter="…", trace_filter="…"`, `filter: '…'`. */
import { findBarField } from '../../filter/bar/bar-field.ts';
import { canonicalName } from './argument-names.ts';
import { CodeEvaluator } from './evaluate-code.ts';
import { CodeParser } from './parse-code.ts';
import type { Reading, RunsPatch } from './patch.ts';
import { readArguments } from './read-arguments.ts';

const FIRST = /^[\s,({]*(?<quote>["']?)(?<name>[A-Za-z_]\w*)\k<quote>\s*(?<sign>[:=])(?!=)/;

export function recogniseFragment(text: string, now: number): Reading | undefined {
  const first = FIRST.exec(text)?.groups;
  const name = first?.['name'];
  if (!first || name === undefined || canonicalName(name) === undefined) return undefined;
  const isNamed = first['sign'] === '=';
  // `run_type:llm` is a query of the search bar.
  if (!isNamed && first['quote'] === '' && findBarField(name)) return undefined;
  const inner = trimmed(text);
  const parser = new CodeParser(isNamed ? `(${inner})` : `({${inner}})`);
  const { plain, named } = parser.arguments();
  const evaluator = new CodeEvaluator(new Map(), now);
  const record = plain[0] && evaluator.value(plain[0]);
  const values = isNamed
    ? named.map(([each, value]) => [each, evaluator.value(value)] as const)
    : record?.kind === 'record'
      ? record.members
      : [];
  const { patch, notes } = readArguments(values, 'v1', now);
  const { window, ...rest } = patch;
  // A piece without bounds says nothing about them.
  const found: RunsPatch = window && window.kind !== 'all' ? patch : rest;
  if (Object.keys(found).length < 2) return undefined;
  const holes = [...evaluator.holes].map(
    (hole) => `The value of ${hole} is not in the text; it stands as <${hole}>.`,
  );
  const kind = isNamed ? 'python' : first['quote'] === '"' ? 'json' : 'typescript';
  return {
    kind,
    confidence: notes.length === 0 ? 'sure' : 'likely',
    patch: found,
    notes: [...notes, ...holes],
  };
}

/** Without the brackets and commas that were cut out along with it. */
function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && /[\s,({]/.test(text[from]!)) from += 1;
  while (to > from && /[\s,;)}]/.test(text[to - 1]!)) to -= 1;
  return text.slice(from, to);
}
