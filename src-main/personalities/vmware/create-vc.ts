/** Builds the vCenter that all calls share over one world. */
import type { Actor } from '../../../sim/contract/actors.ts';
import type { CommandInput, Receipt } from '../../../sim/contract/commands.ts';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { machineUse } from '../../../sim/index.ts';
import type { MachineUse, World } from '../../../sim/index.ts';
import type { Announcement } from '../../host/announcement.ts';
import type { Log } from '../../host/log.ts';
import type { Access } from './vc.ts';
import { createReaders } from './collector/readers.ts';
import { watchCustomizing } from './guest-operations/customizing.ts';
import { createGuestDesk } from './guest-operations/guests.ts';
import type { Guests } from './guest-operations/guests.ts';
import { createHostNames } from './esx/names.ts';
import { createConsoleDesk } from './console/console-desk.ts';
import type { ConsoleDesk } from './console/console-desk.ts';
import { createEventLog } from './events/event-log.ts';
import { createBlobs } from './files/blobs.ts';
import type { Blobs } from './files/blobs.ts';
import { createMembers } from './objects/inventory/members.ts';
import type { AnyManaged, Asking, Caller } from './objects/managed.ts';
import { paperKey } from './objects/machine/paper.ts';
import { installerKey } from './objects/machine/tools-installer.ts';
import { createRefs } from './objects/refs.ts';
import { lately } from './schema/once.ts';
import { openSchema } from './schema/vim-schema.ts';
import type { Sessions } from './server/sessions.ts';
import type { Users } from './server/users.ts';
import { createSchedule } from './scheduled/run.ts';
import { createShelves } from './shelves.ts';
import { createTasks } from './tasks/tasks.ts';
import { isoOf } from './wire/value.ts';
import type { Papers, Vc } from './vc.ts';

/** Said by other parts of the face; what is left out says nothing. */
type Said = Pick<Vc, 'fields' | 'fieldsFor' | 'permissionsOn' | 'effectiveRoles' | 'alarmStates'>;

export type VcDeps = Pick<
  Vc,
  'world' | 'listen' | 'wallNow' | 'kind' | 'about' | 'instanceUuid' | 'storeFolders'
> & {
  readonly execute: (command: CommandInput, actor: Actor) => Promise<Result<Receipt>>;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly users: Users;
  /** Left out: nobody writes down who asked what. */
  readonly calls?: Vc['calls'];
  /** Left out: nothing runs in the machines. */
  readonly guests?: Guests;
  readonly tls?: ConsoleDesk['tls'];
  /** In memory where they are left out. */
  readonly blobs?: Blobs;
  readonly types: ReadonlyMap<string, AnyManaged>;
  readonly access: (vc: () => Vc) => Access;
  readonly identity?: Vc['identity'];
  readonly patience?: number;
  readonly said: (vc: () => Vc) => Partial<Said>;
};

export type LiveVc = { readonly vc: Vc; readonly close: () => void };

export function createVc(deps: VcDeps): LiveVc {
  const { world, log } = deps;
  const schema = openSchema();
  const shelves = createShelves(deps.sessions);
  const tasks = createTasks({ world, log: { error: (message, more) => log.error(message, { ...more }) } });
  const execute: Vc['execute'] = (command, caller) => deps.execute(command, actorOf(caller));
  const papers = papersIn(world, execute);
  const self = (): Vc => vc;
  const access = deps.access(self);
  const vc: Vc = {
    world,
    now: () => world().now(),
    iso: lately(1000, isoOf),
    schema,
    refs: createRefs({ world, typeOf: typeByPaper(papers) }),
    types: deps.types,
    readers: createReaders(schema, deps.types),
    members: createMembers(world),
    papers,
    tasks,
    schedule: createSchedule(self, world().now()),
    events: createEventLog(self),
    sessions: deps.sessions,
    users: deps.users,
    identity: deps.identity ?? null,
    guests: createGuestDesk(deps.guests ?? null),
    consoles: createConsoleDesk(deps),
    blobs: deps.blobs ?? createBlobs(null),
    access: { refusal: (asking, ref, privileges) => refusal(access, { asking, ref, privileges }) },
    shelf: shelves.of,
    execute,
    actorOf,
    listen: deps.listen,
    ...remembering(world, { ...silent, ...deps.said(self) }),
    use: createUse(world),
    kind: deps.kind,
    about: deps.about,
    instanceUuid: deps.instanceUuid,
    ...(deps.storeFolders === undefined ? {} : { storeFolders: deps.storeFolders }),
    names: deps.kind === 'host' ? createHostNames(world) : null,
    calls: deps.calls ?? (() => []),
    wallNow: deps.wallNow,
    patience: deps.patience ?? 20_000,
    log,
  };
  const deaf = deps.listen((announcement) => tellTasks(vc, announcement));
  const silence = vc.events.open();
  const idle = watchCustomizing(vc);
  return {
    vc,
    close: () => {
      deaf();
      silence();
      idle();
      shelves.close();
      vc.consoles.close();
    },
  };
}

const silent: Said = {
  fields: () => [],
  fieldsFor: () => [],
  permissionsOn: () => [],
  effectiveRoles: () => [-1],
  alarmStates: () => [],
};

/** Fields are asked for with every object, and are others only when the lab is. */
function remembering(world: () => World, said: Said): Said {
  let known: {
    readonly state: string;
    readonly inventory: object;
    readonly answers: Map<string, unknown>;
  } | null = null;
  const remembered = <T>(key: string, ask: () => T): T => {
    const { inventory, papers } = world();
    const state = `${inventory.changes()}/${papers.changes()}`;
    if (known?.state !== state || known.inventory !== inventory)
      known = { state, inventory, answers: new Map() };
    const { answers } = known;
    if (!answers.has(key)) answers.set(key, ask());
    // Under its key stands only what its own question gave.
    return answers.get(key) as T;
  };
  return {
    ...said,
    fields: () => remembered('', said.fields),
    fieldsFor: (type) => remembered(type, () => said.fieldsFor(type)),
  };
}

const actorOf = (caller: Caller | null): Actor => ({
  origin: 'vmware',
  name: (caller?.user ?? 'vmware').slice(0, 80),
  role: 'admin',
});

/** A quarter of a megabyte a thousand. */
const mostKeys = 20_000;

function papersIn(world: () => World, execute: Vc['execute']): Papers {
  // A key is looked up by its text, and one that was just made has to be read letter by letter first.
  const machineKey = lately(mostKeys, paperKey);
  const installer = lately(mostKeys, installerKey);
  return {
    get: (key) => world().papers.get('vmware', key),
    machine: (id) => world().papers.get('vmware', machineKey(id)),
    installer: (id) => world().papers.get('vmware', installer(id)),
    below: (prefix) => world().papers.below('vmware', prefix),
    write: (items, caller) => execute({ type: 'papers.write', face: 'vmware', items: [...items] }, caller),
  };
}

/** `pool/pool-3/type`: `VirtualApp`. A thing of the world that vSphere has a type of its own for. */
const typeByPaper =
  (papers: Papers) =>
  (entity: Entity): string | undefined => {
    if (entity.kind !== 'pool' && entity.kind !== 'folder' && entity.kind !== 'network') return undefined;
    const type = papers.get(`${entity.kind}/${entity.id}/type`);
    return typeof type === 'string' ? type : undefined;
  };

type Wish = {
  readonly asking: Asking;
  readonly ref: Parameters<Access['refusal']>[1];
  readonly privileges: readonly string[];
};

/** Before a login nobody may do more than anybody may. */
function refusal(access: Access, { asking, ref, privileges }: Wish): ReturnType<Access['refusal']> {
  if (asking.caller !== null) return access.refusal(asking, ref, privileges);
  if (privileges.includes('System.Anonymous')) return null;
  return {
    type: 'NotAuthenticated',
    message: 'The session is not authenticated: log in first.',
    fields: { object: ref, privilegeId: privileges[0] },
  };
}

function createUse(world: () => World): () => MachineUse {
  let made: {
    readonly world: World;
    readonly at: number;
    readonly revision: number;
    readonly use: MachineUse;
  } | null = null;
  return () => {
    const now = world();
    const { revision } = now;
    if (made === null || made.world !== now || made.at !== now.now() || made.revision !== revision)
      made = { world: now, at: now.now(), revision, use: machineUse(now) };
    return made.use;
  };
}

function tellTasks({ tasks }: Vc, announcement: Announcement): void {
  if (announcement.kind === 'reset') tasks.worldTaskEnded(null);
  if (announcement.kind !== 'events') return;
  for (const { event } of announcement.items)
    if (event.type === 'task.finished') tasks.worldTaskEnded(event.id);
}
