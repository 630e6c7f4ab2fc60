/** The VMware face over a lab without a disk: the one place where vcsim joins the two. */
import { appendFileSync } from 'node:fs';
import { accepted, type Result } from '../../sim/contract/result.ts';
import type { WallClock } from '../host/clock-face.ts';
import type { Log } from '../host/log.ts';
import { openVmwareEndpoint } from '../personalities/vmware/open-endpoint.ts';
import type { Route } from '../personalities/vmware/server/routes.ts';
import { createWireLog, type WireLog } from '../personalities/vmware/server/wire-log.ts';
import { openLabTls, openOwnTls, type TlsFiles } from '../personalities/vmware/tls/lab-tls.ts';
import type { Vc } from '../personalities/vmware/vc.ts';
import { delayed } from './delays.ts';
import { createLightGuests } from './light-guests.ts';
import type { LightHost } from './light-host.ts';
import { ownTypes } from './own-types.ts';
import { withTwinNames } from './twin-names.ts';
import { productVersionOf } from './product-version.ts';
import { warmUp } from './warm-up.ts';
import { securely } from './secure-cookies.ts';
import { aboutRoute, countsRoute } from './side-routes.ts';
import { createRuns } from './runs.ts';
import { openRealStores } from './store-folders.ts';
import type { VcsimWays } from './ways.ts';
import type { Wishes } from './wishes.ts';

export type EndpointOptions = Wishes & {
  readonly host: LightHost;
  readonly wall: WallClock;
  readonly log: Log;
  readonly cookies: VcsimWays['cookies'];
  readonly hostPorts: VcsimWays['hostPorts'];
  readonly engines: VcsimWays['engines'];
  /** Where requests and answers are written if no file is named. */
  readonly trace: (text: string) => void;
};

export type Endpoint = {
  readonly port: number;
  readonly scheme: 'http' | 'https';
  readonly close: () => Promise<void>;
};

/** The same on each start, as the lab is. */
const instanceUuid = 'c01da151-e000-8000-8000-000000005eed';
const builds = { vcenter: '5973321', host: '5969303' } as const;

export async function openEndpoint(options: EndpointOptions): Promise<Result<Endpoint>> {
  const { host, listen, login, flags, wall, log } = options;
  const tls = await tlsFor(options);
  if (!tls.ok) return tls;
  const kind = flags.esx ? 'host' : 'vcenter';
  const runs = createRuns({ ...host, ...options.engines, log: log.child('containers') });
  const guests = createLightGuests({ host, runs, wall, log });
  const stores = openRealStores();
  let listening = listen.port;
  const opened = await openVmwareEndpoint({
    world: host.world,
    execute: runs.over(withTwinNames(host.execute)),
    listen: host.listen,
    retype: (types) => ownTypes(types, { port: () => listening, each: options.hostPorts }),
    guests,
    wallNow: wall.now,
    kind,
    about: {
      version: productVersionOf(flags['api-version']),
      apiVersion: flags['api-version'],
      build: builds[kind],
      // Who did not choose a version has tests that never asked for one.
      ...(flags['api-version'] === '6.5' ? { speaks: '9.0.0.0' } : {}),
    },
    instanceUuid,
    blobDirectory: stores.blobDirectory,
    storeFolders: stores.folders,
    place: listen,
    tls: tls.value,
    builtIn: () =>
      login === null ? [] : [{ name: login.user, fullName: login.user, password: login.password }],
    open: login === null ? 'anyone' : 'known',
    sleep: wall.sleep,
    asksCertificate: flags.tunnel >= 0,
    wireLog: wireLogFor(options),
    wrap: (route) => wrapped(route, options),
    beside: (vc) => [aboutRoute(() => aboutOf(vc)), countsRoute(host.world)] satisfies Route[],
    log,
  });
  if (!opened.ok) {
    stores.close();
    return opened;
  }
  const { port } = opened.value;
  listening = port;
  await warmUp(opened.value.vc);
  // Its clock is the wall's.
  const clock = setInterval(opened.value.vc.schedule.pass, 1000).unref();
  const close = async (): Promise<void> => {
    clearInterval(clock);
    await opened.value.close();
    await guests.close();
    await runs.close();
    stores.close();
  };
  return accepted({ port, scheme: tls.value === null ? 'http' : 'https', close });
}

function wrapped(route: Route, { delays, wall, cookies }: EndpointOptions): Route {
  const waiting = delayed(route, { delays, chance: Math.random, sleep: wall.sleep });
  return cookies === 'always-secure' ? securely(waiting) : waiting;
}

const aboutOf = ({ types }: Vc) => ({
  methods: [...new Set([...types.values()].flatMap(({ methods }) => Object.keys(methods)))],
  types: [...types.keys()],
});

async function tlsFor({ flags, listen, wall, log }: EndpointOptions): Promise<Result<TlsFiles | null>> {
  if (!flags.tls) return accepted(null);
  if (flags.tlscert !== '') return openOwnTls(flags.tlscert, flags.tlskey);
  const now = (): Date => new Date(wall.now());
  return accepted(await openLabTls({ directory: null, kind: 'ec', names: [listen.host], now, log }));
}

function wireLogFor({ flags, trace, wall }: EndpointOptions): WireLog {
  const wireLog = createWireLog(wall.now);
  const file = flags['trace-file'];
  if (!flags.trace && file === '') return wireLog;
  if (file !== '') appendFileSync(file, '');
  const write = file === '' ? trace : (text: string) => appendFileSync(file, text);
  wireLog.listen(({ number, method, object, status, millis, request, answer }) => {
    const said = `Request: ${request}\nResponse: ${answer}`;
    write(`# ${number} ${method} ${object}: ${status} in ${millis} ms\n${said}\n\n`);
  });
  return wireLog;
}
