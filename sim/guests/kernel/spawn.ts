import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Image } from './image.ts';
import { loadImage } from './image.ts';
import { letGo } from './life.ts';
import { turn } from './program-tools.ts';
import type { Description, Kernel, Process } from './process.ts';
import type { Descriptors, ForkRequest, Program, SpawnRequest, Step, System } from './program.ts';
import { createQueue, enqueue } from './queue.ts';
import { running } from './running.ts';

const none: readonly never[] = [];
const noLoad = { cores: 0, memoryBytes: 0 } as const;
const mostPids = 4_194_304;

export type Birth = Pick<
  Process,
  'who' | 'real' | 'name' | 'executable' | 'arguments' | 'environment' | 'directory' | 'umask' | 'nice'
> & {
  readonly parent: Process | null;
  readonly group: SpawnRequest['group'];
  readonly program: Program;
  readonly descriptors: readonly (Description | undefined)[];
};

/** Enters a process into the table; it runs at its turn. */
export function bear(kernel: Kernel, birth: Birth): Answer<Process> {
  const { parent } = birth;
  if (kernel.processes.size >= kernel.limits.processes) return failed('EAGAIN');
  const pid = freePid(kernel);
  const now = kernel.now();
  const { group, session, terminal } = placeOf(birth, pid);
  const process: Process = {
    pid,
    parent: parent?.pid ?? 0,
    group,
    session,
    terminal,
    who: birth.who,
    real: birth.real,
    name: birth.name,
    executable: birth.executable,
    arguments: birth.arguments,
    environment: birth.environment,
    directory: birth.directory,
    umask: birth.umask,
    nice: birth.nice,
    descriptors: [],
    steps: null,
    next: null,
    state: 'ready',
    isStopped: false,
    isQueued: false,
    until: null,
    waits: [],
    pending: none,
    handlers: new Map(),
    wasInterrupted: false,
    children: none,
    changes: [],
    forChildren: createQueue(),
    startedAt: now,
    processorTime: 0,
    chargedAt: now,
    occupied: noLoad,
    resting: null,
  };
  inheritFrom(process, birth);
  process.steps = birth.program(systemOf(kernel, process));
  kernel.processes.set(pid, process);
  if (parent !== null) parent.children = parent.children.concat(pid);
  enqueue(kernel, process);
  return done(process);
}

function placeOf({ parent, group }: Birth, pid: number): Pick<Process, 'group' | 'session' | 'terminal'> {
  if (parent === null) return { group: pid, session: pid, terminal: null };
  const { session, terminal } = parent;
  if (group === 'parent') return { group: parent.group, session, terminal };
  return { group: group === 'own' ? pid : group, session, terminal };
}

/** What is ignored stays ignored; handlers are the old program's. */
function inheritFrom(process: Process, { parent, descriptors }: Birth): void {
  if (parent !== null)
    for (const [signal, handler] of parent.handlers)
      if (handler === 'ignore') process.handlers.set(signal, handler);
  for (const description of descriptors) if (description !== undefined) description.holders += 1;
  process.descriptors = descriptors.slice();
}

function freePid(kernel: Kernel): number {
  while (kernel.processes.has(kernel.nextPid)) kernel.nextPid = (kernel.nextPid % mostPids) + 1;
  const pid = kernel.nextPid;
  kernel.nextPid += 1;
  return pid;
}

export function systemOf(kernel: Kernel, process: Process): System {
  const { calls } = kernel;
  return {
    pid: process.pid,
    parent: calls.parent,
    arguments: process.arguments,
    environment: process.environment,
    now: kernel.wall,
    steady: kernel.now,
    chance: kernel.chance,
    isTired: calls.isTired,
    library: kernel.library,
    files: calls.files,
    descriptors: calls.descriptors,
    processes: calls.processes,
    again: calls.again,
    terminal: calls.terminal,
    machine: calls.machine,
    network: calls.network,
    storage: calls.storage,
  };
}

function inherited(parent: Process, map: Descriptors): Answer<readonly (Description | undefined)[]> {
  const size = Math.max(-1, ...map.keys()) + 1;
  const descriptions = Array.from({ length: size }, (): Description | undefined => undefined);
  for (const [at, from] of map) {
    const description = parent.descriptors[from];
    if (description === undefined) return failed('EBADF');
    descriptions[at] = description;
  }
  return done(descriptions);
}

export function spawn(kernel: Kernel, request: SpawnRequest): Answer<number> {
  const parent = running(kernel);
  const image = loadImage(kernel, parent, request);
  if (!image.ok) return image;
  return child(kernel, parent, {
    request,
    birth: {
      program: image.value.program,
      name: image.value.name,
      executable: image.value.path,
      arguments: image.value.arguments,
      environment: request.environment,
      who: image.value.who,
    },
  });
}

export function fork(kernel: Kernel, request: ForkRequest): Answer<number> {
  const parent = running(kernel);
  return child(kernel, parent, {
    request,
    birth: {
      program: request.program,
      name: request.name.slice(0, 15),
      executable: parent.executable,
      arguments: [request.name],
      environment: parent.environment,
      who: parent.who,
    },
  });
}

type Child = {
  readonly request: Pick<SpawnRequest, 'descriptors' | 'group'>;
  readonly birth: Pick<Birth, 'program' | 'name' | 'executable' | 'arguments' | 'environment' | 'who'>;
};

function child(kernel: Kernel, parent: Process, { request, birth }: Child): Answer<number> {
  const descriptors = inherited(parent, request.descriptors);
  if (!descriptors.ok) return descriptors;
  if (typeof request.group === 'number' && !hasGroup(kernel, parent, request.group)) return failed('EPERM');
  const { real, directory, umask, nice } = parent;
  const { group } = request;
  const born = bear(kernel, {
    ...birth,
    real,
    directory,
    umask,
    nice,
    parent,
    group,
    descriptors: descriptors.value,
  });
  return born.ok ? done(born.value.pid) : born;
}

export function hasGroup(kernel: Kernel, of: Process, group: number): boolean {
  for (const process of kernel.processes.values())
    if (process.group === group && process.session === of.session) return true;
  return false;
}

/** The old program is never resumed: as in a real machine it has no last word. */
export function* execute(kernel: Kernel, request: Omit<SpawnRequest, 'group'>): Step<Answer<never>> {
  const process = running(kernel);
  const image = loadImage(kernel, process, request);
  if (!image.ok) return image;
  const descriptors = inherited(process, request.descriptors);
  if (!descriptors.ok) return descriptors;
  become(kernel, process, { image: image.value, environment: request.environment });
  for (const description of descriptors.value) if (description !== undefined) description.holders += 1;
  for (const description of process.descriptors) if (description !== undefined) letGo(description);
  process.descriptors = descriptors.value.slice();
  yield turn;
  throw new Error('A program that was replaced was resumed.');
}

function become(
  kernel: Kernel,
  process: Process,
  { image, environment }: { readonly image: Image; readonly environment: ReadonlyMap<Bytes, Bytes> },
): void {
  process.name = image.name;
  process.executable = image.path;
  process.arguments = image.arguments;
  process.environment = environment;
  process.who = image.who;
  process.occupied = noLoad;
  for (const [signal, handler] of process.handlers) if (handler !== 'ignore') process.handlers.delete(signal);
  process.resting = null;
  process.next = image.program(systemOf(kernel, process));
}
