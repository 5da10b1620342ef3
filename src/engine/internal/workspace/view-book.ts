/** A saved filter of a project (CONTRACT §8.1); the strings are stored as they came (UNKNOWNS U24). */
export interface StoredView {
  readonly id: string;
  readonly session_id: string;
  readonly display_name: string;
  readonly description: string | null;
  readonly filter_string: string | null;
  readonly trace_filter_string: string | null;
  readonly tree_filter_string: string | null;
  readonly type: 'runs' | 'threads' | 'single_run';
  readonly start_time: string | null;
  readonly end_time: string | null;
  readonly duration: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export class ViewBook {
  readonly #views = new Map<string, StoredView>();

  of(projectId: string): readonly StoredView[] {
    return [...this.#views.values()].filter((view) => view.session_id === projectId);
  }

  get(projectId: string, id: string): StoredView | undefined {
    const view = this.#views.get(id);
    return view?.session_id === projectId ? view : undefined;
  }

  put(view: StoredView): StoredView {
    this.#views.set(view.id, view);
    return view;
  }

  delete(id: string): void {
    this.#views.delete(id);
  }

  deleteProject(projectId: string): void {
    for (const view of this.of(projectId)) this.#views.delete(view.id);
  }
}
