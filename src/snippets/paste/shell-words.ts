/** The first command of a shell text as words, quotes taken off. Total. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** What follows the command: pipes, redirections, further commands. */
  readonly hasMore: boolean;
}

const STOPS = /[\n|;&<>]/;

export function shellWords(text: string): ShellCommand {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  for (; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) {
      at += text[at + 1] === '\r' ? 2 : 1;
    } else if (char === '\\') {
      word = (word ?? '') + (text[(at += 1)] ?? '');
    } else if (char === "'" || char === '"') {
      const quoted = readQuoted(text, at);
      word = (word ?? '') + quoted.value;
      at = quoted.end;
    } else if (char === '$' && text[at + 1] === "'") {
      const quoted = readQuoted(text, at + 1, true);
      word = (word ?? '') + quoted.value;
      at = quoted.end;
    } else if (STOPS.test(char)) {
      if (words.length > 0 || word !== undefined) break;
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + char;
    }
  }
  if (word !== undefined) words.push(word);
  return { words, hasMore: text.slice(at).replace(/^[;\s]+/, '') !== '' };
}

/** Between single quotes nothing is an escape, between double quotes some are, between $'…' all. */
function readQuoted(text: string, from: number, isAnsi = false): { value: string; end: number } {
  const quote = text[from]!;
  let value = '';
  let at = from + 1;
  for (; at < text.length && text[at] !== quote; at++) {
    const next = text[at + 1] ?? '';
    if (text[at] !== '\\' || (quote === "'" && !isAnsi)) value += text[at]!;
    else if (isAnsi) {
      value += { n: '\n', t: '\t', r: '\r' }[next] ?? next;
      at += 1;
    } else if ('"\\$`'.includes(next) && next !== '') {
      value += next;
      at += 1;
    } else if (next === '\n') at += 1;
    else value += '\\';
  }
  return { value, end: at };
}
