/** What a machine of the lab asks of its container. */
import type Docker from 'dockerode';
import type { Computer, Lan } from '../../../sim/index.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Engine } from './engine.ts';

/** Whose containers they are: another lab's, or another Coldaisle's on this computer, are never touched. */
export type Owner = { readonly home: string; readonly lab: string };

export const labels = {
  home: 'coldaisle.home',
  lab: 'coldaisle.lab',
  machine: 'coldaisle.machine',
  image: 'coldaisle.image',
  init: 'coldaisle.init',
} as const;

export const labelsOf = ({ home, lab }: Owner): Readonly<Record<string, string>> => ({
  [labels.home]: home,
  [labels.lab]: lab,
});

export const filterOf = (owner: Owner): { readonly label: string[] } => ({
  label: Object.entries(labelsOf(owner)).map(([name, value]) => `${name}=${value}`),
});

export type Card = {
  /** The engine's network that stands for the lab's. */
  readonly network: string;
  readonly subnet: string;
  readonly address: string;
  readonly hardware: string;
};

export type BoxPlan = {
  readonly owner: Owner;
  readonly machine: EntityId;
  readonly name: string;
  readonly hostname: string;
  readonly image: string;
  /** What it is made of: that image, or what was kept of the machine itself. */
  readonly from: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly cards: readonly Card[];
};

export const prefixOf = ({ home, lab }: Owner): string => `coldaisle-${home}-${lab}`;
const boxName = (owner: Owner, machine: EntityId): string => `${prefixOf(owner)}-${machine}`;
/** What was kept of a machine's container: `snapshot-2`, or `copy` for one that was cloned. */
export const keptImage = (owner: Owner, machine: EntityId, what: string): string =>
  `localhost/${prefixOf(owner)}-${machine}:${what}`;

const mebi = 1_048_576;
/** No engine starts one with less. */
const leastMemory = 6 * mebi;

export function planOf(computer: Computer, place: { readonly owner: Owner; readonly lan: Lan }): BoxPlan {
  const { owner, lan } = place;
  const { id, name, spec } = computer;
  const backing = computer.kind === 'vm' ? computer.spec.backing : undefined;
  return {
    owner,
    machine: id,
    name,
    hostname: (computer.kind === 'vm' ? computer.spec.hostname : undefined) ?? hostLabel(name),
    image: backing?.image ?? '',
    from: backing?.image ?? '',
    cpus: spec.cpus,
    memoryBytes: Math.max(leastMemory, spec.memory * mebi),
    cards: cardsOf(owner, lan, id),
  };
}

const hostLabel = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63) || 'machine';

function cardsOf(owner: Owner, lan: Lan, machine: EntityId): readonly Card[] {
  const cards = lan.interfaces(machine).flatMap(({ addresses, hardware, isUp }) => {
    const [first] = addresses;
    if (first === undefined || !isUp) return [];
    const subnet = subnetOf(first.address, first.prefix);
    const network = `${prefixOf(owner)}-${subnet.replace('/', '-')}`;
    return [{ network, subnet, address: first.address, hardware }];
  });
  return [...new Map(cards.map((card) => [card.network, card])).values()];
}

/** `10.1.2.3` and 24: `10.1.2.0/24`. */
export function subnetOf(address: string, prefix: number): string {
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const span = 2 ** (32 - prefix);
  const first = Math.floor(number / span) * span;
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${parts.join('.')}/${prefix}`;
}

type ImageFacts = {
  readonly init: 'systemd' | 'supervised';
  /** What it runs by itself; empty where that is a mere shell. */
  readonly command: readonly string[];
};

type Inspected = Pick<Docker.ImageInspectInfo, 'Config'>;

const systems: readonly string[] = [
  '/sbin/init',
  '/lib/systemd/systemd',
  '/usr/lib/systemd/systemd',
  '/usr/sbin/init',
];
const shells = /^(?:\/usr)?(?:\/bin\/)?(?:sh|bash|ash|dash)$/;

/** Engines say null where an image has none. */
const wordsIn = (words: string | readonly string[] | null | undefined): readonly string[] =>
  [words ?? []].flat();

export function imageFacts({ Config }: Inspected): ImageFacts {
  const command = [...wordsIn(Config?.Entrypoint), ...wordsIn(Config?.Cmd)];
  const first = command[0] ?? '';
  if (systems.includes(first) || Config?.Labels?.[labels.init] === 'systemd')
    return { init: 'systemd', command: ['/sbin/init'] };
  const isShell = command.length <= 1 && (first === '' || shells.test(first));
  return { init: 'supervised', command: isShell ? [] : command };
}

/** Waits for whoever comes to log in, and takes what is orphaned; ends at once when it is told to. */
const waiter = ['/bin/sh', '-c', "trap 'exit 0' TERM INT; while :; do sleep 3600 & wait $! || exit 1; done"];

export function createOptions(
  plan: BoxPlan,
  image: ImageFacts,
  engine: Pick<Engine, 'processors' | 'groups' | 'kind'>,
): Docker.ContainerCreateOptions {
  const [first] = plan.cards;
  return {
    name: boxName(plan.owner, plan.machine),
    Image: plan.from,
    Hostname: plan.hostname,
    Labels: {
      ...labelsOf(plan.owner),
      [labels.machine]: plan.machine,
      [labels.image]: plan.image,
      [labels.init]: image.init,
    },
    Env: ['container=docker'],
    ...(image.init === 'systemd'
      ? { Entrypoint: [...image.command], Cmd: [], StopSignal: 'SIGRTMIN+3' }
      : { Entrypoint: image.command.length === 0 ? waiter : [...image.command], Cmd: [] }),
    HostConfig: {
      ...limitsOf(plan, engine),
      PidsLimit: 2000,
      // The engine's own names differ: Podman knows Docker's as another word for its own.
      LogConfig: { Type: 'json-file', Config: { 'max-size': '5m' } },
      NetworkMode: first?.network ?? 'none',
      ...(image.init === 'systemd' ? systemOf(engine) : { Init: engine.kind === 'docker' }),
    },
    ...(first === undefined
      ? {}
      : {
          MacAddress: first.hardware,
          NetworkingConfig: { EndpointsConfig: { [first.network]: endpointOf(first) } },
        }),
  };
}

/** Older engines of Docker read the number of the first card beside it, Podman and newer ones here. */
export const endpointOf = ({ address, hardware }: Card): Docker.EndpointSettings => ({
  IPAMConfig: { IPv4Address: address },
  MacAddress: hardware,
});

export const limitsOf = (
  { cpus, memoryBytes }: Pick<BoxPlan, 'cpus' | 'memoryBytes'>,
  { processors }: Pick<Engine, 'processors'>,
): { readonly NanoCpus: number; readonly Memory: number; readonly MemorySwap: number } => ({
  // More than this computer has is refused.
  NanoCpus: Math.min(cpus, processors) * 1_000_000_000,
  Memory: memoryBytes,
  MemorySwap: memoryBytes,
});

/** What a system needs that boots its own services. Never the privileged mode. */
function systemOf({ kind, groups }: Pick<Engine, 'groups' | 'kind'>): Docker.HostConfig {
  // Podman sees what is to be started, and prepares by itself.
  if (kind === 'podman') return {};
  const own = { CgroupnsMode: 'private' as const, Tmpfs: { '/run': '', '/run/lock': '', '/tmp': '' } };
  return groups === 'writable'
    ? { ...own, SecurityOpt: ['writable-cgroups=true'] }
    : { ...own, CapAdd: ['SYS_ADMIN'] };
}
