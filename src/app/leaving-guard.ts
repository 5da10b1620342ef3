/** The browser asks before the tab is closed while something runs in it that would be interrupted. */
export function leavingGuard(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): (isBusy: boolean) => void {
  const ask = (event: Event) => event.preventDefault();
  // Only while it is needed: a page that listens all the time is not kept for the back button.
  return (isBusy) =>
    isBusy ? target.addEventListener('beforeunload', ask) : target.removeEventListener('beforeunload', ask);
}
