/**
 * The engine over HTTP, for the official SDKs, for tests and for anybody who wants a LangSmith on
 * their own machine: `npm run engine -- --port 1984 --data traces.jsonl.gz`.
 */
import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createEngine, type Engine } from '../engine/create-engine.ts';
import { sleep } from '../lib/sleep.ts';
import { startServer } from './engine-server/start-server.ts';
import { PROJECT_ROOT } from './project-root.ts';

const USAGE = `npm run engine -- --port N [--data FILE]… [--empty] [--key KEY] [--host 127.0.0.1] [--speed N]

  --port N     port to listen on; 0 takes any free one (default 1984)
  --data FILE  runs to load, JSON, JSONL or JSONL.gz; may be repeated
  --empty      start with nothing; without --data and --empty the sample workspace is loaded
  --key KEY    refuse requests that do not carry this API key
  --host HOST  address to listen on (default 127.0.0.1: this machine only)
  --speed N    its clock runs N times as fast: to see schedules and waits of exports go by`;

const SAMPLE = join(PROJECT_ROOT, 'public/sample/workspace.jsonl.gz');

interface Options {
  readonly port: number;
  readonly host: string;
  readonly data: readonly string[];
  readonly empty: boolean;
  readonly key?: string;
  readonly speed: number;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '1984' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', multiple: true, default: [] },
      empty: { type: 'boolean', default: false },
      key: { type: 'string' },
      speed: { type: 'string', default: '1' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is not a port; give a number from 0 to 65535.`);
  }
  const speed = Number(values.speed);
  if (!(speed > 0)) throw new Error(`--speed ${values.speed} is not a speed; give a number above 0.`);
  return {
    port,
    speed,
    host: values.host,
    data: values.data,
    empty: values.empty,
    ...(values.key && { key: values.key }),
  };
}

async function load(engine: Engine, options: Options): Promise<void> {
  for (const file of options.data) await loadFile(engine, file);
  if (options.data.length > 0 || options.empty || !existsSync(SAMPLE)) return;
  await loadFile(engine, SAMPLE, 'days');
}

async function loadFile(engine: Engine, file: string, shift?: 'days'): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}. Check the path after --data.`);
  const stream = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const report = await engine.load(stream, { name: basename(file), ...(shift && { shift }) });
  if (report.skipped_count > 0) {
    const first = report.skipped.slice(0, 3).map(({ line, reason }) => `line ${line}: ${reason}`);
    console.error(`${file}: ${report.skipped_count} lines were skipped (${first.join('; ')}).`);
  }
  const nothing = report.runs + report.feedback + report.projects + report.attachments === 0;
  if (nothing)
    throw new Error(`${file} holds no runs. It must be JSON, JSONL or JSONL.gz of LangSmith runs.`);
}

/** Signatures keep the real time: stores refuse others. */
function fastClock(speed: number) {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    sleep: (milliseconds: number, signal?: AbortSignal) => sleep(milliseconds / speed, signal),
  };
}

async function main(): Promise<void> {
  const options = readOptions();
  const engine = createEngine({
    ownDestination: 'This engine',
    ...(options.speed === 1 ? {} : fastClock(options.speed)),
    ...(options.key === undefined ? {} : { apiKey: options.key }),
  });
  await load(engine, options);
  const server = await startServer(engine.fetch, options);
  console.log(`Runlens engine on ${server.url} (${engine.runCount} runs, ${engine.projectCount} projects)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  const isUsage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (isUsage) console.error(`\n${USAGE}`);
  process.exitCode = 1;
});
