import type { JsonObject } from '../../../contract/run.ts';
import { newId } from '../wire/new-id.ts';

/** A project (a session on the wire, CONTRACT §8). Times are epoch milliseconds. */
export interface StoredProject {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly start_time: number;
  readonly end_time: number | null;
  readonly extra: JsonObject | null;
  readonly default_dataset_id: string | null;
  readonly reference_dataset_id: string | null;
  readonly trace_tier: 'longlived' | 'shortlived' | null;
}

/** The projects of the workspace. Names are unique, as on the server. */
export class ProjectBook {
  readonly #byId = new Map<string, StoredProject>();
  readonly #idByName = new Map<string, string>();
  readonly #lastRunStart = new Map<string, number>();

  get size(): number {
    return this.#byId.size;
  }

  all(): readonly StoredProject[] {
    return [...this.#byId.values()];
  }

  get(id: string): StoredProject | undefined {
    return this.#byId.get(id);
  }

  named(name: string): StoredProject | undefined {
    const id = this.#idByName.get(name);
    return id === undefined ? undefined : this.#byId.get(id);
  }

  put(project: StoredProject): StoredProject {
    const previous = this.#byId.get(project.id);
    if (previous && previous.name !== project.name) this.#idByName.delete(previous.name);
    this.#byId.set(project.id, project);
    this.#idByName.set(project.name, project.id);
    return project;
  }

  create(name: string, startTime: number, given: Partial<StoredProject> = {}): StoredProject {
    return this.put({
      id: newId(),
      description: null,
      end_time: null,
      extra: null,
      default_dataset_id: null,
      reference_dataset_id: null,
      trace_tier: null,
      ...given,
      name: this.freeName(name),
      start_time: startTime,
    });
  }

  delete(id: string): void {
    const project = this.#byId.get(id);
    if (!project) return;
    this.#byId.delete(id);
    this.#idByName.delete(project.name);
    this.#lastRunStart.delete(id);
  }

  /** Kept here because finding the newest run of an idle project would walk past all newer runs of others. */
  noteRun(id: string, startTime: number): void {
    const known = this.#lastRunStart.get(id);
    if (known === undefined || startTime > known) this.#lastRunStart.set(id, startTime);
  }

  lastRunStart(id: string): number | undefined {
    return this.#lastRunStart.get(id);
  }

  /** After runs were deleted nobody knows which is the newest any more. */
  forgetRuns(): void {
    this.#lastRunStart.clear();
  }

  /** The name, numbered if another project than `owner` has it. */
  freeName(name: string, owner?: string): string {
    for (let copy = 1; ; copy++) {
      const candidate = copy === 1 ? name : `${name} (${copy})`;
      const holder = this.#idByName.get(candidate);
      if (holder === undefined || holder === owner) return candidate;
    }
  }
}
