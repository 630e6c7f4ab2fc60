/** What stands on the plates of what runs in the racks: hypervisors, machines, networks, clouds and blades. */
import type { ReactNode } from 'react';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { MachineKind } from '../../../sim/contract/kinds.table.ts';
import type { Allocation, VmSpec } from '../../../sim/contract/machine-specs.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { text } from '../../text/text.ts';
import { diskText, memoryText, percentText, speedText } from '../machine/amounts.ts';
import { StateMark } from '../machine/state-mark.tsx';
import { childrenOf, type Inventory } from '../floor/rack-sensors.ts';
import type { Fact } from './fact-list.tsx';

type Label = keyof Catalogue['machinePlates']['labels'];
const said = (): Catalogue['machinePlates'] => text().machinePlates;

const fact = (label: Label, value: ReactNode): Fact => ({ label: said().labels[label], value });
const some = (label: Label, value: ReactNode): readonly Fact[] =>
  value === undefined || value === null || value === '' ? [] : [fact(label, value)];
const mono = (value: string | undefined | null): ReactNode =>
  value === undefined || value === null ? null : <span className="font-mono">{value}</span>;
const yes = (isSo: boolean): string => (isSo ? said().yes : said().no);
const running = (isUp: boolean): string => (isUp ? said().up : said().down);

type Plates = {
  readonly [K in MachineKind]: (entity: EntityOf<K>, inventory: Inventory) => readonly Fact[];
};

const nameIn = ({ entities }: Inventory, id: EntityOf<'vm'>['id'] | null): string | null =>
  id === null ? null : (entities.get(id)?.name ?? id);

const tagged = ({
  tags,
  notes,
}: {
  readonly tags: readonly string[];
  readonly notes: string;
}): readonly Fact[] => [...some('tags', tags.join(', ')), ...some('notes', notes)];

const work = ({ profile, level }: VmSpec['workload']): string => `${profile}, ${percentText(level)}`;

function allocation({ reservation, limit }: Allocation, amount: (value: number) => string): string {
  const words = said();
  return words.share(amount(reservation), limit < 0 ? words.unlimited : words.atMost(amount(limit)));
}

const sum = (sizes: readonly { readonly size: number }[]): number =>
  sizes.reduce((total, { size }) => total + size, 0);

const plates: Plates = {
  datacenter: ({ spec }) => tagged(spec),
  folder: ({ spec }) => [fact('holds', said().holds[spec.holds])],
  cluster: ({ spec }) => [
    fact('ha', spec.ha ? said().ha(spec.admission.isOn ? spec.admission.hostFailures : 0) : said().off),
    fact('drs', said().drs[spec.drs]),
    fact('rules', said().rules(spec.rules.length)),
    ...tagged(spec),
  ],
  host: ({ spec }) => [
    fact('state', <StateMark state={spec.power} showWord />),
    fact('product', `${spec.product} ${spec.version}`),
    fact('size', said().hostSize(String(spec.sockets * spec.coresPerSocket), memoryText(spec.memory))),
    fact('cpu', speedText(spec.megahertz)),
    fact('mode', said().modes[spec.mode]),
    fact('reached', said().reach[spec.state]),
    ...some('address', mono(spec.address)),
    ...tagged(spec),
  ],
  pool: ({ spec }) => [
    fact('cpu', allocation(spec.cpu, speedText)),
    fact('memory', allocation(spec.memory, memoryText)),
    ...some('notes', spec.notes),
  ],
  vm: ({ spec }, inventory) => [
    fact('state', <StateMark state={spec.power} showWord />),
    fact('os', spec.os),
    fact('size', said().cpus(String(spec.cpus), memoryText(spec.memory))),
    fact('disks', said().disks(spec.disks.length, diskText(sum(spec.disks)))),
    ...some('address', mono(spec.nics.find(({ address }) => address !== null)?.address)),
    ...some('ssh', spec.sshPort === undefined ? null : mono(`127.0.0.1:${spec.sshPort}`)),
    ...some('host', nameIn(inventory, spec.host)),
    fact('workload', work(spec.workload)),
    ...some('snapshots', spec.snapshots.length === 0 ? null : String(spec.snapshots.length)),
    fact('restart', said().restarts[spec.restart]),
    fact('environment', spec.environment),
    ...tagged(spec),
  ],
  datastore: ({ spec }) => [
    fact('type', spec.type),
    fact('capacity', diskText(spec.capacity)),
    fact('mode', said().modes[spec.mode]),
    ...tagged(spec),
  ],
  vswitch: ({ spec }) => [
    fact('type', spec.type),
    fact('mtu', String(spec.mtu)),
    fact('ports', String(spec.ports)),
    ...some('uplinks', spec.uplinks.join(', ')),
    ...some('notes', spec.notes),
  ],
  network: ({ spec }) => [
    fact('state', running(spec.isUp)),
    ...some('vlan', spec.vlan === null ? null : String(spec.vlan)),
    ...some(
      'subnets',
      spec.subnets.map(({ cidr, gateway }) => said().subnet(cidr, gateway ?? '')).join(', '),
    ),
    fact('shared', yes(spec.isShared)),
    fact('mtu', String(spec.mtu)),
    ...some('notes', spec.notes),
  ],
  router: ({ spec }, inventory) => [
    fact('state', running(spec.isUp)),
    ...some('external', nameIn(inventory, spec.external)),
    ...some('address', mono(spec.externalAddress)),
    fact('networks', spec.networks.map((id) => nameIn(inventory, id)).join(', ') || said().free),
  ],
  address: ({ spec }, inventory) => [
    fact('address', mono(spec.address)),
    fact('leadsTo', nameIn(inventory, spec.machine) ?? said().free),
  ],
  firewall: ({ spec }) => [fact('rules', said().rules(spec.rules.length)), ...some('notes', spec.notes)],
  cloud: ({ spec }) => [fact('region', spec.region), fact('release', spec.release)],
  project: ({ spec: { quota, description } }) => [
    fact(
      'quota',
      said().quota(String(quota.instances), String(quota.cores), memoryText(Math.max(0, quota.memory))),
    ),
    ...some('notes', description),
  ],
  flavour: ({ spec }) => [
    fact('size', said().cpus(String(spec.cpus), memoryText(spec.memory))),
    fact('disk', diskText(spec.disk)),
  ],
  image: ({ spec }) => [
    fact('os', spec.os),
    fact('state', spec.state),
    fact('format', spec.format),
    fact('size', diskText(spec.size)),
    fact('visibility', spec.visibility),
  ],
  volume: ({ spec }, inventory) => [
    fact('state', spec.state),
    fact('size', diskText(spec.size)),
    fact('type', spec.type),
    fact('volume', nameIn(inventory, spec.machine) ?? said().free),
  ],
  ucs: ({ spec }) => [fact('firmware', spec.firmware), ...some('address', mono(spec.address))],
  interconnect: ({ spec }) => [
    fact('state', running(spec.state === 'up')),
    fact('fabric', spec.fabric),
    fact('model', spec.model),
    ...some('address', mono(spec.address)),
  ],
  chassis: ({ id, spec }, inventory) => [
    fact('number', String(spec.number)),
    fact('model', spec.model),
    fact(
      'slots',
      `${childrenOf(inventory, id).filter(({ kind }) => kind === 'blade').length} / ${spec.slots}`,
    ),
  ],
  blade: ({ spec }) => [
    fact('state', <StateMark state={spec.power} showWord />),
    fact('slot', String(spec.slot)),
    fact('model', spec.model),
    fact('os', spec.os),
    fact('size', said().cpus(String(spec.cpus), memoryText(spec.memory))),
    fact('disk', diskText(spec.disk)),
    ...some('address', mono(spec.address)),
    ...some('ssh', spec.sshPort === undefined ? null : mono(`127.0.0.1:${spec.sshPort}`)),
    fact('workload', work(spec.workload)),
    fact('environment', spec.environment),
  ],
  profile: ({ spec }, inventory) => [
    fact('blade', nameIn(inventory, spec.blade) ?? said().free),
    fact('boot', spec.bootPolicy),
    ...some('adapters', spec.vnics.map(({ name, fabric }) => `${name} (${fabric})`).join(', ')),
  ],
  idpool: ({ spec }) => [fact('type', spec.type), fact('range', mono(`${spec.from} – ${spec.to}`))],
  policy: ({ spec }) => [
    fact('type', spec.type),
    ...some(
      'settings',
      Object.entries(spec.settings)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', '),
    ),
  ],
};

export function machinePlateFacts(
  entity: Extract<Entity, { kind: MachineKind }>,
  inventory: Inventory,
): readonly Fact[] {
  // The table has one entry per kind; TypeScript cannot pair them by itself.
  const plate = plates[entity.kind] as (entity: Entity, inventory: Inventory) => readonly Fact[];
  return [...plate(entity, inventory), fact('id', mono(entity.id))];
}
