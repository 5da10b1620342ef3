/**
 * Owns the files of one download. Records are written in place and flushed before they count, so that a closed
 * tab finds them again; the finished file is made from them in a second step, which can be repeated.
 */
import { composedRows } from '../compose.ts';
import type { Compress } from '../formats/parquet.ts';
import { writeRows } from '../formats/write-rows.ts';
import { layoutOf } from '../layout.ts';
import { digest } from '../sha256.ts';
import type { ExtractSpec } from '../spec.ts';
import type { SpoolBytes } from '../spool.ts';
import { NO_CONTENTS, spoolContents } from '../spool-contents.ts';
import {
  outputName,
  SPOOL_FOLDER,
  spoolName,
  type FileWritten,
  type SpoolOpened,
  type SpoolReply,
  type SpoolRequest,
} from '../spool-protocol.ts';

let id = '';
let handle: FileSystemSyncAccessHandle | undefined;
let size = 0;
const encoder = new TextEncoder();

const OPEN_ATTEMPTS = 20;
const OPEN_WAIT = 100;

const reply = (message: SpoolReply) => postMessage(message);

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(SPOOL_FOLDER, { create: true });
}

async function syncHandle(name: string): Promise<FileSystemSyncAccessHandle> {
  const file = await (await folder()).getFileHandle(name, { create: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      // A worker that was ended keeps its files for a moment.
      if (!(error instanceof DOMException) || attempt === OPEN_ATTEMPTS) throw error;
      if (error.name !== 'NoModificationAllowedError') throw error;
      await new Promise((resolve) => setTimeout(resolve, OPEN_WAIT));
    }
  }
}

function spool(): FileSystemSyncAccessHandle {
  if (!handle) throw new Error('The spool is not open.');
  return handle;
}

const bytesOf = (file: FileSystemSyncAccessHandle): SpoolBytes => ({
  size: file.getSize(),
  read(from, length) {
    const bytes = new Uint8Array(length);
    file.read(bytes, { at: from });
    return bytes;
  },
});

async function open(request: Extract<SpoolRequest, { kind: 'open' }>): Promise<SpoolOpened> {
  id = request.id;
  handle ??= await syncHandle(spoolName(id));
  if (handle.getSize() < request.size)
    throw new DOMException('Rows that were saved are gone: the browser cleared its storage.', 'DataError');
  handle.truncate(request.size);
  handle.flush();
  size = request.size;
  return { size, ...(request.needsGroups ? spoolContents(bytesOf(handle)) : NO_CONTENTS) };
}

/** All of it or nothing: half a line would be read as a broken record. */
function writeAll(file: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  const written = file.write(bytes, { at });
  if (written === bytes.length) return;
  file.truncate(at);
  throw new DOMException('Only a part could be written.', 'QuotaExceededError');
}

function append(text: string): number {
  if (text !== '') {
    const file = spool();
    const bytes = encoder.encode(text);
    writeAll(file, bytes, size);
    file.flush();
    size += bytes.length;
  }
  return size;
}

interface Target {
  write(bytes: Uint8Array<ArrayBuffer>): void | Promise<void>;
  finish(): void | Promise<void>;
  abandon(): void | Promise<void>;
}

async function privateTarget(): Promise<Target> {
  const file = await syncHandle(outputName(id));
  file.truncate(0);
  let at = 0;
  return {
    write(bytes) {
      writeAll(file, bytes, at);
      at += bytes.length;
    },
    finish() {
      file.flush();
      file.close();
    },
    abandon() {
      file.truncate(0);
      file.close();
    },
  };
}

/** The browser writes beside the file and puts it in place when it is closed: it is whole or untouched. */
async function pickedTarget(picked: FileSystemFileHandle): Promise<Target> {
  const stream = await picked.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    finish: () => stream.close(),
    abandon: () => stream.abort(),
  };
}

async function zstdFor(spec: ExtractSpec): Promise<Compress | undefined> {
  if (spec.format !== 'parquet' || spec.codec !== 'zstd') return undefined;
  return (await import('../formats/zstd.ts')).loadZstd();
}

async function write({
  spec,
  handle: picked,
}: Extract<SpoolRequest, { kind: 'write' }>): Promise<FileWritten> {
  const source = bytesOf(spool());
  const zstd = await zstdFor(spec);
  const target = picked ? await pickedTarget(picked) : await privateTarget();
  const hash = digest();
  let bytes = 0;
  try {
    const written = await writeRows({
      spec,
      layout: layoutOf(spec),
      rows: () => composedRows(spec, source),
      write: (piece) => {
        hash.add(piece);
        bytes += piece.length;
        return target.write(piece as Uint8Array<ArrayBuffer>);
      },
      ...(zstd ? { zstd } : {}),
      onProgress: (rows) => reply({ kind: 'progress', rows }),
    });
    await target.finish();
    return { ...written, bytes, sha256: hash.hex() };
  } catch (error) {
    await target.abandon();
    throw error;
  }
}

async function answer(request: SpoolRequest): Promise<SpoolReply> {
  switch (request.kind) {
    case 'open':
      return { kind: 'opened', opened: await open(request) };
    case 'append':
      return { kind: 'appended', size: append(request.text) };
    case 'close':
      handle?.close();
      handle = undefined;
      return { kind: 'closed' };
    default:
      return { kind: 'written', file: await write(request) };
  }
}

addEventListener('message', ({ data }: MessageEvent<SpoolRequest>) => {
  answer(data).then(reply, (error: unknown) => {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    reply({ kind: 'failed', name, message });
  });
});
