/** A conversation as a Markdown document: every turn, only what is new in it, and what was left out by name. */
import type { Run, RunPayload } from '../contract/run.ts';
import type { ChatMessage, ContentPart } from './chat-message.ts';
import { type TurnSide, turnMessages } from './turn-messages.ts';

export interface MarkdownTurn {
  readonly run: Run;
  /** Undefined: it could not be loaded. */
  readonly payload: RunPayload | undefined;
}

/** Older turns than these, and how many turns the thread has if anybody knows. */
export interface MarkdownGap {
  readonly total: number | undefined;
}

export function threadMarkdown(
  threadId: string,
  turns: readonly MarkdownTurn[],
  gap: MarkdownGap = { total: turns.length },
): string {
  const parts = turns.map(({ run, payload }, index) => {
    const before = turns[index - 1];
    const number = gap.total === undefined ? index - turns.length : gap.total - turns.length + index + 1;
    const title = `## Turn ${number} · ${new Date(run.startTime).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
    const error = run.status === 'error' ? errorLines(run, payload) : [];
    if (!payload)
      return [title, '_The inputs and outputs of this turn could not be loaded._', ...error].join('\n\n');
    const { input, output } = turnMessages(payload, run.runType, before?.payload, before?.run.runType);
    return [title, ...sideLines(input), ...sideLines(output), ...error, `_Trace ${run.traceId}_`].join(
      '\n\n',
    );
  });
  return `# Thread ${threadId}\n\n${countWords(turns.length, gap)} What a turn repeats of the one before is left out.\n\n${parts.join('\n\n')}\n`;
}

function countWords(count: number, { total }: MarkdownGap): string {
  if (total === count) return count === 1 ? '1 turn.' : `${count} turns.`;
  return total === undefined
    ? `The newest ${count} turns, counted from the last; the older ones are not in this document.`
    : `The newest ${count} of ${total} turns; the older ones are not in this document.`;
}

/** The whole error, as it was recorded; of a turn that could not be loaded its beginning. */
function errorLines(run: Run, payload: RunPayload | undefined): readonly string[] {
  const error = payload?.error;
  if (error !== undefined && (error.includes('\n') || error.length > LINE))
    return ['> **Failed.**', fenced(error, '')];
  if (error !== undefined) return [`> **Failed.** ${oneLine(error)}`];
  return [
    run.errorPreview === undefined
      ? '> **Failed.** No message was recorded.'
      : `> **Failed.** It begins: ${oneLine(run.errorPreview)}`,
  ];
}

/** Characters of an error that read well in one line. */
const LINE = 200;

function sideLines({ messages, other }: TurnSide): readonly string[] {
  return [
    ...messages.map(messageText),
    ...(other === undefined ? [] : [fenced(JSON.stringify(other, undefined, 2), 'json')]),
  ];
}

const NAMES: Readonly<Record<string, string>> = {
  user: 'User',
  assistant: 'Assistant',
  system: 'System',
  developer: 'Developer',
  tool: 'Tool',
};

function messageText({ role, name, parts, toolCalls }: ChatMessage): string {
  const who = `**${NAMES[role] ?? role}${name === undefined ? '' : ` (${name})`}**`;
  const calls = toolCalls.map(
    (call) => `Calls \`${call.name}\`\n\n${fenced(JSON.stringify(call.args, undefined, 2), 'json')}`,
  );
  return [who, ...parts.map(partText), ...calls].join('\n\n');
}

function partText(part: ContentPart): string {
  if ('text' in part) return part.text;
  if (part.kind === 'json') return fenced(JSON.stringify(part.value, undefined, 2), 'json');
  return `_[${part.kind}: left out of this document]_`;
}

/** A fence longer than any inside, so that recorded code cannot break out. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
