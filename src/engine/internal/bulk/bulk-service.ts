/** Destinations and exports of one engine: what the routes call. Credentials stay in here. */
import { HttpError, notFound } from '../http/http-error.ts';
import { newId } from '../wire/new-id.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { BrowserStore } from './browser-store.ts';
import { BulkBook, type DestinationConfig, type StoredDestination, type StoredExport } from './bulk-book.ts';
import { ExportRunner } from './export-runner.ts';
import type { ObjectStore } from './object-store.ts';
import { runSchedule } from './run-schedule.ts';
import { type S3Credentials, s3Store } from './s3-store.ts';
import { tryToWrite } from './try-to-write.ts';

export interface BulkOptions {
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Reaches the buckets. */
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
}

export type NewExport = Omit<
  StoredExport,
  'id' | 'created_at' | 'updated_at' | 'finished_at' | 'status' | 'source_bulk_export_id'
>;

const HOUR = 3_600_000;
/** CONTRACT §12.2. */
const LIMITS = { createsPerHour: 250, schedules: 200, atOnce: 15 } as const;

const BROWSER_CONFIG: DestinationConfig = {
  bucket_name: 'this-browser',
  prefix: '',
  region: null,
  endpoint_url: null,
  include_bucket_in_prefix: true,
  config_kwargs_s3: null,
  s3_additional_kwargs: null,
  aws_role_arn: null,
};

export class BulkService {
  readonly book = new BulkBook();
  readonly files: BrowserStore;
  readonly #workspace: Workspace;
  readonly #options: BulkOptions;
  readonly #runner: ExportRunner;
  readonly #schedules = new Map<string, AbortController>();
  #waiting: StoredExport[] = [];
  #busy = 0;

  constructor(workspace: Workspace, options: BulkOptions) {
    this.#workspace = workspace;
    this.#options = options;
    this.files = new BrowserStore(workspace.now);
    this.#runner = new ExportRunner({
      workspace,
      book: this.book,
      storeOf: (id) => this.#storeOf(this.destination(id)),
      prefixOf: (id) => this.destination(id).config.prefix,
      sleep: options.sleep,
    });
  }

  /** A place for files that needs no bucket; offered by workspaces that live in a browser. */
  addBrowserDestination(displayName: string): void {
    this.#keep(displayName, BROWSER_CONFIG, undefined, 'browser');
  }

  destination(id: string): StoredDestination {
    const found = this.book.destinations.get(id);
    if (!found) throw notFound(`Destination ${id}`);
    return found;
  }

  async createDestination(
    displayName: string,
    config: DestinationConfig,
    credentials: S3Credentials | undefined,
  ): Promise<StoredDestination> {
    await tryToWrite(this.#s3(config, credentials), config.prefix);
    return this.#keep(displayName, config, credentials, 's3');
  }

  /** Exports that run go on with what they began with: their store is made anew for each file from here on. */
  async updateDestination(id: string, credentials: S3Credentials): Promise<StoredDestination> {
    const before = this.destination(id);
    if (before.kind === 'browser') throw new HttpError(400, 'This destination has no credentials to change');
    const config = { ...before.config, aws_role_arn: null };
    await tryToWrite(this.#s3(config, credentials), config.prefix);
    const after = { ...before, config, credentials, updated_at: this.#workspace.now() };
    this.book.destinations.set(id, after);
    return after;
  }

  createExport(wanted: NewExport): StoredExport {
    this.destination(wanted.bulk_export_destination_id);
    this.#checkLimits(wanted);
    const created = this.#add(wanted, null);
    if (wanted.interval_hours === null) this.#enqueue(created);
    else this.#schedule(created);
    return created;
  }

  cancel(id: string): StoredExport {
    const found = this.book.exports.get(id);
    if (!found) throw notFound(`Bulk export ${id}`);
    if (!['Created', 'Running', 'IntervalScheduled'].includes(found.status)) {
      throw new HttpError(400, `A bulk export that is ${found.status} cannot be cancelled`);
    }
    const now = this.#workspace.now();
    found.status = 'Cancelled';
    found.updated_at = now;
    found.finished_at = now;
    this.#waiting = this.#waiting.filter((each) => each.id !== id);
    this.#runner.cancel(id);
    // The exports that it has started go on.
    this.#schedules.get(id)?.abort();
    return found;
  }

  #checkLimits({ interval_hours: hours }: NewExport): void {
    const all = [...this.book.exports.values()];
    if (!this.#mayCreate()) {
      throw new HttpError(
        429,
        `Not more than ${LIMITS.createsPerHour} bulk exports can be created in an hour`,
      );
    }
    const schedules = all.filter(({ status }) => status === 'IntervalScheduled').length;
    if (hours !== null && schedules >= LIMITS.schedules) {
      throw new HttpError(429, `Not more than ${LIMITS.schedules} scheduled bulk exports can be active`);
    }
  }

  #mayCreate(): boolean {
    const hourAgo = this.#workspace.now() - HOUR;
    const recent = [...this.book.exports.values()].filter((each) => each.created_at > hourAgo);
    return recent.length < LIMITS.createsPerHour;
  }

  #add(wanted: NewExport, source: string | null): StoredExport {
    const now = this.#workspace.now();
    const created: StoredExport = {
      ...wanted,
      id: newId(),
      source_bulk_export_id: source,
      status: wanted.interval_hours === null ? 'Created' : 'IntervalScheduled',
      created_at: now,
      updated_at: now,
      finished_at: null,
    };
    this.book.exports.set(created.id, created);
    return created;
  }

  #enqueue(wanted: StoredExport): void {
    this.#waiting.push(wanted);
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#busy >= LIMITS.atOnce) return;
    this.#busy += 1;
    // The answer to the request that created it comes first.
    await this.#options.sleep(0);
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#runner.run(next);
    this.#busy -= 1;
  }

  #schedule(wanted: StoredExport): void {
    const controller = new AbortController();
    this.#schedules.set(wanted.id, controller);
    // Those that a schedule starts count too (CONTRACT §12.2); that they wait, and do not fail, is a guess.
    const start = (from: number, to: number) => {
      if (!this.#mayCreate()) return false;
      const window = { start_time: from, end_time: to, interval_hours: null };
      this.#enqueue(this.#add({ ...wanted, ...window }, wanted.id));
      return true;
    };
    void runSchedule(wanted, this.#workspace.now, this.#options.sleep, start, controller.signal);
  }

  #keep(
    displayName: string,
    config: DestinationConfig,
    credentials: S3Credentials | undefined,
    kind: StoredDestination['kind'],
  ): StoredDestination {
    const now = this.#workspace.now();
    const kept = {
      id: newId(),
      display_name: displayName,
      config,
      credentials,
      kind,
      created_at: now,
      updated_at: now,
    };
    this.book.destinations.set(kept.id, kept);
    return kept;
  }

  #storeOf({ kind, config, credentials }: StoredDestination): ObjectStore {
    return kind === 'browser' ? this.files : this.#s3(config, credentials);
  }

  #s3(config: DestinationConfig, credentials: S3Credentials | undefined): ObjectStore {
    if (!credentials) {
      throw new HttpError(
        400,
        'This engine has no credentials of its own and cannot take roles: give an access key and its secret',
      );
    }
    const place = {
      bucket: config.bucket_name ?? '',
      region: config.region ?? undefined,
      endpoint: config.endpoint_url || undefined,
      addressing: config.config_kwargs_s3?.addressing_style ?? 'auto',
      includesBucket: config.include_bucket_in_prefix,
    } as const;
    return s3Store(place, credentials, this.#options.send);
  }
}
