/** Tree → one line of search-bar text; AND is written out, as LangSmith's documents do. Holes print nothing. */
import type { BarClause, BarExpression, BarMatch, BarWord } from './bar-tree.ts';
import { printBarPattern, printBarText, quoteBarText } from './bar-word.ts';

export function printBar(tree: BarExpression): string {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.parts
        .map((part) => printInside(part, tree.kind))
        .filter((text) => text !== '')
        .join(tree.kind === 'and' ? ' AND ' : ' OR ');
    case 'not':
      return printNot(tree.part);
    case 'clause':
      return printClause(tree);
    case 'term':
      return tree.word.isQuoted ? quoteBarText(tree.word.text) : printBarText(tree.word.text);
    default:
      return '';
  }
}

function printInside(part: BarExpression, outer: 'and' | 'or'): string {
  const text = printBar(part);
  const needs = part.kind === 'or' || (part.kind === 'and' && outer === 'and');
  return needs && text !== '' ? `(${text})` : text;
}

function printNot(part: BarExpression): string {
  const text = printBar(part);
  if (text === '') return '';
  if (part.kind === 'clause' || part.kind === 'term') return `-${text}`;
  return part.kind === 'not' ? `NOT ${text}` : `NOT (${text})`;
}

function printClause({ field, match }: BarClause): string {
  return `${printBarField(field.name, field.path)}:${printMatch(match)}`;
}

export function printBarField(name: string, path: readonly string[]): string {
  const segments = path.map((segment) =>
    /^[^\s:."()\\{}[\]*]+$/.test(segment) ? segment : quoteBarText(segment),
  );
  return [name, ...segments].join('.');
}

function printMatch(match: BarMatch): string {
  switch (match.kind) {
    case 'is':
      return printWord(match.word);
    case 'matches':
      return `~${printWord(match.word)}`;
    case 'pattern':
      return printBarPattern(match.parts);
    case 'exists':
      return '*';
    case 'compare':
      return `${{ gt: '>', gte: '>=', lt: '<', lte: '<=' }[match.op]}${printWord(match.word)}`;
    case 'group':
      return `{${printBar(match.part)}}`;
    default: {
      const { low, high } = match;
      return `${low.isInclusive ? '[' : '{'}${printWord(low.word)} TO ${printWord(high.word)}${high.isInclusive ? ']' : '}'}`;
    }
  }
}

/** Quotes that a person wrote stay: they tell "3" from 3. A number keeps its minus sign bare. */
function printWord({ text, isQuoted, wildcard }: BarWord): string {
  if (isQuoted) return quoteBarText(text);
  if (wildcard) return printBarPattern(wildcard);
  return /^-\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? text : printBarText(text);
}
