/** Requests in programs: `fetch(url, {body})`, `requests.post(url, json=…)`, `axios.post(url, {…})`. */
import type { CodeToken } from './code-tokens.ts';
import { CodeEvaluator, type CodeValue } from './evaluate-code.ts';
import { findCalls } from './find-calls.ts';
import { hintsIn } from './deployment-hints.ts';
import { type CodeArguments, type CodeExpression, CodeParser } from './parse-code.ts';
import type { Reading } from './patch.ts';
import { readArguments } from './read-arguments.ts';
import { isQueryPath, readRequest } from './read-request.ts';
import { membersOf } from './read-body.ts';

const SENDERS = new Set(['fetch', 'post', 'request', 'urlopen', 'Request']);

export function recogniseRequest(text: string, now: number): Reading | undefined {
  if (!/\/(?:query|stats|validate)\b/.test(text)) return undefined;
  const { variables } = findCalls(text);
  const evaluator = new CodeEvaluator(variables, now);
  const parser = new CodeParser(text);
  const { tokens } = parser;
  for (let at = 0; at < tokens.length; at++) {
    if (!isSender(tokens, at)) continue;
    parser.index = at + 1;
    const args = parser.arguments();
    const url = urlOf(args, evaluator);
    if (url === undefined) {
      at = Math.max(at, parser.index - 1);
      continue;
    }
    const named = tokens.slice(at, parser.index).some(({ text: each }) => each === '=');
    const body = bodyOf(args, evaluator, now);
    return readRequest({
      kind: named || tokens[at]!.text === 'urlopen' ? 'python' : 'typescript',
      url,
      workspaceId: hintsIn(`api_url="https://x.example"\n${text}`)?.workspaceId,
      notes: [],
      readBody: (generation) =>
        body?.kind === 'record' ? readArguments(body.members, generation, now) : undefined,
    });
  }
  return undefined;
}

function isSender(tokens: readonly CodeToken[], at: number): boolean {
  const token = tokens[at]!;
  return token.kind === 'name' && SENDERS.has(token.text) && tokens[at + 1]?.text === '(';
}

/** `post(url, …)`, `request("POST", url, …)`, `post(url=…)`. */
function urlOf({ plain, named }: CodeArguments, evaluator: CodeEvaluator): string | undefined {
  const given = [...plain.slice(0, 2), ...named.flatMap(([name, each]) => (name === 'url' ? [each] : []))];
  const texts = given
    .map((each) => evaluator.value(each))
    .map((value) => value.kind === 'plain' && value.value);
  return texts.find(
    (text): text is string =>
      typeof text === 'string' && isQueryPath(text.replace(/[?#].*$/s, '').replace(/\/+$/, '')),
  );
}

/** By its name, as a member of the options, or as the second argument itself. */
function bodyOf(
  { plain, named }: CodeArguments,
  evaluator: CodeEvaluator,
  now: number,
): CodeValue | undefined {
  const byName = named.find(([name]) => /^(?:json|data|content|body)$/.test(name))?.[1];
  if (byName) return objectOf(byName, evaluator, now);
  const options = plain[1];
  if (!options) return undefined;
  const inside =
    options.kind === 'record'
      ? options.members.find(([name]) => /^(?:body|json|data)$/.test(name))?.[1]
      : undefined;
  return objectOf(inside ?? options, evaluator, now);
}

/** The object, or what JSON.stringify() and json.dumps() are given, or its text. */
function objectOf(expression: CodeExpression, evaluator: CodeEvaluator, now: number): CodeValue | undefined {
  const [first] = expression.kind === 'call' ? expression.args.plain : [];
  const isPrinted = expression.kind === 'call' && /^(?:stringify|dumps|encode)$/.test(expression.name);
  if (isPrinted && first) return objectOf(first, evaluator, now);
  const value = evaluator.value(expression);
  if (value.kind !== 'plain') return value;
  const members = membersOf(String(value.value), now);
  return members && { kind: 'record', members };
}
