/** vCenter over the lab that is open: on where the settings say so, and told where it answers. */
import type { FaceState } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { DeviceAddress, Settings } from '../../../sim/contract/settings.ts';
import type { Announcement, Dispose } from '../../host/announcement.ts';
import type { Face, FaceDeps } from '../face.ts';
import { createHostEndpoints, hostAddress } from './esx/host-endpoints.ts';
import type { HostEndpointDeps, HostEndpoints } from './esx/host-endpoints.ts';
import type { Guests } from './guest-operations/guests.ts';
import { openVmwareEndpoint } from './open-endpoint.ts';
import type { VmwareEndpoint } from './open-endpoint.ts';
import { createWireLog } from './server/wire-log.ts';
import type { WireLog } from './server/wire-log.ts';
import type { TaskRecord } from './tasks/tasks.ts';
import { openLabTls } from './tls/lab-tls.ts';
import type { TlsFiles } from './tls/lab-tls.ts';

export type VmwareFaceDeps = FaceDeps & {
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  /** Where its keys are kept. */
  readonly tlsDirectory: string | null;
  /** Where the contents of uploaded files are kept. */
  readonly blobDirectory: string;
  /** What runs in the machines. */
  readonly guests: Guests;
  readonly now: () => number;
  readonly sleep: (millis: number) => Promise<void>;
};

type Wanted = Settings['faces']['vmware'];

/** What the control room shows of it. */
export type VmwareDesk = {
  readonly endpoint: () => { readonly url: string; readonly tls: TlsFiles } | null;
  readonly sessions: () => VmwareEndpoint['sessions'] | null;
  readonly wireLog: WireLog;
  /** How many tasks of its clients follow work of the lab that goes on with its clock. */
  readonly tasks: () => number;
  /** The hosts that answer themselves. */
  readonly hosts: HostEndpoints['list'];
};

export type VmwareFace = Face & {
  readonly desk: VmwareDesk;
  /** Lab time went on. */
  readonly afterStep: () => void;
};

const host = '127.0.0.1';
const retryMillis = 15_000;

type State = {
  open: { readonly wanted: Wanted; readonly endpoint: VmwareEndpoint; readonly tls: TlsFiles } | null;
  problem: Refusal | null;
  closed: boolean;
};

export function createVmwareFace(deps: VmwareFaceDeps): VmwareFace {
  const log = deps.log.child('vmware');
  const wireLog = createWireLog(deps.now);
  const state: State = { open: null, problem: null, closed: false };
  const wanted = (): Wanted => deps.settings.get().faces.vmware;
  const hosts = createHostEndpoints(commonTo({ ...deps, log }), wanted);
  let work = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  const followVcenter = async (wish: Wanted): Promise<void> => {
    const isKept = state.open !== null && wish.state === 'on' && isSame(state.open.wanted, wish);
    if (isKept && !state.closed) return;
    await takeDown(state);
    if (state.closed || wish.state === 'off') return;
    await put({ ...deps, log }, { state, wish, wireLog, wanted });
  };
  const follow = async (): Promise<void> => {
    clearTimeout(retry);
    const wish = wanted();
    await followVcenter(wish);
    // Without the vCenter, whose keys they have, none of them answers.
    await hosts.follow(state.open === null || wish.hosts === 'off' ? null : { wish, tls: state.open.tls });
    const isWaiting = state.problem?.code === 'busy' || hosts.list().some(({ problem }) => problem !== '');
    if (isWaiting) retry = setTimeout(refresh, retryMillis).unref();
  };
  const refresh = (): void => {
    work = work.then(follow).catch((error: unknown) => log.error('it could not be opened', { error }));
  };
  const unlisten = deps.settings.listen(refresh);
  refresh();
  return {
    // Names are looked up when they are asked for; hosts come and go.
    rearrange: () => {
      if (wanted().hosts === 'on' && !state.closed) refresh();
    },
    settled: () => work,
    state: () => stateOf(wanted(), state),
    addressesOf: (id) => [
      ...addressesOf(deps, state, id),
      ...hosts
        .list()
        .filter((one) => one.host === id && one.url !== '')
        .map(hostAddress),
    ],
    afterStep: () => state.open?.endpoint.vc.schedule.pass(),
    desk: {
      endpoint: () =>
        state.open === null ? null : { url: urlOf(state.open.endpoint.port), tls: state.open.tls },
      sessions: () => state.open?.endpoint.sessions ?? null,
      wireLog,
      tasks: () => (state.open?.endpoint.vc.tasks.all() ?? []).filter(waitsForLab).length,
      hosts: hosts.list,
    },
    close: async () => {
      unlisten();
      state.closed = true;
      refresh();
      await work;
    },
  };
}

const waitsForLab = ({ state, follows }: TaskRecord): boolean => state === 'running' && follows.length > 0;

const urlOf = (port: number): string => `https://${host}:${port}/sdk`;

/** A password that changed holds for the next login; only these ask for a new server. */
const isSame = (one: Wanted, other: Wanted): boolean =>
  one.port === other.port && one.version === other.version;

async function takeDown(state: State): Promise<void> {
  const { open } = state;
  state.open = null;
  state.problem = null;
  await open?.endpoint.close();
}

type Putting = {
  readonly state: State;
  readonly wish: Wanted;
  readonly wireLog: WireLog;
  readonly wanted: () => Wanted;
};

/** Of the last builds of these lines. */
const abouts: Readonly<Record<Wanted['version'], VmwareEndpoint['vc']['about']>> = {
  '6.5': { version: '6.5.0', apiVersion: '6.5', build: '4602587' },
  '6.7': { version: '6.7.3', apiVersion: '6.7.3', build: '14368073' },
  '7.0': { version: '7.0.3', apiVersion: '7.0.3.0', build: '18700403' },
  '8.0': { version: '8.0.2', apiVersion: '8.0.2.0', build: '22385739' },
  '9.0': { version: '9.0.0', apiVersion: '9.0.0.0', build: '24755230' },
};

const commonTo = (deps: VmwareFaceDeps): HostEndpointDeps => ({
  world: deps.world,
  execute: async (command, actor) => {
    const done = await deps.execute(command, actor);
    return done as Awaited<ReturnType<VmwareEndpoint['vc']['execute']>>;
  },
  listen: deps.listen,
  guests: deps.guests,
  wallNow: deps.now,
  blobDirectory: deps.blobDirectory,
  sleep: deps.sleep,
  log: deps.log,
});

async function put(deps: VmwareFaceDeps, { state, wish, wireLog, wanted }: Putting): Promise<void> {
  const { now, log } = deps;
  const tls = await openLabTls({
    directory: deps.tlsDirectory,
    kind: 'ec',
    names: ['localhost', host],
    now: () => new Date(now()),
    log,
  });
  const opened = await openVmwareEndpoint({
    ...commonTo(deps),
    kind: 'vcenter',
    about: abouts[wish.version],
    instanceUuid: instanceOf(deps.world().seedText),
    place: { host, port: wish.port },
    tls,
    builtIn: () => {
      const { user, password } = wanted();
      return [{ name: user, fullName: user.split('@')[0] ?? user, password }];
    },
    open: 'known',
    wireLog,
    wrap: (route) => route,
    beside: () => [],
  });
  if (opened.ok) state.open = { wanted: wish, endpoint: opened.value, tls };
  else {
    state.problem = opened.refusal;
    log.warn('does not answer', { refusal: opened.refusal });
  }
}

/** The same lab is the same vCenter wherever it is opened. */
function instanceOf(seed: string): string {
  const hex = seed.padStart(12, '0').slice(-12);
  return `c01da151-e000-8000-8000-${hex}`;
}

function stateOf({ state: wish, port, user }: Wanted, { open, problem }: State): FaceState {
  const name = 'vmware';
  if (wish === 'off') return { name, state: 'off', address: '', detail: 'Switched off in the settings' };
  if (open !== null) {
    const address = urlOf(open.endpoint.port);
    return {
      name,
      state: 'up',
      address,
      detail: `${user} may log in; docs/vmware.md has the words for each client`,
    };
  }
  const detail = problem === null ? 'Starting' : [problem.message, problem.hint ?? ''].join('. ');
  return { name, state: 'down', address: `${host}:${port}`, detail };
}

/** Machines and hosts of a virtual datacenter are found there by their names. */
function addressesOf(deps: VmwareFaceDeps, { open }: State, id: string): readonly DeviceAddress[] {
  if (open === null) return [];
  const entity = [deps.world().inventory.get(id as never)].find(
    (one) => one?.kind === 'vm' || one?.kind === 'host',
  );
  if (entity === undefined || open.endpoint.vc.refs.of(entity).value === entity.id) return [];
  const address = urlOf(open.endpoint.port);
  const verb = entity.kind === 'vm' ? 'vm.info' : 'host.info';
  return [{ protocol: 'vmware', address, command: `govc ${verb} -u ${address} -k ${entity.name}` }];
}
