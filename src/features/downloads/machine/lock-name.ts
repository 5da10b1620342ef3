/** A lock of the browser, held by the one tab that runs a download. */
export const lockOf = (id: string): string => `runlens.download.${id}`;
