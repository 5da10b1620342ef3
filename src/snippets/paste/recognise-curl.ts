/** curl commands of either generation of the API; keys are gone before this reads them. */
import { shown } from './argument-notes.ts';
import type { Reading } from './patch.ts';
import { readBody } from './read-body.ts';
import { readRequest } from './read-request.ts';
import { shellWords } from './shell-words.ts';

interface Request {
  url?: string;
  readonly bodies: string[];
  readonly headers: string[];
  readonly notes: string[];
  isGet: boolean;
}

const DATA = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--json',
  '--data-urlencode',
]);
const WITH_VALUE = new Set([
  '-X',
  '--request',
  '-o',
  '--output',
  '-u',
  '--user',
  '-A',
  '--user-agent',
  '-m',
  '--max-time',
  '--connect-timeout',
  '--retry',
  '-b',
  '--cookie',
  '-e',
  '--referer',
  '--cacert',
  '-w',
  '--write-out',
  '-x',
  '--proxy',
]);

export function recogniseCurl(text: string, now: number): Reading | undefined {
  const start = /(?:^|\n)\s*(?:[$%>#]\s*)?curl(?:\.exe)?\s/.exec(text);
  if (!start) return undefined;
  const command = inUnixQuotes(text.slice(start.index).replace(/^\s*(?:[$%>#]\s*)?/, ''));
  const { words, hasMore } = shellWords(command);
  const request = readCommand(words.slice(1), hereDocument(command));
  if (hasMore && hereDocument(command) === undefined)
    request.notes.push('What follows the command is left out.');
  const { url, bodies, headers, notes, isGet } = request;
  if (!url) return undefined;
  const workspaceId = headers
    .map((header) => /^x-tenant-id\s*:\s*([0-9a-f-]{36})$/i.exec(header.trim())?.[1])
    .find(Boolean);
  return readRequest({
    kind: 'curl',
    url,
    workspaceId,
    notes,
    readBody: (generation) => readBody(isGet ? '' : bodies.join('&'), generation, now),
  });
}

/** The command line of Windows continues with ^ where others have a backslash, and may escape every sign so. */
function inUnixQuotes(command: string): string {
  const isEscaped = /\^"/.test(command);
  if (!isEscaped && !/\^[ \t]*\r?\n/.test(command)) return command;
  const joined = command.replace(/\^[ \t]*\r?\n\s*/g, ' ');
  return isEscaped ? joined.replace(/\^([^\w\s])/g, '$1') : joined;
}

/** What `<<EOF` brings in: the body of `-d @-`. */
function hereDocument(command: string): string | undefined {
  const opening = /<<-?[ \t]*(['"]?)(\w+)\1[^\n]*\n/.exec(command);
  if (!opening) return undefined;
  const lines = command.slice(opening.index + opening[0].length).split(/\r?\n/);
  const end = lines.findIndex((line) => line.trim() === opening[2]);
  return end < 0 ? undefined : lines.slice(0, end).join('\n');
}

function readCommand(words: readonly string[], standardInput: string | undefined): Request {
  const request: Request = { bodies: [], headers: [], notes: [], isGet: false };
  for (let at = 0; at < words.length; at++) {
    const [flag, inline] = splitFlag(words[at]!);
    const value = () => inline ?? words[(at += 1)] ?? '';
    if (DATA.has(flag)) takeBody(request, value(), standardInput);
    else if (flag === '-H' || flag === '--header') request.headers.push(value());
    else if (flag === '--url') request.url = value();
    else if (flag === '-G' || flag === '--get') request.isGet = true;
    else if (WITH_VALUE.has(flag)) value();
    else if (!flag.startsWith('-')) request.url ??= flag;
  }
  return request;
}

/** `--name=value`, `-XPOST`, `-H'…'`. */
function splitFlag(word: string): readonly [string, string | undefined] {
  const long = /^(--[\w-]+)=([\s\S]*)$/.exec(word);
  if (long) return [long[1]!, long[2]];
  const short = /^(-[XHdoum])([\s\S]+)$/.exec(word);
  return short && !word.startsWith('--') ? [short[1]!, short[2]] : [word, undefined];
}

function takeBody(request: Request, body: string, standardInput: string | undefined): void {
  if (/^@(?:-|\/dev\/stdin)$/.test(body) && standardInput !== undefined) {
    request.bodies.push(standardInput);
    return;
  }
  if (body.startsWith('@'))
    request.notes.push(`The body is in ${shown(body.slice(1))}, which is not part of the text.`);
  else request.bodies.push(body);
}
