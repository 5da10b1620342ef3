import type { CodeValue } from './evaluate-code.ts';

/** Sentences about arguments, each once. Values of unknown ones are not repeated: they may be private. */
export class ArgumentNotes {
  readonly #notes = new Set<string>();

  get all(): readonly string[] {
    return [...this.#notes];
  }

  add(note: string): void {
    this.#notes.add(note);
  }

  unknown(name: string): void {
    this.add(`“${shown(name)}” is not known here and is left out.`);
  }

  placeholder(name: string, text: string): void {
    this.add(`${shown(name)} is only a placeholder (${shown(text)}); choose a real one.`);
  }

  unreadable(name: string, value: CodeValue): void {
    const what = value.kind === 'unknown' && value.text !== '' ? ` (${shown(value.text)})` : '';
    this.add(`${shown(name)} depends on the program${what} and is left out.`);
  }
}

export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

const PLACEHOLDER =
  /^(?:<[^>]*>|\{[^}]*\}|\$\{?\w+\}?|(?:your|YOUR|Your)[-_ ].*|(?:PROJECT|SESSION|WORKSPACE|RUN|TRACE)_\w*(?:ID|UUID|NAME)|project_uuid|\.{3}|…)$/;

/** `<your_project>`, `YOUR_PROJECT_ID`, `your-project-name`, `$PROJECT`, `{id}`: what documents print. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}
