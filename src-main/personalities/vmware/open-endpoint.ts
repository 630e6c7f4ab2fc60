/** One endpoint of the face: sessions, the vCenter or the host behind them, and the server in front. */
import { accepted, type Result } from '../../../sim/contract/result.ts';
import type { Log } from '../../host/log.ts';
import { createVc } from './create-vc.ts';
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
import type { TlsFiles } from './tls/lab-tls.ts';
import type { Vc } from './vc.ts';

export type EndpointDeps = Pick<
  VcDeps,
  'world' | 'execute' | 'listen' | 'wallNow' | 'kind' | 'about' | 'instanceUuid'
> & {
  readonly place: { readonly host: string; readonly port: number };
  readonly tls: TlsFiles | null;
  /** Where contents of uploaded files are kept; memory where it is left out. */
  readonly blobDirectory?: string | null;
  readonly builtIn: () => readonly BuiltInUser[];
  /** `anyone`: whoever gives any name, as vcsim does. */
  readonly open: 'anyone' | 'known';
  readonly sleep: (millis: number) => Promise<void>;
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
  const { world, log } = deps;
  const sessions = createSessions({
    wall: deps.wallNow,
    labTime: () => world().now(),
    users: usersOf(deps),
    sleep: deps.sleep,
  });
  const live = createVc({
    world,
    execute: deps.execute,
    listen: deps.listen,
    wallNow: deps.wallNow,
    kind: deps.kind,
    about: deps.about,
    instanceUuid: deps.instanceUuid,
    log,
    sessions,
    users: usersOf(deps),
    types: allTypes(),
    access: openAccess,
    said: saidOf,
  });
  const opened = await openServer({
    ...deps.place,
    tls: deps.tls,
    routes: [
      ...[sdkRoute(live.vc), ...sideRoutes(live.vc, deps.blobDirectory ?? null)].map(deps.wrap),
      ...deps.beside(live.vc),
    ],
    wireLog: deps.wireLog,
    limits: serverLimits,
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

const usersOf = ({ world, builtIn, open }: EndpointDeps): ReturnType<typeof createUsers> =>
  createUsers({ builtIn, open, stored: () => storedIn(world().papers.get('vmware', 'users')) });

const storedIn = (paper: unknown): Readonly<Record<string, StoredUser>> =>
  typeof paper === 'object' && paper !== null && !Array.isArray(paper)
    ? (paper as Record<string, StoredUser>)
    : {};
