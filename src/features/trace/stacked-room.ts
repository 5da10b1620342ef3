interface StackedRoom {
  readonly size: number;
  readonly min: number;
  readonly max: number;
}

/** Pixels of the run below that the tree leaves free. */
const RUN_ROOM = 420;
/** Of the window, while nobody chose: the input of the run is to be in sight. */
const SHARE = 0.34;

/**
 * The height of a tree above its run: no more than all its rows take, and a part of what there is unless
 * somebody chose more. `chosen` 0 = nobody did.
 */
export function stackedRoom(chosen: number, ofAllRows: number, windowHeight: number): StackedRoom {
  const max = Math.min(ofAllRows, Math.max(200, windowHeight - RUN_ROOM));
  const wanted = chosen || Math.min(480, Math.round(windowHeight * SHARE));
  return { size: Math.min(wanted, max), min: Math.min(160, max), max };
}
