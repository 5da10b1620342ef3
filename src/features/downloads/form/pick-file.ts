/** The browser's own "save as", where it has one (Chromium). */
type Picker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

const picker = (): Picker | undefined => {
  const { showSaveFilePicker } = window as unknown as { readonly showSaveFilePicker?: Picker };
  return showSaveFilePicker?.bind(window);
};

export const canPickFile = (): boolean => picker() !== undefined;

/** Undefined when the person closed the dialog. Must be called in answer to a press. */
export async function pickFile(suggestedName: string): Promise<FileSystemFileHandle | undefined> {
  try {
    return await picker()?.({ suggestedName });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
