/**
 * Finds runs of an open trace while a person types. All words must occur, in any order and case, in
 * name, type, status, tags, id or the previews; "several words" in quotes count as one. `type:llm` and
 * `status:error` ask one field. This is not the filter language: it never leaves the page.
 */
import type { Run } from '../contract/run.ts';
import type { RunTree } from './run-tree.ts';

export type TreeSearch = (text: string) => Int32Array;

/** Texts are lowered once per tree, at the first search. */
export function treeSearch(tree: RunTree): TreeSearch {
  let texts: readonly string[] | undefined;
  return (text) => {
    const terms = searchTerms(text);
    if (terms.length === 0) return new Int32Array();
    texts ??= tree.runs.map(searchText);
    const found: number[] = [];
    for (let node = 0; node < texts.length; node++) {
      if (terms.every((term) => matches(term, tree.runs[node]!, texts![node]!))) found.push(node);
    }
    return Int32Array.from(found);
  };
}

interface Term {
  /** Undefined = anywhere. */
  readonly field: Field | undefined;
  readonly word: string;
}

type Field = 'type' | 'status' | 'name';

const fieldTexts: Readonly<Record<Field, (run: Run) => string>> = {
  type: (run) => run.runType.toLowerCase(),
  status: (run) => run.status,
  name: (run) => run.name.toLowerCase(),
};

function searchTerms(text: string): readonly Term[] {
  const words = text.toLowerCase().match(/(?:type|status|name):"[^"]*"?|"[^"]*"?|\S+/g) ?? [];
  return words.flatMap((raw) => {
    const field = fields.find((name) => raw.startsWith(`${name}:`));
    const word = raw.slice(field ? field.length + 1 : 0).replaceAll('"', '');
    return word === '' ? [] : [{ field, word }];
  });
}

const fields: readonly Field[] = ['type', 'status', 'name'];

function matches(term: Term, run: Run, text: string): boolean {
  return (term.field ? fieldTexts[term.field](run) : text).includes(term.word);
}

/** Parts are kept apart by a character nobody types, so that no word matches across two of them. */
function searchText(run: Run): string {
  return [
    run.name,
    run.runType,
    run.status,
    run.id,
    run.tags.join('\u0000'),
    run.errorPreview ?? '',
    run.inputsPreview ?? '',
    run.outputsPreview ?? '',
  ]
    .join('\u0000')
    .toLowerCase();
}
