/** Shown in the help of the app. */
export const turnShortcuts: readonly { readonly keys: string; readonly label: string }[] = [
  { keys: 'j k', label: 'Next or previous turn' },
  { keys: 'e E', label: 'Next or previous failed turn' },
  { keys: 'Home End', label: 'In the conversation: its first or last turn' },
];
