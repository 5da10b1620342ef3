import { useState } from 'react';
import { setDisplayZone } from '../lib/display-zone.ts';
import { canFixZone } from '../url/share-choices.ts';
import type { Screen } from '../url/screens.ts';

interface LinkZone {
  /** Undefined: times are shown in the zone of this browser. */
  readonly name: string | undefined;
  readonly forget: () => void;
}

/**
 * A link may fix the zone of its times. It then holds for what is opened from there, until the person
 * returns to their own or the page is loaded anew; the page says which one it speaks in.
 */
export function useLinkZone(screen: Screen | undefined): LinkZone {
  const [kept, setKept] = useState<string>();
  const asked = screen && canFixZone(screen) ? screen.timeZone : undefined;
  if (asked !== undefined && asked !== kept) setKept(asked);
  const name = asked ?? kept;
  // Everything below formats while it renders; the caller renders it anew when the name changes.
  setDisplayZone(name);
  return { name, forget: () => setKept(undefined) };
}
