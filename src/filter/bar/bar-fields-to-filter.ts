/** A clause of the bar about a field of the run itself as a filter of the API language, affirmed or denied. */
import type { Comparator, Expression } from '../ast.ts';
import type { BarClause } from './bar-tree.ts';
import type { BarField } from './bar-field.ts';
import { NO_PERCENT } from './bar-items.ts';
import { all, any, comparison } from './build-filter.ts';
import { DIFFERENCES, type RemarkBook } from './remark.ts';

interface Asked {
  readonly clause: BarClause;
  readonly field: BarField;
  readonly isDenied: boolean;
  readonly book: RemarkBook;
}

export function translateField(asked: Asked): Expression | undefined {
  switch (asked.field.kind) {
    case 'text':
    case 'tags':
      return translateText(asked);
    case 'word':
      return translateWord(asked);
    case 'number':
      return translateNumber(asked);
    case 'moment':
      return translateMoment(asked);
    case 'content':
    case 'fulltext':
      return translateFullText(asked);
    default:
      return asked.book.leaveOut(
        asked.clause,
        `The API language has no counterpart of "${asked.field.name}".`,
      );
  }
}

function translateText({ clause, field, isDenied, book }: Asked): Expression | undefined {
  const { match } = clause;
  const like: Comparator = isDenied ? 'notlike' : 'like';
  if (match.kind === 'exists') return comparison(like, field.name, '%');
  if (match.kind === 'pattern') {
    if (match.parts.some((part) => part.includes('%'))) return book.leaveOut(clause, NO_PERCENT);
    book.note(clause, DIFFERENCES.letterCase);
    return comparison(like, field.name, match.parts.join('%'));
  }
  if (match.kind !== 'is') return undefined;
  if (field.kind === 'text') return comparison(isDenied ? 'neq' : 'eq', field.name, match.word.text);
  if (!isDenied) return comparison('has', field.name, match.word.text);
  return book.leaveOut(
    clause,
    'The API language cannot ask for the absence of a tag; mark such runs in their metadata and ask -metadata.key:*.',
  );
}

function translateWord({ clause, field, isDenied, book }: Asked): Expression | undefined {
  const { match } = clause;
  if (match.kind === 'is') return comparison(isDenied ? 'neq' : 'eq', field.name, match.word.text);
  if (match.kind !== 'exists') return undefined;
  if (field.name === 'parent_run_id') return comparison('eq', 'is_root', isDenied);
  if (field.name === 'thread_id') return comparison(isDenied ? 'eq' : 'neq', field.name, null);
  return book.leaveOut(
    clause,
    isDenied
      ? `Every run has "${field.name}", so nothing matches.`
      : `Every run has "${field.name}", so this asks for nothing.`,
  );
}

const TURNED = { gt: 'lte', gte: 'lt', lt: 'gte', lte: 'gt' } as const;

/** Denied, a missing value counts too: not over 5 seconds is also a run that has not ended. */
function translateNumber({ clause, field, isDenied }: Asked): Expression | undefined {
  const { match } = clause;
  const { name } = field;
  switch (match.kind) {
    case 'exists':
      return comparison(isDenied ? 'eq' : 'neq', name, null);
    case 'is':
      return comparison(isDenied ? 'neq' : 'eq', name, Number(match.word.text));
    case 'compare': {
      const value = Number(match.word.text);
      if (!isDenied) return comparison(match.op, name, value);
      return any([comparison(TURNED[match.op], name, value), comparison('eq', name, null)]);
    }
    case 'range': {
      const low = comparison(match.low.isInclusive ? 'gte' : 'gt', name, Number(match.low.word.text));
      const high = comparison(match.high.isInclusive ? 'lte' : 'lt', name, Number(match.high.word.text));
      if (!isDenied) return all([low, high]);
      return any([
        { ...low, op: match.low.isInclusive ? 'lt' : 'lte' },
        { ...high, op: match.high.isInclusive ? 'gt' : 'gte' },
        comparison('eq', name, null),
      ]);
    }
    default:
      return undefined;
  }
}

function translateMoment({ clause, field, isDenied, book }: Asked): Expression | undefined {
  if (clause.match.kind === 'exists') return comparison(isDenied ? 'eq' : 'neq', field.name, null);
  return book.leaveOut(
    clause,
    `"${field.name}" is a moment in the bar and seconds after the start in the API language; neither can be said in the other.`,
  );
}

const WHOLE_TEXT: Readonly<Record<string, string>> = {
  input: 'inputs',
  output: 'outputs',
  error: 'error',
  metadata: 'metadata_value',
};

function translateFullText({ clause, field, isDenied, book }: Asked): Expression | undefined {
  if (clause.match.kind !== 'matches') return undefined;
  const { text } = clause.match.word;
  if (text.includes('%')) return book.leaveOut(clause, NO_PERCENT);
  book.note(clause, DIFFERENCES.fullText);
  // Inputs and outputs are written bare, as LangSmith's own screens did; there a bare text means "contains".
  const isBare = field.name === 'input' || field.name === 'output';
  return comparison(isDenied ? 'notlike' : 'like', WHOLE_TEXT[field.name]!, isBare ? text : `%${text}%`);
}
