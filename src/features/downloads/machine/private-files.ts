/** The files of downloads in the browser's private file system, and the way out of it. */
import type { JsonObject } from '../../../contract/run.ts';
import { outputName, SPOOL_FOLDER, spoolName } from '../../../extract/spool-protocol.ts';
import { saveFile, saveText } from '../../../ui/save-file.ts';

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(SPOOL_FOLDER, { create: true });
}

export async function removeFiles(id: string, which: 'spool' | 'all'): Promise<void> {
  const names = which === 'spool' ? [spoolName(id)] : [spoolName(id), outputName(id)];
  const files = await folder();
  for (const name of names) await removeFile(files, name);
}

const ATTEMPTS = 20;
const WAIT = 100;

async function removeFile(files: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await files.removeEntry(name);
      return;
    } catch (error) {
      const refusal = error instanceof DOMException ? error.name : undefined;
      // Never written, or removed before.
      if (refusal === 'NotFoundError') return;
      // A worker that was ended keeps its files for a moment.
      if (refusal !== 'NoModificationAllowedError' || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT));
    }
  }
}

/** The blob is the file on the disk, not a copy in memory. */
export async function saveOutput(id: string, name: string): Promise<void> {
  const file = await (await (await folder()).getFileHandle(outputName(id))).getFile();
  saveFile(name, file);
}

export function saveManifest(dataName: string, manifest: JsonObject): void {
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  saveText(`${dataName}.manifest.json`, text, 'application/json');
}
