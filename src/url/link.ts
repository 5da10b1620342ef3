/**
 * The address of every screen: `#/1/runs?…`, `#/1/trace/<id>?…`, `#/1/connections`, `#/1/downloads`. Printing and parsing
 * are inverse; a parameter that cannot be read falls alone, with a sentence about it. A link never holds
 * a secret. Only a deployment that cannot be read refuses the whole link: its ids mean nothing elsewhere.
 */
import { isZone } from '../lib/display-zone.ts';
import { defaultRunsScreen } from './defaults.ts';
import { parseDeployment, printDeployment } from './deployment-text.ts';
import { packedPart } from './packed-link.ts';
import { type ParamReader, paramReader } from './param-reader.ts';
import { parseRawLink, printRawLink, type RawLink } from './raw-link.ts';
import { parseRunsParams, printRunsParams } from './runs-link.ts';
import type { Deployment, ExportsScreen, RunsScreen, Screen, ThreadsScreen, TraceScreen } from './screens.ts';
import { parseThreadsParams, printThreadsParams, threadsPath } from './threads-link.ts';
import { parseTraceParams, printTraceParams } from './trace-link.ts';
import { LINK_VERSION, upgradeLink } from './upgrade.ts';

export type ParsedLink =
  | { readonly kind: 'ok'; readonly screen: Screen; readonly problems: readonly string[] }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unknown'; readonly reason: string };

const zoneParams = ({ timeZone }: { readonly timeZone?: string }): RawLink['params'] =>
  timeZone === undefined ? [] : [['tz', timeZone]];

const parseZone = (text: string) => (isZone(text) ? text : undefined);

function deploymentParams(deployment: Deployment): RawLink['params'] {
  const text = printDeployment(deployment);
  const workspaceId = deployment.kind === 'server' ? deployment.workspaceId : undefined;
  return [
    ...(text === undefined ? [] : [['deployment', text] as const]),
    ...(workspaceId === undefined ? [] : [['workspace', workspaceId] as const]),
  ];
}

function rawLinkOf(screen: Screen): Omit<RawLink, 'version'> {
  if (screen.kind === 'connections')
    return { path: ['connections'], params: screen.change ? deploymentParams(screen.change) : [] };
  if (screen.kind === 'downloads') return { path: ['downloads'], params: [] };
  const place = deploymentParams(screen.deployment);
  if (screen.kind === 'exports') return exportsLink(screen, place);
  if (screen.kind === 'threads')
    return {
      path: threadsPath(screen),
      params: [...place, ...printThreadsParams(screen), ...zoneParams(screen)],
    };
  return screen.kind === 'trace'
    ? {
        path: ['trace', screen.traceId],
        params: [...place, ...printTraceParams(screen), ...zoneParams(screen)],
      }
    : { path: ['runs'], params: [...place, ...printRunsParams(screen), ...zoneParams(screen)] };
}

function exportsLink({ exportId, tab }: ExportsScreen, place: RawLink['params']): Omit<RawLink, 'version'> {
  if (exportId !== undefined) return { path: ['exports', exportId], params: place };
  return { path: ['exports'], params: [...place, ...(tab ? [['tab', tab] as const] : [])] };
}

/** Ready for `href`, beginning with `#/`. */
export const printLink = (screen: Screen): string =>
  printRawLink({ version: LINK_VERSION, ...rawLinkOf(screen) });

function exportsScreen(reader: ParamReader, deployment: Deployment, exportId?: string): ExportsScreen {
  const isOfDestinations = reader.text('tab') === 'destinations';
  if (exportId !== undefined) return { kind: 'exports', deployment, exportId };
  return { kind: 'exports', deployment, ...(isOfDestinations ? { tab: 'destinations' } : {}) };
}

function screenOf(link: RawLink, problems: string[]): ParsedLink {
  const [name, id, ...rest] = link.path;
  const reader = paramReader(link.params, problems);
  const found = parseDeployment(reader.text('deployment'), reader.text('workspace'));
  if (found.kind === 'refused') return { kind: 'unknown', reason: found.reason };
  const ok = (screen: Screen): ParsedLink => ({ kind: 'ok', screen, problems: reader.finish() });
  const zoned = (screen: RunsScreen | TraceScreen | ThreadsScreen): ParsedLink => {
    const timeZone = reader.parsed('tz', parseZone, 'time zone');
    return ok(timeZone === undefined ? screen : { ...screen, timeZone });
  };
  if (name === 'runs' && id === undefined) return zoned(parseRunsParams(reader, found.deployment));
  if (name === 'downloads' && id === undefined) return ok({ kind: 'downloads' });
  if (name === 'connections' && id === undefined) {
    const { deployment } = found;
    return ok({ kind: 'connections', ...(deployment.kind === 'server' ? { change: deployment } : {}) });
  }
  if (name === 'threads' && rest.length === 0) return zoned(parseThreadsParams(reader, found.deployment, id));
  if (name === 'exports' && rest.length === 0) return ok(exportsScreen(reader, found.deployment, id));
  if (name === 'trace' && id !== undefined && rest.length === 0)
    return zoned(parseTraceParams(reader, found.deployment, id));
  return { kind: 'unknown', reason: `There is no screen “${link.path.join('/').slice(0, 60)}”.` };
}

/** Takes `location.hash`, or the path of a hash router. An empty one is the runs of the sample workspace. */
export function parseLink(hash: string): ParsedLink {
  if (/^#?\/?$/.test(hash)) return { kind: 'ok', screen: defaultRunsScreen(), problems: [] };
  if (packedPart(hash) !== undefined)
    return {
      kind: 'unknown',
      reason: 'This is a compressed link: open it in the browser, which expands it.',
    };
  const raw = parseRawLink(hash);
  if (raw.kind === 'unknown') return raw;
  const link = upgradeLink(raw.link);
  if (!link) return { kind: 'newer', version: raw.link.version };
  return screenOf(link, [...raw.problems]);
}
