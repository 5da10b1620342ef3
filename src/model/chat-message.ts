/** Chat as people read it, whichever of a dozen shapes it was recorded in. */
import type { JsonObject, JsonValue } from '../contract/run.ts';

/** Where the bytes of a medium are: in the run itself, or somewhere else (never fetched unasked). */
export type MediaSource =
  | { readonly kind: 'inline'; readonly mimeType: string; readonly base64: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'id'; readonly id: string };

export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reasoning'; readonly text: string }
  | { readonly kind: 'refusal'; readonly text: string }
  | {
      readonly kind: 'image' | 'audio' | 'video' | 'file';
      readonly source: MediaSource;
      readonly name?: string;
    }
  | {
      readonly kind: 'tool-result';
      readonly toolCallId?: string;
      readonly isError: boolean;
      readonly parts: readonly ContentPart[];
    }
  /** Anything else, shown as what it is. */
  | { readonly kind: 'json'; readonly value: JsonValue; readonly label?: string };

export interface ToolCall {
  readonly id?: string;
  readonly name: string;
  /** Parsed when the recorded text was JSON, else the text itself. */
  readonly args: JsonValue;
  /** Why the framework could not use the call. */
  readonly problem?: string;
}

type ChatRole = 'system' | 'developer' | 'user' | 'assistant' | 'tool' | (string & {});

export interface ChatMessage {
  readonly role: ChatRole;
  readonly name?: string;
  readonly parts: readonly ContentPart[];
  readonly toolCalls: readonly ToolCall[];
  /** On tool messages: the call it answers. */
  readonly toolCallId?: string;
  readonly isError?: boolean;
}

/** One side (inputs or outputs) of a run, read as chat. */
export interface Chat {
  /** More than one group for batches of prompts and for several candidates. */
  readonly groups: readonly (readonly ChatMessage[])[];
  /** Everything beside the messages (model, temperature, usage …), so that nothing is hidden. */
  readonly rest?: JsonObject;
}
