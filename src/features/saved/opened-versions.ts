/**
 * Which version of a saved filter was opened or saved in this visit, by id: whoever updates it hears
 * whether somebody else was there in between.
 */
const versions = new Map<string, string>();

export const rememberVersion = ({ id, version }: { readonly id: string; readonly version: string }): void =>
  void versions.set(id, version);

/** Undefined after a reload: then nobody can tell. */
export const openedVersion = (id: string): string | undefined => versions.get(id);
