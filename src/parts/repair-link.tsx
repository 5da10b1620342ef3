import { createContext, useContext } from 'react';
import type { ButtonSize } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { repairWords } from './repair-words.ts';

/** Where the connection of the screen is changed; undefined when its data needs none. */
export const RepairPlace = createContext<string | undefined>(undefined);

/** The way to the connection's form, when that is what an error asks for. */
export function useRepair(error: unknown): { readonly href: string; readonly words: string } | undefined {
  const href = useContext(RepairPlace);
  const words = repairWords(error);
  return href !== undefined && words !== undefined ? { href, words } : undefined;
}

interface RepairLinkProps {
  readonly error: unknown;
  readonly size?: ButtonSize;
}

/** Goes before “Try again”, which alone would not help. */
export function RepairLink({ error, size }: RepairLinkProps) {
  const repair = useRepair(error);
  if (!repair) return null;
  return (
    <ButtonLink variant="primary" size={size} href={repair.href}>
      {repair.words}
    </ButtonLink>
  );
}
