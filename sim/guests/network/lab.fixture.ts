/** A datacenter with two networks on two hosts, and a cloud with a project behind its router. */
import type { Actor } from '../../contract/actors.ts';
import { commandSchema } from '../../contract/commands.ts';
import type { EntityId } from '../../contract/ids.ts';
import { applyEvents } from '../../kernel/apply.ts';
import { decide } from '../../kernel/decide.ts';
import { createWorld } from '../../kernel/world.ts';
import type { World } from '../../kernel/world.ts';

const lab: Actor = { origin: 'system', name: 'lab', role: 'admin' };

export function did(world: World, command: unknown): void {
  const decision = decide(world, commandSchema.parse(command), lab);
  if (!decision.ok) throw new Error(`${JSON.stringify(command)}: ${decision.refusal.message}`);
  applyEvents(world, decision.value.events);
}

export const idOf = (world: World, name: string): EntityId => {
  for (const entity of world.inventory.all()) if (entity.name === name) return entity.id;
  throw new Error(`Nothing is called ${name}.`);
};

const make = (world: World, item: object): void => did(world, { type: 'inventory.create', item });
const subnet = (net: string): object => ({ cidr: `${net}.0/24`, gateway: `${net}.1` });

type Vm = {
  readonly name: string;
  readonly parent: string;
  readonly host: string | null;
  readonly network: string;
  readonly address: string;
  readonly more?: object;
};

export function addVm(world: World, { name, parent, host, network, address, more }: Vm): void {
  const number = address
    .split('.')
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'));
  const mac = `00:50:56:${number.join(':')}`;
  const nic = { key: 4000, label: 'Network adapter 1', network: idOf(world, network), mac, address };
  const spec = { power: 'on', os: 'debian-12', nics: [nic], host: host === null ? null : idOf(world, host) };
  make(world, { kind: 'vm', name, parent: idOf(world, parent), spec: { ...spec, ...more } });
}

/** web-01 and web-02 on lan-a, db-01 on lan-b; app-01 and app-02 in a project. */
export function createWiredWorld(): World {
  const world = createWorld();
  did(world, { type: 'lab.found', name: 'wired', seed: '7', epoch: 1_735_700_000_000 });
  make(world, { kind: 'site', name: 'here', parent: null, spec: { timezone: 'Etc/UTC' } });
  make(world, { kind: 'datacenter', name: 'dc', parent: idOf(world, 'here'), spec: {} });
  for (const name of ['esx-1', 'esx-2'])
    make(world, { kind: 'host', name, parent: idOf(world, 'dc'), spec: {} });
  for (const [name, net] of [
    ['lan-a', '10.0.1'],
    ['lan-b', '10.0.2'],
  ] as const)
    make(world, { kind: 'network', name, parent: idOf(world, 'dc'), spec: { subnets: [subnet(net)] } });
  addVm(world, { name: 'web-01', parent: 'dc', host: 'esx-1', network: 'lan-a', address: '10.0.1.11' });
  addVm(world, { name: 'web-02', parent: 'dc', host: 'esx-2', network: 'lan-a', address: '10.0.1.12' });
  addVm(world, { name: 'db-01', parent: 'dc', host: 'esx-1', network: 'lan-b', address: '10.0.2.11' });
  addCloud(world);
  return world;
}

function addCloud(world: World): void {
  make(world, { kind: 'cloud', name: 'cloud', parent: idOf(world, 'here'), spec: {} });
  const outside = { isExternal: true, subnets: [subnet('10.9.0')] };
  make(world, { kind: 'network', name: 'outside', parent: idOf(world, 'cloud'), spec: outside });
  make(world, { kind: 'project', name: 'demo', parent: idOf(world, 'cloud'), spec: {} });
  const project = idOf(world, 'demo');
  make(world, { kind: 'network', name: 'inside', parent: project, spec: { subnets: [subnet('192.168.5')] } });
  const router = { external: idOf(world, 'outside'), networks: [idOf(world, 'inside')] };
  make(world, { kind: 'router', name: 'router-01', parent: project, spec: router });
  const rules = [
    { direction: 'out', protocol: 'any', ports: null },
    { direction: 'in', protocol: 'tcp', ports: [22, 22], remote: '0.0.0.0/0' },
    { direction: 'in', protocol: 'icmp', ports: null },
  ];
  make(world, { kind: 'firewall', name: 'default', parent: project, spec: { rules } });
  const more = { firewalls: [idOf(world, 'default')] };
  const place = { parent: 'demo', host: null, network: 'inside', more };
  addVm(world, { ...place, name: 'app-01', address: '192.168.5.11' });
  addVm(world, { ...place, name: 'app-02', address: '192.168.5.12' });
  const floating = { address: '10.9.0.50', network: idOf(world, 'outside'), machine: idOf(world, 'app-01') };
  make(world, { kind: 'address', name: '10.9.0.50', parent: project, spec: floating });
}
