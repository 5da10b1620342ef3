import type { LucideIcon } from 'lucide-react';
import { isValidElement, type ReactNode } from 'react';

/** A lucide icon by itself (drawn in the house size), or anything already drawn. */
export type IconSource = LucideIcon | ReactNode;

export function Icon({ source, size = 16 }: { readonly source: IconSource; readonly size?: number }) {
  if (!isComponent(source)) return source;
  const Drawn = source;
  return <Drawn size={size} strokeWidth={1.75} aria-hidden="true" focusable="false" />;
}

function isComponent(source: IconSource): source is LucideIcon {
  return source !== null && typeof source === 'object' && '$$typeof' in source && !isValidElement(source);
}
