/**
 * What is new in a turn of a conversation. Programs record turns in two ways: with the history in every input,
 * the whole of it or its last messages, or (LangGraph) with only the new message in and the full state out.
 * What repeats the turn before is folded, never dropped; the last message of the input always shows, because it
 * is what was asked. An output that begins with its whole input does not fold it a second time.
 */
import type { JsonObject, RunPayload } from '../contract/run.ts';
import { chatOf } from './chat.ts';
import type { ChatMessage } from './chat-message.ts';

export interface TurnSide {
  /** Said before; shown on demand. */
  readonly earlier: readonly ChatMessage[];
  readonly messages: readonly ChatMessage[];
  /** What is no chat, as it was recorded. */
  readonly other: JsonObject | undefined;
  /** Fields beside the messages that the turn before had alike; shown on demand. */
  readonly unchanged?: JsonObject;
}

export interface TurnMessages {
  readonly input: TurnSide;
  readonly output: TurnSide;
}

const NOTHING: TurnSide = { earlier: [], messages: [], other: undefined };

export function turnMessages(
  payload: RunPayload,
  runType: string,
  before: RunPayload | undefined,
  beforeType = 'chain',
): TurnMessages {
  const said = before ? everythingSaid(before, beforeType) : [];
  const input = sideOf('inputs', payload.inputs, runType);
  // A question that got no answer is often left out of what is sent next.
  const isUnanswered = said.length > 1 && Object.keys(before?.outputs ?? {}).length === 0;
  const asked = foldedInput(input, isUnanswered ? [said, said.slice(0, -1)] : [said]);
  const inputKeys = input.messages.map(keyOf);
  const output = sideOf('outputs', payload.outputs, runType);
  // Full state out: it begins with what came in, and with the turns before it.
  const repeated = overlap([...said, ...inputKeys], output.messages.map(keyOf));
  const known = repeated >= inputKeys.length ? repeated : 0;
  // As many as came in are the input itself, which stands above with a fold of its own.
  const earlier = known === inputKeys.length ? [] : output.messages.slice(0, known);
  const answered = { ...output, earlier, messages: output.messages.slice(known) };
  return {
    input: withoutUnchanged(asked, before && sideOf('inputs', before.inputs, beforeType)),
    output: withoutUnchanged(answered, before && sideOf('outputs', before.outputs, beforeType)),
  };
}

/** A state that travels from turn to turn. What stands alone, without messages, is what was said: it stays. */
function withoutUnchanged(side: TurnSide, before: TurnSide | undefined): TurnSide {
  const { other, earlier, messages } = side;
  if (!other || !before?.other || earlier.length + messages.length === 0) return side;
  const isSame = (name: string) =>
    name in before.other! && JSON.stringify(other[name]) === JSON.stringify(before.other![name]);
  const [unchanged, changed] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(other).filter(([name]) => isSame(name) === wanted)),
  );
  if (Object.keys(unchanged!).length === 0) return side;
  return { ...side, other: Object.keys(changed!).length > 0 ? changed : undefined, unchanged: unchanged! };
}

/** Of the first group only: several are candidates, or prompts of a batch. */
function sideOf(side: 'inputs' | 'outputs', value: JsonObject | undefined, runType: string): TurnSide {
  if (!value || Object.keys(value).length === 0) return NOTHING;
  // The root of a turn is usually a chain; one lone text in it is what the person said.
  const chat = chatOf(side, value, runType) ?? chatOf(side, value, 'llm');
  const [messages] = chat?.groups ?? [];
  return messages ? { earlier: [], messages, other: chat!.rest } : { ...NOTHING, other: value };
}

function foldedInput(side: TurnSide, histories: readonly (readonly string[])[]): TurnSide {
  const { messages } = side;
  const keys = messages.map(keyOf);
  // A system prompt that stands again before a single new message, or before a window of the history.
  const systems = messages.findIndex(({ role }) => role !== 'system' && role !== 'developer');
  const isOldPrompt = systems > 0 && keys.slice(0, systems).every((key) => histories[0]!.includes(key));
  const start = isOldPrompt ? systems : 0;
  const repeated = Math.max(
    ...histories.flatMap((said) => [overlap(said, keys), start + overlap(said, keys.slice(start))]),
  );
  const count = Math.min(messages.length - 1, repeated);
  return count <= 0 ? side : { ...side, earlier: messages.slice(0, count), messages: messages.slice(count) };
}

/** How many of the first keys repeat the last of what was said: only a match to the end is a history. */
function overlap(said: readonly string[], keys: readonly string[]): number {
  for (let count = Math.min(said.length, keys.length); count > 0; count--) {
    const from = said.length - count;
    let at = 0;
    while (at < count && said[from + at] === keys[at]) at += 1;
    if (at === count) return count;
  }
  return 0;
}

/** Input and output of a turn in a row, or the state that holds both. */
function everythingSaid({ inputs, outputs }: RunPayload, runType: string): readonly string[] {
  const asked = sideOf('inputs', inputs, runType).messages.map(keyOf);
  const answered = sideOf('outputs', outputs, runType).messages.map(keyOf);
  // A full state holds what was asked in its middle, behind the turns before.
  const isState = asked.length > 0 && asked.every((key) => answered.includes(key));
  return isState ? answered : [...asked, ...answered];
}

/** Ids and metadata differ between two records of the same message. */
const keyOf = ({ role, parts, toolCalls }: ChatMessage): string =>
  JSON.stringify([role, parts, toolCalls.map(({ name, args }) => [name, args])]);
