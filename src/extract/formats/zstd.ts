/** WebAssembly: for workers and Node only, the page's policy forbids it there. */
import { Zstd } from '@hpcc-js/wasm-zstd';
import type { Compress } from './parquet.ts';

const LEVEL = 3;

export async function loadZstd(): Promise<Compress> {
  const zstd = await Zstd.load();
  // The library hands out a view of its own memory; the next call would overwrite it.
  return (bytes) => zstd.compress(bytes, LEVEL).slice();
}
