import { passes } from '../../../filter/passes.ts';
import type { Predicate, Test } from '../../../filter/predicate.ts';
import { errorTextOf } from '../store/error-text.ts';
import { ERROR, STATUS_WORDS } from '../store/row-state.ts';
import { compileNumber } from './compile-number.ts';
import { compilePayloadText } from './compile-payload-text.ts';
import { compileThread } from './compile-thread.ts';
import { compileText, compileWords } from './compile-words.ts';
import { measureOf } from './measures.ts';
import { memoized, type RowTest, type Sources } from './row-test.ts';

type Compare = Extract<Predicate, { kind: 'compare' }>;

export function compileCompare(sources: Sources, { field, test }: Compare): RowTest {
  const { table } = sources;
  switch (field) {
    case 'name':
      return compileWords(table.name.codes, table.names, test);
    case 'session_id':
      return compileWords(table.project.codes, table.projects, test);
    case 'trace_id':
      return compileWords(table.trace.codes, table.traces, test);
    case 'reference_example_id':
      return compileWords(table.example.codes, table.examples, test);
    case 'run_type':
      return compileRunType(sources, test);
    case 'status':
      return compileStatus(sources, test);
    case 'thread_id':
      return compileThread(table, test);
    case 'id':
      return compileText((row) => table.ids[row], test);
    case 'parent_run_id':
      return compileText((row) => table.ids[table.parent.codes[row]!], test);
    case 'is_root':
      return compileText((row) => table.parent.codes[row]! < 0, test);
    case 'error':
      return compileError(sources, test);
    case 'inputs':
    case 'outputs':
      return compilePayloadText(sources, field, test);
    default:
      return compileNumber(measureOf(sources, field)!, test);
  }
}

/** A run that never said its type is a chain. */
function compileRunType({ table }: Sources, test: Test): RowTest {
  const { runType, runTypes } = table;
  const unsaid = passes(test, 'chain');
  const ofWord = memoized(runTypes.size, (code) => passes(test, runTypes.word(code)));
  return (row) => (runType[row]! < 0 ? unsaid : ofWord(runType[row]!));
}

function compileStatus({ table }: Sources, test: Test): RowTest {
  const { status } = table;
  const answers = STATUS_WORDS.map((word) => passes(test, word));
  return (row) => answers[status[row]!]!;
}

/** Few runs fail, so the texts of the others are never looked for. */
function compileError({ table }: Sources, test: Test): RowTest {
  const { status } = table;
  const withoutError = passes(test, undefined);
  return (row) => (status[row] === ERROR ? passes(test, errorTextOf(table, row)) : withoutError);
}
