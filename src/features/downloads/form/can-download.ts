/**
 * Why this browser or page cannot download, if it cannot. The private file system and the locks of browsers exist
 * only on secure pages (https or this machine).
 */
export function refusalOfBrowser(): string | undefined {
  if (!window.isSecureContext)
    return 'Browsers keep files only for pages over https or of this machine. Open Runlens there to download; the code below works anywhere.';
  const storage = navigator.storage as StorageManager | undefined;
  if (storage?.getDirectory === undefined || !('locks' in navigator))
    return 'This browser has no private file system, in which the rows wait. A current Chrome, Edge, Firefox or Safari has one.';
  return undefined;
}
