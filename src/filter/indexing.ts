/**
 * Questions that LangSmith's indexes cannot answer (FILTER-LANGUAGE §6). The first backend, behind the
 * v1 endpoints, indexes 250 characters of a text; the second keeps words of 2 to 44 characters and no
 * bare numbers. Local engines read everything, but positions in lists, which are in no key anywhere.
 */
import type { Comparison, Expression, Problem, StringLiteral } from './ast.ts';
import type { Dialect } from './dialect.ts';
import type { PairGroup } from './field.ts';
import { resolveField } from './resolve-field.ts';
import { isStopWord } from './stop-words.ts';
import { problemAt } from './token.ts';
import { walk } from './walk.ts';

type Server = Extract<Dialect, { kind: 'server' }>;

/** Characters of a value, and of a text, that the first backend indexes. */
export const INDEXED_CHARACTERS = 250;
/** Length of a word that the second backend indexes. */
const LONGEST_WORD = 44;
/** Depth of a path that the second backend follows. */
const DEEPEST_PATH = 30;

export function indexLimits(tree: Expression | undefined, dialect: Dialect): readonly Problem[] {
  if (!tree) return [];
  const positions = arrayPositions(tree);
  if (dialect.kind === 'local') return positions;
  return [...positions, ...limitsOf(tree, dialect)];
}

/** `messages.0.content`: lists have no positions in keys, here or there (FILTER-LANGUAGE §6). */
function arrayPositions(tree: Expression): readonly Problem[] {
  return [...walk(tree)].flatMap((node): readonly Problem[] => {
    if (node.kind !== 'comparison') return [];
    const pair = resolveField(node.field.name)?.pair;
    if (pair?.part !== 'key' || pair.group === 'feedback') return [];
    const scalars = node.value.kind === 'list' ? node.value.items : [node.value];
    return scalars.flatMap((each): readonly Problem[] => {
      const path = each.kind === 'string' ? withoutPositions(each.value, pair.group) : undefined;
      if (each.kind !== 'string' || path === undefined) return [];
      const message = `Keys leave out the positions of lists; write "${path}", which is asked of every element.`;
      return [problemAt(each, 'array-position', message, 'warning')];
    });
  });
}

/**
 * Undefined when there is none. Metadata has keys with numbers of its own, such as "gpt-3.5", so there only
 * what cannot be meant otherwise counts.
 */
export function withoutPositions(path: string, group: PairGroup): string | undefined {
  const plain = path.replace(/\[\d*\]/g, '');
  const dotted =
    group === 'metadata' ? plain.replace(/\.\d+(?=\.)/g, '') : plain.replace(/\.\d+(?=\.|$)/g, '');
  const rest = dotted.replace(/^\.+/, '');
  return rest === path || rest === '' ? undefined : rest;
}

function limitsOf(tree: Expression, dialect: Server): readonly Problem[] {
  return [...walk(tree)].flatMap((node): readonly Problem[] => {
    if (node.kind === 'search') return searchLimits(node.text, dialect);
    return node.kind === 'comparison' ? comparisonLimits(node, dialect) : [];
  });
}

function searchLimits(text: StringLiteral, server: Server): readonly Problem[] {
  const warn = (code: string, message: string) => [problemAt(text, code, message, 'warning')];
  const words = wordsOf(text.value);
  if (words.length === 0) return [];
  if (words.every((word) => word.length < 2)) {
    return warn('search-too-short', 'LangSmith indexes no words of one letter; this search finds nothing.');
  }
  if (words.every((word) => word.length < 2 || isStopWord(word))) {
    return warn('search-stop-words', `LangSmith does not index ${listed(words)}; add a rarer word.`);
  }
  if (server.generation !== 'v2' && text.value.length > INDEXED_CHARACTERS) {
    const message = `LangSmith indexes the first ${INDEXED_CHARACTERS} characters of a text; this search has ${text.value.length}. Look for a few rare words of it.`;
    return warn('search-too-long', message);
  }
  return server.generation === 'v1' ? [] : secondBackend(text, words, server);
}

/** All words must match, so one that is not indexed may spoil the search. */
function secondBackend(text: StringLiteral, words: readonly string[], server: Server): readonly Problem[] {
  // Which backend answers is only known with the generation.
  const severity = server.generation === 'v2' ? 'warning' : 'info';
  const where = server.generation === 'v2' ? 'LangSmith' : "LangSmith's newer backend";
  const say = (code: string, message: string) => [problemAt(text, code, message, severity)];
  const worth = words.filter((word) => word.length > 1 && !isStopWord(word));
  if (worth.every((word) => /^\d+$/.test(word))) {
    return say('search-numbers', `${where} does not index bare numbers; add a word beside ${listed(worth)}.`);
  }
  const long = worth.find((word) => word.length > LONGEST_WORD);
  if (long) {
    return say(
      'search-long-word',
      `${where} indexes words of up to ${LONGEST_WORD} letters; shorten ${cut(long)}.`,
    );
  }
  if (/\bhttps?:\/\//i.test(text.value)) {
    return say('search-url', `${where} does not index addresses; search for words around it.`);
  }
  const foreign = worth.find((word) => /[^ -~]/.test(word));
  if (!foreign) return [];
  return say(
    'search-not-ascii',
    `${where} indexes plain ASCII words only; ${cut(foreign)} may not be found.`,
  );
}

function comparisonLimits({ op, field, value }: Comparison, server: Server): readonly Problem[] {
  const pair = resolveField(field.name)?.pair;
  const isItem = pair?.group === 'metadata' || pair?.group === 'input' || pair?.group === 'output';
  if (!isItem || (op !== 'eq' && op !== 'in')) return [];
  const scalars = value.kind === 'list' ? value.items : [value];
  return scalars.flatMap((each): readonly Problem[] => {
    if (each.kind !== 'string') return [];
    if (pair.part === 'value' && server.generation !== 'v2' && each.value.length > INDEXED_CHARACTERS) {
      const message = `LangSmith does not index values longer than ${INDEXED_CHARACTERS} characters; this one has ${each.value.length} and is not found.`;
      return [problemAt(each, 'value-too-long', message, 'warning')];
    }
    if (pair.part === 'key' && server.generation === 'v2' && each.value.split('.').length > DEEPEST_PATH) {
      const message = `LangSmith indexes paths of up to ${DEEPEST_PATH} steps.`;
      return [problemAt(each, 'path-too-deep', message, 'warning')];
    }
    return [];
  });
}

/** As an index cuts a text into words: at everything that is neither letter nor digit. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function listed(words: readonly string[]): string {
  return words.slice(0, 5).map(cut).join(', ');
}

function cut(word: string): string {
  return `"${word.length > 30 ? `${word.slice(0, 30)}…` : word}"`;
}
