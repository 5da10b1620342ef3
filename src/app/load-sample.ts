import type { Fetch } from '../contract/fetch.ts';
import type { BackendParts } from './backend.ts';
import { importInto } from './import-into.ts';

/** Recorded traces, moved by whole days so that the newest are from the last 24 hours. */
export async function loadSample({
  startEngine,
  fetchSample,
}: Pick<BackendParts, 'startEngine' | 'fetchSample'>): Promise<Fetch> {
  const [engine, file] = await Promise.all([startEngine(), fetchSample()]);
  try {
    await importInto(engine.fetch, file, 'sample', 'days');
  } catch (error) {
    engine.stop();
    throw error;
  }
  return engine.fetch;
}
