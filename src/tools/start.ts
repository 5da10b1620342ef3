/**
 * `npm start [-- --port N] [--host H] [--open]`: builds what is missing, serves the site with the local
 * proxy on this machine, and says where.
 */
import { parseArgs } from 'node:util';
import { ensureBuild } from './build/ensure-build.ts';
import { serveSite } from './serve-site.ts';

const DEFAULT_PORT = 5174;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    open: { type: 'boolean', default: false },
  },
});

const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port ${values.port} is not a port. Give a number from 0 (any free one) to 65535.`);
  process.exit(2);
}

console.log('Runlens: looking whether the site has to be built…');
console.log(`Runlens: the site ${await ensureBuild()}.`);

// A port that was asked for is taken or refused; the usual one gives way to the next free one.
const isStrict = values.port !== undefined;
const { url } = await serveSite({ port, host: values.host, isStrict, isOpened: values.open }).catch(
  (cause: unknown) => {
    console.error(`Runlens could not be served: ${cause instanceof Error ? cause.message : String(cause)}.`);
    console.error('Give another --port, or leave it out to take the next free one.');
    process.exit(1);
  },
);
console.log(`\n  Runlens is ready: ${url}\n`);
console.log('  It opens on a sample workspace; nothing leaves this machine until you add a connection.');
console.log('  Stop it with Ctrl+C.');
