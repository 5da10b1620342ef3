/** Shown in the help of the app. */
export const traceShortcuts: readonly { readonly keys: string; readonly label: string }[] = [
  { keys: '↑ ↓ or k j', label: 'Previous or next run' },
  { keys: '← →', label: 'Close or open a run; go to its parent or first child' },
  { keys: 'Home End PageUp PageDown', label: 'Move through the tree' },
  { keys: 'Enter', label: 'Go to the details of the run' },
  { keys: '*', label: 'Open all runs beside this one' },
  { keys: 'Alt+click', label: 'On an arrow: open or close everything below' },
  { keys: '[ ]', label: 'Close or open the whole tree' },
  { keys: '/', label: 'Search in the trace' },
  { keys: 'n N', label: 'Next or previous match' },
  { keys: 'e E', label: 'Next or previous error' },
  { keys: 't', label: 'Show or hide the timeline' },
  { keys: 'z', label: 'Zoom the timeline to the run, and back' },
  { keys: 'c', label: 'Mark the critical path' },
];
