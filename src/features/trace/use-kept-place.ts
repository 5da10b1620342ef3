import { useEffect, useState } from 'react';
import { nodeAt, placeOf, type TreePlace } from '../../model/tree-place.ts';
import type { TraceScreen } from '../../url/screens.ts';
import type { TraceModel } from './trace-model.ts';

/** What is looked at in trace after trace, while rows beside it are stepped through. */
export interface KeptPlace {
  /** The run of the row: places are told from here. */
  readonly startId: string;
  readonly place: TreePlace;
  readonly onPlace: (place: TreePlace) => void;
}

interface Around {
  readonly screen: TraceScreen;
  readonly keptPlace?: KeptPlace;
  readonly onScreenChange: (next: TraceScreen, how: 'push' | 'replace') => void;
}

/**
 * A row that is arrived at shows the run that stands where the last chosen one stood, and the address learns
 * of it. Only on arrival: going back to the run of the row must lead there.
 */
export function useKeptPlace(model: TraceModel, { screen, keptPlace, onScreenChange }: Around): TraceScreen {
  const { tree } = model;
  const shownId = screen.runId ?? tree.runs[0]!.id;
  const [settledId, setSettledId] = useState<string>();
  const isArriving = keptPlace !== undefined && settledId !== keptPlace.startId;
  const aimedId = isArriving && shownId === keptPlace.startId ? idAt(model, keptPlace) : undefined;
  if (isArriving && aimedId === undefined) setSettledId(keptPlace.startId);

  // The address is the outside system: a link has to show what is seen.
  useEffect(() => {
    if (aimedId !== undefined) onScreenChange({ ...screen, runId: aimedId }, 'replace');
    // A link may arrive with a chosen run.
    else if (keptPlace && shownId !== keptPlace.startId)
      tellPlace(model, tree.nodeOf.get(shownId) ?? 0, keptPlace);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per row
  }, [aimedId, keptPlace?.startId]);
  return aimedId === undefined ? screen : { ...screen, runId: aimedId };
}

function idAt({ tree }: TraceModel, { startId, place }: KeptPlace): string | undefined {
  const start = tree.nodeOf.get(startId);
  const node = start === undefined ? -1 : nodeAt(tree, start, place);
  return node < 0 || node === start ? undefined : tree.runs[node]!.id;
}

export function tellPlace({ tree }: TraceModel, node: number, { startId, place, onPlace }: KeptPlace): void {
  const start = tree.nodeOf.get(startId);
  const next = start === undefined ? undefined : placeOf(tree, start, node);
  if (next && !(next.length === 0 && place.length === 0)) onPlace(next);
}
