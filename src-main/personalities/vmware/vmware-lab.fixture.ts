/** A whole vCenter on a free port over a small world in memory, and a client that speaks SOAP to it. */
import { Agent, request as ask } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../../../sim/contract/actors.ts';
import { commandSchema } from '../../../sim/contract/commands.ts';
import type { CommandInput, Receipt } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { BranchId, Revision } from '../../../sim/contract/ids.ts';
import { accepted, refusalFromIssues } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { advanceTo, applyEvents, createWorld, decide } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { createBus } from '../../host/bus.ts';
import type { Bus } from '../../host/bus.ts';
import { silentLog } from '../../host/log.ts';
import type { Log } from '../../host/log.ts';
import { openAccess } from './access/authority.ts';
import { saidOf } from './said.ts';
import { createVc } from './create-vc.ts';
import type { VcDeps } from './create-vc.ts';
import { allTypes } from './objects/registry.ts';
import { sdkRoute } from './sdk/sdk-route.ts';
import { serverLimits } from './server/limits.ts';
import { openServer } from './server/open-server.ts';
import type { Route } from './server/routes.ts';
import { createSessions } from './server/sessions.ts';
import { createUsers } from './server/users.ts';
import type { StoredUser } from './server/users.ts';
import { createWireLog } from './server/wire-log.ts';
import type { WireLog } from './server/wire-log.ts';
import { openLabTls } from './tls/lab-tls.ts';
import type { TlsFiles } from './tls/lab-tls.ts';
import type { Vc } from './vc.ts';
import { readXml, defaultLimits } from './wire/xml.ts';
import type { XmlElement } from './wire/xml.ts';

export type VmwareLab = {
  readonly world: World;
  readonly vc: Vc;
  readonly url: string;
  readonly port: number;
  readonly ca: string;
  readonly tls: TlsFiles;
  readonly wireLog: WireLog;
  readonly errors: readonly { readonly message: string; readonly fields: unknown }[];
  /** Through the door; what is refused is a mistake of the test. */
  readonly does: (command: CommandInput) => Promise<Receipt>;
  /** Creates one thing and tells its id. */
  readonly make: (item: object) => Promise<EntityId>;
  /** So many seconds of lab time go by. */
  readonly run: (seconds: number) => Promise<void>;
  readonly client: (options?: ClientOptions) => SoapClient;
  /** One that is logged in. */
  readonly login: (options?: ClientOptions) => Promise<SoapClient>;
  readonly close: () => Promise<void>;
};

type ClientOptions = {
  /** Of another endpoint over the same lab. */
  readonly port?: number;
  readonly version?: string;
  readonly user?: string;
  readonly password?: string;
};

export type SoapAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** What stands in the body: `XResponse`, or `Fault`. */
  readonly body: XmlElement;
  /** The values of the answer: its `returnval` elements. */
  readonly values: readonly XmlElement[];
  /** The type of the fault; '' where it went well. */
  readonly fault: string;
};

export type SoapClient = {
  /** `inner` is what stands behind `_this`. */
  readonly call: (method: string, self: string, inner?: string) => Promise<SoapAnswer>;
  readonly get: (path: string) => Promise<{ readonly status: number; readonly text: string }>;
  readonly cookie: () => string;
};

/** The password of administrator@vsphere.local in these labs. */
export const labPassword = 'coldaisle';
const administrator = {
  name: 'administrator@vsphere.local',
  fullName: 'Administrator',
  password: labPassword,
};

const storedIn = (paper: unknown): Readonly<Record<string, StoredUser>> =>
  typeof paper === 'object' && paper !== null ? (paper as Record<string, StoredUser>) : {};

type LabOptions = {
  readonly routes?: (vc: Vc) => readonly Route[];
  readonly deps?: Partial<VcDeps>;
};

export async function openVmwareLab(options: LabOptions = {}): Promise<VmwareLab> {
  const errors: { message: string; fields: unknown }[] = [];
  const log: Log = {
    ...silentLog,
    error: (message, fields) => errors.push({ message, fields }),
    child: () => log,
  };
  const world = createWorld();
  const bus = createBus(log);
  const execute = doorOf(world, bus);
  const users = createUsers({
    builtIn: () => [administrator],
    stored: () => storedIn(world.papers.get('vmware', 'users')),
    open: 'known',
  });
  const sleep = (): Promise<void> => Promise.resolve();
  const sessions = createSessions({ wall: Date.now, labTime: () => world.now(), users, sleep });
  const wireLog = createWireLog(Date.now);
  const live = createVc({
    calls: wireLog.list,
    world: () => world,
    listen: bus.listen,
    execute,
    wallNow: Date.now,
    kind: 'vcenter',
    about: { version: '8.0.2', apiVersion: '8.0.2.0', build: '22617221' },
    instanceUuid: '5c8d4f3e-0000-4000-8000-000000000001',
    log,
    sessions,
    users,
    types: allTypes(),
    access: openAccess,
    said: saidOf,
    ...options.deps,
  });
  const tls = await openLabTls({ directory: null, kind: 'ec', names: [], now: () => new Date(), log });
  const opened = await openServer({
    host: '127.0.0.1',
    port: 0,
    tls,
    routes: [sdkRoute(live.vc), ...(options.routes?.(live.vc) ?? [])],
    wireLog,
    limits: serverLimits,
    log,
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { port, close } = opened.value;
  const agent = new Agent({ keepAlive: true, ca: tls.ca });
  const does = (command: CommandInput): Promise<Receipt> => mustDo(execute, command);
  await does({ type: 'lab.found', name: 'Lab', seed: '1', epoch: 1_767_600_000_000 });
  const client = (wishes: ClientOptions = {}): SoapClient =>
    createClient({ port: wishes.port ?? port, agent, version: wishes.version ?? '8.0.2.0' });
  return {
    world,
    vc: live.vc,
    url: `https://127.0.0.1:${port}/sdk`,
    port,
    ca: tls.ca,
    tls,
    wireLog,
    errors,
    does,
    make: async (item) => {
      const { ids } = await does({ type: 'inventory.create', item } as CommandInput);
      return ids[0] as EntityId;
    },
    run: async (seconds) => {
      for (let second = 0; second < seconds; second += 1) {
        advanceTo(world, world.clock.tick + 1);
        const due = [...world.tasks.running()].filter(({ endsAt }) => endsAt <= world.now());
        for (const { id } of due) await does({ type: 'task.finish', id });
      }
    },
    client,
    login: async (wishes = {}) => {
      const made = client(wishes);
      const { user = administrator.name, password = labPassword } = wishes;
      const inner = `<userName>${user}</userName><password>${password}</password>`;
      const answer = await made.call('Login', 'SessionManager:SessionManager', inner);
      if (answer.fault !== '') throw new Error(`login failed: ${answer.text}`);
      return made;
    },
    close: async () => {
      agent.destroy();
      await close();
      live.close();
      sessions.close();
    },
  };
}

type Execute = (command: CommandInput, actor: Actor) => Promise<Result<Receipt>>;

/** The door without a store: parse, decide, apply, announce. */
function doorOf(world: World, bus: Bus): Execute {
  return async (input, actor) => {
    const parsed = commandSchema.safeParse(input);
    if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
    const decision = decide(world, parsed.data, actor);
    if (!decision.ok) return decision;
    const { events, ids } = decision.value;
    const first = world.revision + 1;
    const { tick } = world.clock;
    applyEvents(world, events);
    const items: LoggedEvent[] = events.map((event, at) => ({
      revision: (first + at) as Revision,
      tick,
      actor,
      event,
    }));
    bus.announce({ kind: 'events', branch: 'main' as BranchId, items });
    return accepted({ revision: world.revision, tick, ids: [...ids], repeated: false });
  };
}

const tester: Actor = { origin: 'system', name: 'test', role: 'admin' };

async function mustDo(execute: Execute, command: CommandInput): Promise<Receipt> {
  const result = await execute(command, tester);
  if (!result.ok) throw new Error(`${command.type}: ${result.refusal.message}`);
  return result.value;
}

type Speaking = { readonly port: number; readonly agent: Agent; readonly version: string };

function createClient({ port, agent, version }: Speaking): SoapClient {
  let cookie = '';
  const send = (
    path: string,
    body: string | null,
  ): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...(body === null ? {} : { 'content-type': 'text/xml; charset=utf-8' }),
        soapaction: `urn:vim25/${version}`,
        ...(cookie === '' ? {} : { cookie }),
      };
      const method = body === null ? 'GET' : 'POST';
      const request = ask({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const [set] = response.headers['set-cookie'] ?? [];
          if (set !== undefined) cookie = set.split(';')[0] ?? '';
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  return {
    cookie: () => cookie,
    get: (path) => send(path, null),
    call: async (method, self, inner = '') => {
      const [type = '', ...rest] = self.split(':');
      const answer = await send('/sdk', envelopeOf(method, { type, value: rest.join(':') }, inner));
      return { ...answer, ...partsOf(answer.text) };
    },
  };
}

const envelopeOf = (
  method: string,
  self: { readonly type: string; readonly value: string },
  inner: string,
): string =>
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:xsd="http://www.w3.org/2001/XMLSchema" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">' +
  `<soapenv:Body><${method} xmlns="urn:vim25"><_this type="${self.type}">${self.value}</_this>${inner}</${method}>` +
  '</soapenv:Body></soapenv:Envelope>';

function partsOf(text: string): Pick<SoapAnswer, 'body' | 'values' | 'fault'> {
  const root = readXml(Buffer.from(text), defaultLimits);
  if (!root.ok) throw new Error(`the answer is no XML: ${root.refusal.message}\n${text.slice(0, 500)}`);
  const body = root.value.children.find(({ name }) => name === 'Body')?.children[0];
  if (body === undefined) throw new Error(`the answer has no body:\n${text.slice(0, 500)}`);
  const detail = body.children.find(({ name }) => name === 'detail')?.children[0];
  return {
    body,
    values: body.children.filter(({ name }) => name === 'returnval'),
    fault: body.name === 'Fault' ? (detail?.type?.name ?? 'unknown') : '',
  };
}

/** The text of an element below this one: `info.state`, `objects.obj`. */
export function textIn(element: XmlElement | undefined, path: string): string | undefined {
  let at = element;
  for (const name of path.split('.')) at = at?.children.find((child) => child.name === name);
  return at?.text;
}
