/** Completion in the search bar: fields, keys below them, values. */
import type { Completions } from '../complete.ts';
import { type CompletionDraft, ranked } from '../completion-item.ts';
import type { Scope } from '../field.ts';
import { type LiveValue, originOf, type ValueAnswer } from '../live-values.ts';
import { BAR_FIELDS, type BarField } from './bar-field.ts';
import { type BarPlace, barPlaceAt } from './bar-place.ts';
import { printBarText, quoteBarText, readTypedValue } from './bar-word.ts';
import { printBarField } from './print-bar.ts';

export interface BarCompletionOptions {
  readonly scope?: Scope;
  /** What a source answered to the ask of barPlaceAt() for this place. */
  readonly live?: ValueAnswer;
}

export function completeBar(text: string, offset: number, options: BarCompletionOptions = {}): Completions {
  const { scope = 'run', live } = options;
  const place = barPlaceAt(text, offset);
  const found = { ...place.range, isIncomplete: false, isQuiet: false };
  switch (place.kind) {
    case 'field':
      return { ...found, items: ranked(fieldDrafts(scope, place.hasColon)) };
    case 'key':
      return { ...found, items: ranked(keyDrafts(place, live)), isIncomplete: isPart(live) };
    case 'feedback part':
      return { ...found, items: ranked(FEEDBACK_SHAPES.map((shape) => partDraft(shape, place.hasColon))) };
    case 'value':
      return { ...found, items: ranked(valueDrafts(place.field, live)), isIncomplete: isPart(live) };
    default:
      return { ...found, items: [] };
  }
}

const isPart = (live: ValueAnswer | undefined) => live?.complete === false;

/** The API language has nothing for them; who types them is told so. */
const UNSAYABLE: ReadonlySet<BarField['kind']> = new Set(['bar-only', 'moment']);

function fieldDrafts(scope: Scope, hasColon: boolean): readonly CompletionDraft[] {
  return BAR_FIELDS.filter(({ scopes, kind }) => scopes.includes(scope) && !UNSAYABLE.has(kind)).flatMap(
    (field) =>
      shapes(field).map(([tail, detail]) => ({
        label: field.name + tail,
        kind: 'field' as const,
        insertText: hasColon ? field.name : field.name + tail,
        // What follows is offered at once.
        isSnippet: !hasColon,
        detail,
        documentation: '',
      })),
  );
}

/** How a condition on the field usually begins. */
function shapes({ kind, name }: BarField): readonly (readonly [tail: string, detail: string])[] {
  switch (kind) {
    case 'number':
      return [[':>', 'more than']];
    case 'content':
      return name === 'metadata'
        ? [['.', 'a key']]
        : [
            [':~', 'words in it'],
            ['.', 'a key'],
          ];
    case 'fulltext':
      return [[':~', 'words in it']];
    case 'feedback':
      return [['.', 'a key']];
    default:
      return [[':', 'is']];
  }
}

type KeyPlace = Extract<BarPlace, { kind: 'key' }>;

function keyDrafts({ ask, hasColon }: KeyPlace, live: ValueAnswer | undefined): readonly CompletionDraft[] {
  const tail = ask.kind === 'feedback-keys' ? '.' : ':';
  return (live?.values ?? []).map((each) => {
    const key = printBarField('', String(each.value).split('.')).slice(1);
    // A key may hold what a snippet would read as one of its own signs.
    const insertText = hasColon ? key : key.replace(/[$}\\]/g, '\\$&') + tail;
    return { ...draft(each, live!), kind: 'field', insertText, isSnippet: !hasColon };
  });
}

/** A comparison with a feedback needs one of its sides (FILTER-LANGUAGE §13). */
const FEEDBACK_SHAPES = ['score:>', 'score:<', 'value:', 'comment:~', 'source:', 'error:'];

function partDraft(shape: string, hasColon: boolean): CompletionDraft {
  const insertText = hasColon ? shape.replace(/:.*/, '') : shape;
  return {
    ...PLAIN,
    label: shape,
    kind: 'field',
    insertText,
    isSnippet: !hasColon,
    detail: 'of the feedback',
  };
}

function valueDrafts({ values = [] }: BarField, live: ValueAnswer | undefined): readonly CompletionDraft[] {
  const seen = new Set((live?.values ?? []).map(({ value }) => value));
  const others = values.filter((value) => !seen.has(value));
  return [
    ...(live?.values ?? []).map((each) => draft(each, live!)),
    ...others.map((value) => ({ ...PLAIN, label: value, insertText: value, detail: '' })),
  ];
}

const PLAIN = { kind: 'value', isSnippet: false, documentation: '' } as const;

function draft(each: LiveValue, answer: ValueAnswer): CompletionDraft {
  const { value } = each;
  return { ...PLAIN, label: String(value), insertText: written(value), detail: originOf(each, answer) };
}

/** Text that would read as a number or a boolean stands in quotes. */
function written(value: LiveValue['value']): string {
  if (typeof value !== 'string') return String(value);
  const bare = readTypedValue({ from: 0, to: value.length, text: value, isQuoted: false });
  return bare === value ? printBarText(value) : quoteBarText(value);
}
