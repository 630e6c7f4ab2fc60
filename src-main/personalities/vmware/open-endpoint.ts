/** One endpoint of the face: sessions, the vCenter or the host behind them, and the server in front. */
import { accepted, type Result } from '../../../sim/contract/result.ts';
import type { Log } from '../../host/log.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { createVc } from './create-vc.ts';
import { hostDoor } from './esx/host-door.ts';
import { hostHearing } from './esx/host-hearing.ts';
import { hostView } from './esx/host-view.ts';
import { createBlobs } from './files/blobs.ts';
import type { VcDeps } from './create-vc.ts';
import { allTypes } from './objects/registry.ts';
import { openAccess } from './access/authority.ts';
import { saidOf } from './said.ts';
import { sideRoutes } from './rest/side-routes.ts';
import { sdkRoute } from './sdk/sdk-route.ts';
import { serverLimits } from './server/limits.ts';
import { openServer } from './server/open-server.ts';
import type { Route } from './server/routes.ts';
import { createSessions } from './server/sessions.ts';
import type { Sessions } from './server/sessions.ts';
import { createUsers } from './server/users.ts';
import type { BuiltInUser, StoredUser } from './server/users.ts';
import type { WireLog } from './server/wire-log.ts';
import { createIdentity } from './sso/identity.ts';
import type { Identity } from './sso/identity.ts';
import { openLabTls } from './tls/lab-tls.ts';
import type { TlsFiles } from './tls/lab-tls.ts';
import type { Vc } from './vc.ts';

export type EndpointDeps = Pick<
  VcDeps,
  'world' | 'execute' | 'listen' | 'wallNow' | 'kind' | 'about' | 'instanceUuid' | 'guests' | 'storeFolders'
> & {
  /** The host whose own endpoint it is; the first where it is left out. */
  readonly hostId?: EntityId;
  readonly place: { readonly host: string; readonly port: number };
  readonly tls: TlsFiles | null;
  /** Where contents of uploaded files are kept; memory where it is left out. */
  readonly blobDirectory?: string | null;
  readonly builtIn: () => readonly BuiltInUser[];
  /** `anyone`: whoever gives any name, as vcsim does. */
  readonly open: 'anyone' | 'known';
  readonly sleep: (millis: number) => Promise<void>;
  /** The managed types as somebody's clients know them. */
  readonly retype?: (types: VcDeps['types']) => VcDeps['types'];
  /** Extensions come in with certificates. */
  readonly asksCertificate?: boolean;
  readonly wireLog: WireLog;
  /** Each route on its way to the server: vcsim delays them. */
  readonly wrap: (route: Route) => Route;
  readonly beside: (vc: Vc) => readonly Route[];
  readonly log: Log;
};

export type VmwareEndpoint = {
  readonly port: number;
  readonly vc: Vc;
  readonly sessions: Sessions;
  readonly close: () => Promise<void>;
};

export async function openVmwareEndpoint(deps: EndpointDeps): Promise<Result<VmwareEndpoint>> {
  const { log } = deps;
  const { world, execute, listen } = seenBy(deps);
  const sessions = createSessions({
    wall: deps.wallNow,
    labTime: () => world().now(),
    users: usersOf(deps),
    sleep: deps.sleep,
  });
  const live = createVc({
    world,
    execute,
    listen,
    wallNow: deps.wallNow,
    kind: deps.kind,
    about: deps.about,
    instanceUuid: deps.instanceUuid,
    ...(deps.storeFolders === undefined ? {} : { storeFolders: deps.storeFolders }),
    calls: deps.wireLog.list,
    log,
    sessions,
    users: usersOf(deps),
    ...(deps.guests === undefined ? {} : { guests: deps.guests }),
    tls: deps.tls,
    blobs: createBlobs(deps.blobDirectory ?? null),
    types: deps.retype?.(allTypes()) ?? allTypes(),
    access: openAccess,
    identity: await identityOf(deps),
    said: saidOf,
  });
  const opened = await openServer({
    ...deps.place,
    tls: deps.tls,
    routes: [...[sdkRoute(live.vc), ...sideRoutes(live.vc)].map(deps.wrap), ...deps.beside(live.vc)],
    wireLog: deps.wireLog,
    limits: serverLimits,
    asksCertificate: deps.asksCertificate ?? false,
    log,
  });
  const takeDown = (): void => {
    sessions.close();
    live.close();
  };
  if (!opened.ok) {
    takeDown();
    return opened;
  }
  return accepted({
    port: opened.value.port,
    vc: live.vc,
    sessions,
    close: async () => {
      takeDown();
      await opened.value.close();
    },
  });
}

/** Who speaks plainly has a key for his tokens all the same. */
async function identityOf({ tls, open, wallNow, place, log }: EndpointDeps): Promise<Identity> {
  const now = (): Date => new Date(wallNow());
  const keys = tls ?? (await openLabTls({ directory: null, kind: 'ec', names: [place.host], now, log }));
  return createIdentity({ tls: keys, trust: open === 'anyone' ? 'anyone' : 'signed', wallNow });
}

/** A host that is asked itself sees what is its own, and works on that. */
function seenBy({
  kind,
  world,
  execute,
  listen,
  hostId,
}: EndpointDeps): Pick<EndpointDeps, 'world' | 'execute' | 'listen'> {
  if (kind !== 'host') return { world, execute, listen };
  const host = hostId ?? world().inventory.ofKind('host')[0]?.id;
  if (host === undefined) return { world, execute, listen };
  return {
    world: hostView(world, host),
    execute: hostDoor(execute, { world, host }),
    listen: hostHearing(listen, { world, host }),
  };
}

const usersOf = ({ world, builtIn, open, kind }: EndpointDeps): ReturnType<typeof createUsers> =>
  createUsers({
    builtIn,
    open,
    stored: () => (kind === 'host' ? {} : storedIn(world().papers.get('vmware', 'users'))),
  });

const storedIn = (paper: unknown): Readonly<Record<string, StoredUser>> =>
  typeof paper === 'object' && paper !== null && !Array.isArray(paper)
    ? (paper as Record<string, StoredUser>)
    : {};
