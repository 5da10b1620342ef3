/**
 * The arguments of a query, under any of their names: Python and TypeScript SDK, bodies of v1 and v2, saved
 * filters (CONTRACT §4.4, §7.1, §8.1). What is not taken over is named.
 */
import type { RunArguments, WindowChoice } from '../../url/screens.ts';
import type { CodeValue } from './evaluate-code.ts';
import type { ProjectHint, RunsPatch } from './patch.ts';
import { selectNames } from '../select-names.ts';
import { ArgumentNotes, isPlaceholder } from './argument-notes.ts';
import { canonicalName } from './argument-names.ts';
import { windowOf } from './argument-window.ts';

export type NamedValues = readonly (readonly [string, CodeValue])[];

export interface ReadArguments {
  readonly patch: RunsPatch;
  readonly notes: readonly string[];
}

/** `oldDefault`: v1 looks at all time when nothing is said, v2 at the last 24 hours. */
export function readArguments(values: NamedValues, generation: 'v1' | 'v2', now: number): ReadArguments {
  const reader = new ArgumentReader(generation);
  for (const [name, value] of values) reader.take(name, value);
  return reader.finish(now);
}

class ArgumentReader {
  readonly #notes = new ArgumentNotes();
  readonly #generation: 'v1' | 'v2';
  readonly #projects: ProjectHint[] = [];
  readonly #texts: { filter?: string; traceFilter?: string; treeFilter?: string } = {};
  readonly #bounds: { start?: CodeValue; end?: CodeValue } = {};
  readonly #args: { -readonly [Key in keyof RunArguments]: RunArguments[Key] } = {};
  #view: RunsPatch['view'];

  constructor(generation: 'v1' | 'v2') {
    this.#generation = generation;
  }

  take(name: string, value: CodeValue): void {
    if (value.kind === 'plain' && value.value === null) return;
    const canonical = canonicalName(name);
    if (!canonical) return this.#notes.unknown(name);
    switch (canonical) {
      case 'projectId':
      case 'projectName':
        return this.#takeProjects(name, value, canonical === 'projectId' ? 'id' : 'name');
      case 'filter':
      case 'traceFilter':
      case 'treeFilter':
        return this.#takeText(name, value, (text) => void (this.#texts[canonical] = text));
      case 'start':
      case 'end':
        this.#bounds[canonical] = value;
        return undefined;
      case 'runIds':
        return this.#takeIds(name, value);
      case 'select':
        return this.#takeSelect(name, value);
      case 'isRoot':
      case 'error':
        return this.#takeFlag(name, value, canonical);
      case 'executionOrder':
        return value.kind === 'plain' && value.value === 1
          ? void (this.#args.isRoot = true)
          : this.#notes.unreadable(name, value);
      case 'limit':
        return this.#takeLimit(name, value);
      case 'pageSize':
        return this.#notes.add(`${name} is the size of a page; Runlens loads further pages by itself.`);
      case 'order':
        return this.#takeOrder(name, value);
      case 'aggregate':
        return this.#notes.add(`${name} is left out: Runlens pages by itself.`);
      default:
        return this.#takeText(
          name,
          value,
          (text) => void (this.#args[canonical] = canonical === 'runType' ? text.toLowerCase() : text),
        );
    }
  }

  finish(now: number): ReadArguments {
    const window = this.#window(now);
    const args: RunArguments = { ...this.#args };
    const patch: RunsPatch = {
      view: this.#view ?? 'runs',
      ...(this.#projects.length > 0 ? { projects: this.#projects } : {}),
      ...(window ? { window } : {}),
      ...this.#texts,
      ...(Object.keys(args).length > 0 ? { args } : {}),
    };
    return { patch, notes: this.#notes.all };
  }

  #window(now: number): WindowChoice | undefined {
    const { start, end } = this.#bounds;
    if (start || end) return windowOf(start, end, this.#notes, now);
    if (this.#generation === 'v1' || this.#args.runIds) return { kind: 'all' };
    this.#notes.add('Without a start, v2 of the API looks at the last 24 hours; so does the window here.');
    return { kind: 'relative', seconds: 86_400 };
  }

  #takeProjects(name: string, value: CodeValue, kind: 'id' | 'name'): void {
    for (const text of this.#textsOf(name, value)) {
      if (isPlaceholder(text)) this.#notes.placeholder(name, text);
      else this.#projects.push(kind === 'id' ? { id: text } : { name: text });
    }
  }

  #takeIds(name: string, value: CodeValue): void {
    const ids = this.#textsOf(name, value).filter((text) => !this.#notePlaceholder(name, text));
    if (ids.length > 0) this.#args.runIds = ids;
  }

  #takeSelect(name: string, value: CodeValue): void {
    const { names, unknown } = selectNames(this.#textsOf(name, value), 'v1');
    if (unknown.length > 0) this.#notes.add(`LangSmith has no field ${unknown.join(', ')}; it is left out.`);
    const asked = names.filter((each) => each !== 'id');
    if (asked.length > 0) this.#args.select = asked;
  }

  #takeFlag(name: string, value: CodeValue, key: 'isRoot' | 'error'): void {
    const plain = value.kind === 'plain' ? value.value : undefined;
    const flag = plain === 1 ? true : plain === 0 ? false : plain;
    if (typeof flag === 'boolean') this.#args[key] = flag;
    else this.#notes.unreadable(name, value);
  }

  #takeLimit(name: string, value: CodeValue): void {
    const limit = value.kind === 'plain' ? value.value : undefined;
    if (typeof limit === 'number' && Number.isInteger(limit) && limit > 0) this.#args.limit = limit;
    else this.#notes.unreadable(name, value);
  }

  #takeOrder(name: string, value: CodeValue): void {
    const order = value.kind === 'plain' ? String(value.value).toLowerCase() : undefined;
    if (order === 'asc' || order === 'desc') this.#args.order = order;
    else this.#notes.unreadable(name, value);
  }

  #takeText(name: string, value: CodeValue, put: (text: string) => void): void {
    const texts = this.#textsOf(name, value);
    if (texts.length > 1) this.#notes.add(`${name} has ${texts.length} values; the first is taken.`);
    const [text] = texts;
    if (text === undefined || text.trim() === '') return;
    const isFilter = /filter/i.test(name);
    if (!isFilter && this.#notePlaceholder(name, text)) return;
    put(text.trim());
  }

  #notePlaceholder(name: string, text: string): boolean {
    if (!isPlaceholder(text)) return false;
    this.#notes.placeholder(name, text);
    return true;
  }

  #textsOf(name: string, value: CodeValue): readonly string[] {
    const items = value.kind === 'list' ? value.items : [value];
    return items.flatMap((item) => {
      if (item.kind === 'plain' && item.value !== null && typeof item.value !== 'boolean')
        return [String(item.value)];
      this.#notes.unreadable(name, item);
      return [];
    });
  }
}
