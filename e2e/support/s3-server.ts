/**
 * A real S3 server that checks signatures, for tests of bulk exports: Ceph's gateway with its data in memory, on
 * free ports. Where it is not installed it is fetched as root on a Debian-like system (about half a minute);
 * elsewhere the tests that need it say so and are skipped.
 */
import { type ExecFileException, execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

export interface S3Server {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  stop(): void;
}

const PACKAGES = ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-mgr', 'ceph-common'];
const PROGRAMS = [
  'radosgw',
  'radosgw-admin',
  'ceph',
  'ceph-mon',
  'ceph-osd',
  'ceph-mgr',
  'ceph-authtool',
  'monmaptool',
];

const CAPABILITIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'client.admin': { mon: 'allow *', osd: 'allow *', mds: 'allow *', mgr: 'allow *' },
  'client.rgw': { mon: 'allow rw', osd: 'allow rwx', mgr: 'allow rw' },
  'osd.0': { mon: 'allow profile osd', osd: 'allow *', mgr: 'allow profile osd' },
  'mgr.x': { mon: 'allow profile mgr', osd: 'allow *', mds: 'allow *' },
};

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Undefined where no server can be had. */
export function provideS3Programs(): boolean {
  if (PROGRAMS.every(has)) return true;
  const canInstall = process.getuid?.() === 0 && has('apt-get');
  if (!canInstall) return false;
  console.log('Installing Ceph’s S3 gateway for the tests of bulk exports…');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], {
      env: environment,
      timeout: 240_000,
    });
  if (install().status !== 0) {
    spawnSync('apt-get', ['update'], { env: environment, timeout: 120_000 });
    install();
  }
  return PROGRAMS.every(has);
}

export async function startS3Server(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), 'runlens-s3-'));
  const data = join(folder, 'run');
  for (const part of ['mon', 'osd0', 'mgr', 'log']) mkdirSync(join(data, part), { recursive: true });
  const [port, monitor, monitorOld] = await Promise.all([freePort(), freePort(), freePort()]);
  const fsid = randomUUID();
  const addresses = `[v2:127.0.0.1:${monitor},v1:127.0.0.1:${monitorOld}]`;
  const conf = join(folder, 'ceph.conf');
  writeFileSync(conf, configuration(data, fsid, addresses, port));
  const keyring = join(data, 'keyring');
  const run = (program: string, ...args: string[]) => finished(program, args, conf);
  const server: S3Server = {
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'AKTEST1',
    secretAccessKey: 'sekrit123',
    stop: () => stop(data, folder),
  };
  try {
    await run(
      'ceph-authtool',
      '--create-keyring',
      keyring,
      '--gen-key',
      '-n',
      'mon.',
      '--cap',
      'mon',
      'allow *',
    );
    for (const [name, caps] of Object.entries(CAPABILITIES)) {
      const given = Object.entries(caps).flatMap(([service, cap]) => ['--cap', service, cap]);
      await run('ceph-authtool', keyring, '--gen-key', '-n', name, ...given);
    }
    const map = join(data, 'monmap');
    await run('monmaptool', '--create', '--clobber', '--fsid', fsid, '--addv', 'a', addresses, map);
    await run('ceph-mon', '-i', 'a', '--mkfs', '--monmap', map, '--keyring', keyring);
    await run('ceph-mon', '-i', 'a');
    const osd = randomUUID();
    await run('ceph', 'osd', 'new', osd);
    await run('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', osd);
    await run('ceph', 'osd', 'crush', 'add', 'osd.0', '1.0', 'host=h', 'root=default');
    await run('ceph-osd', '-i', '0');
    await run('ceph-mgr', '-i', 'x');
    await run('radosgw', '-n', 'client.rgw');
    const { accessKeyId, secretAccessKey } = server;
    const keys = [`--access-key=${accessKeyId}`, `--secret=${secretAccessKey}`];
    await run('radosgw-admin', '-n', 'client.rgw', 'user', 'create', '--uid=t', '--display-name=t', ...keys);
    await answering(server.endpoint);
    return server;
  } catch (error) {
    server.stop();
    throw error;
  }
}

function configuration(data: string, fsid: string, addresses: string, port: number): string {
  return `[global]
fsid = ${fsid}
mon_initial_members = a
mon_host = ${addresses}
keyring = ${data}/keyring
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_pool_default_pgp_num = 4
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 2000
run_dir = ${data}
log_file = ${data}/log/$name.log
admin_socket = ${data}/$name.$pid.asok
pid_file = ${data}/$name.pid
[mon.a]
mon_data = ${data}/mon
mon_data_avail_crit = 1
mon_data_avail_warn = 2
[osd]
osd_data = ${data}/osd0
osd_objectstore = memstore
memstore_device_bytes = 1073741824
enable_experimental_unrecoverable_data_corrupting_features = memstore
[mgr]
mgr_data = ${data}/mgr
[client.rgw]
rgw_frontends = beast endpoint=127.0.0.1:${port}
`;
}

function finished(program: string, args: readonly string[], conf: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error: ExecFileException | null, _out: string, err: string) =>
      error ? reject(new Error(`${program} ${args.join(' ')}: ${err.slice(-600)}`)) : resolve();
    const given = program === 'ceph-authtool' || program === 'monmaptool' ? args : ['-c', conf, ...args];
    execFile(program, [...given], { timeout: 90_000, env: { ...process.env, CEPH_CONF: conf } }, done);
  });
}

/** The gateway goes into the background before it listens. */
async function answering(endpoint: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (
    !(await fetch(endpoint).then(
      () => true,
      () => false,
    ))
  ) {
    if (Date.now() > deadline) throw new Error(`Nothing answers at ${endpoint}`);
    await setTimeout(200);
  }
}

function stop(data: string, folder: string): void {
  for (const file of readdirSync(data).filter((name) => name.endsWith('.pid'))) {
    const pid = Number(readFileSync(join(data, file), 'utf8'));
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
