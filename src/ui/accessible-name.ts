import type { ReactNode } from 'react';

/**
 * The name of a control that also shows text: what is seen must be part of what is heard, or people
 * who speak to their computer cannot name it (WCAG 2.5.3).
 */
export function accessibleName(label: string, shown: ReactNode): string {
  if (typeof shown !== 'string' || label.toLowerCase().includes(shown.toLowerCase())) return label;
  return `${label}: ${shown}`;
}
