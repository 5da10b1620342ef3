/** `<id>` or `<id>~<name>`: the id finds the project, the name lets a person read the link. */
import type { ProjectRef } from './screens.ts';

export function printProject({ id, name }: ProjectRef): string {
  const safeId = id.replaceAll('%', '%25').replaceAll('~', '%7E');
  return name === undefined ? safeId : `${safeId}~${name}`;
}

export function parseProject(text: string): ProjectRef | undefined {
  const cut = text.indexOf('~');
  const id = (cut < 0 ? text : text.slice(0, cut)).replaceAll('%7E', '~').replaceAll('%25', '%');
  if (id === '') return undefined;
  return cut < 0 ? { id } : { id, name: text.slice(cut + 1) };
}
