/** Leases: for as long as one is open, files of a machine go up or down below `/nfc`. */
import { randomUUID } from 'node:crypto';
import { entityAt } from '../../rest/inventory/estate.ts';
import type { Vc } from '../../vc.ts';
import { numberAt } from '../../wire/ask.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { done, faulted, localized } from '../../objects/fault.ts';
import type { Answer, Fault } from '../../objects/fault.ts';
import { managed } from '../../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../../objects/managed.ts';
import { bySoap } from '../../rest/by-soap.ts';

export type LeaseFile = {
  /** The last part of its address. */
  readonly name: string;
  readonly key: string;
  readonly importKey: string;
  readonly isDisk: boolean;
  /** Bytes that the disk can hold. */
  readonly capacity: number;
  /** Where a CD image goes: `[store] folder/x.iso`. */
  readonly path: string | null;
  size: number;
  sha1: string;
};

type Lease = {
  readonly ref: Ref;
  readonly mode: 'pushOrGet' | 'pull';
  readonly does: 'import' | 'export';
  readonly machine: Ref;
  readonly origin: string;
  readonly files: readonly LeaseFile[];
  state: 'ready' | 'done' | 'error';
  progress: number;
  touched: number;
  fault: Fault | null;
};

const lifeSeconds = 300;

/** Whoever knows its address may use it, so it is kept for all. */
const shelfOf = (vc: Vc): ReturnType<Vc['shelf']> => vc.shelf(null);

export function openLease(call: Call, parts: Pick<Lease, 'does' | 'machine' | 'files'>): Answer<Ref> {
  const lease: Lease = {
    ...parts,
    ref: { _ref: 'HttpNfcLease', value: `session[${call.caller?.key ?? ''}]${randomUUID()}` },
    mode: 'pushOrGet',
    origin: call.origin,
    state: 'ready',
    progress: 0,
    touched: call.vc.wallNow(),
    fault: null,
  };
  shelfOf(call.vc).put(lease.ref, lease);
  return done(lease.ref);
}

/** By its reference; an open one that nobody spoke to for long is over. */
function find(vc: Vc, ref: Ref): Lease | undefined {
  const lease = shelfOf(vc).get(ref) as Lease | undefined;
  if (lease?.state === 'ready' && vc.wallNow() - lease.touched > lifeSeconds * 1000) {
    lease.state = 'error';
    lease.fault = { type: 'Timedout', message: 'The lease timed out.', fields: {} };
  }
  return lease;
}

/** By what stands in an address. */
export function leaseAt(vc: Vc, id: string): Lease | undefined {
  for (const [, thing] of shelfOf(vc).all()) {
    const { ref } = thing as Partial<Lease>;
    if (ref?._ref === 'HttpNfcLease' && addressOf(ref) === id) return find(vc, ref);
  }
  return undefined;
}

const addressOf = ({ value }: Ref): string => value.slice(value.indexOf(']') + 1);

const urlOf = ({ ref, origin }: Lease, file: LeaseFile): string =>
  `${origin}/nfc/${addressOf(ref)}/${file.name}`;

const infoOf = (lease: Lease): Data => ({
  _type: 'HttpNfcLeaseInfo',
  lease: lease.ref,
  entity: lease.machine,
  deviceUrl: lease.files.map((file) => ({
    key: file.key,
    importKey: file.importKey,
    url: urlOf(lease, file),
    sslThumbprint: '',
    disk: file.isDisk,
    targetId: file.name,
    fileSize: lease.does === 'export' ? file.size : undefined,
  })),
  totalDiskCapacityInKB: Math.round(lease.files.reduce((sum, { capacity }) => sum + capacity, 0) / 1024),
  leaseTimeout: lifeSeconds,
});

const whileReady =
  (run: (call: Call, lease: Lease) => Answer | Promise<Answer>): Method<Lease> =>
  (call, lease) => {
    if (lease.state !== 'ready')
      return faulted('InvalidState', `The lease is ${lease.state} and can no longer be used.`);
    lease.touched = call.vc.wallNow();
    return run(call, lease);
  };

/** What was imported halfway goes. */
async function abort(call: Call, lease: Lease): Promise<Answer> {
  lease.state = 'error';
  lease.fault = { type: 'RequestCanceled', message: 'The lease was aborted.', fields: {} };
  if (lease.does === 'import' && entityAt(call.vc, 'vm', lease.machine.value) !== undefined)
    await bySoap({ ...call, request: call }, { self: lease.machine, method: 'Destroy_Task' });
  return done(undefined);
}

const manifest = (lease: Lease): readonly Data[] =>
  lease.files
    .filter(({ sha1 }) => sha1 !== '')
    .map((file) => ({
      _type: 'HttpNfcLeaseManifestEntry',
      key: file.importKey,
      sha1: file.sha1,
      checksum: file.sha1,
      checksumType: 'sha1',
      size: file.size,
      disk: file.isDisk,
      capacity: file.capacity,
      populatedSize: file.size,
    }));

export const leaseType = (): AnyManaged =>
  managed<Lease>({
    type: 'HttpNfcLease',
    find: ({ vc }, ref) => find(vc, ref),
    properties: {
      initializeProgress: () => 100,
      transferProgress: ({ progress }) => progress,
      mode: ({ mode }) => mode,
      capabilities: () => ({ pullModeSupported: false, corsSupported: false }),
      info: (lease) => (lease.state === 'error' ? undefined : infoOf(lease)),
      state: ({ state }) => state,
      error: ({ fault }) => (fault === null ? undefined : localized(fault)),
    },
    methods: {
      HttpNfcLeaseProgress: whileReady((call, lease) => {
        lease.progress = numberAt(call.args, 'percent') ?? lease.progress;
        return done(undefined);
      }),
      HttpNfcLeaseComplete: whileReady((_, lease) => {
        lease.state = 'done';
        lease.progress = 100;
        return done(undefined);
      }),
      HttpNfcLeaseAbort: whileReady(abort),
      HttpNfcLeaseGetManifest: (_, lease) => done(manifest(lease)),
    },
  });
