/** Servers that run hosts, in a rack of a cooled room, and machines on them. */
import type { World } from '../../kernel/world.ts';
import { loadLab } from '../../physics/load/load.fixture.ts';
import { did } from '../../testing/small-lab.ts';

/** Each host is alone in a rack: 16 cores of 2600 MHz and 64 GiB on a server of 100 to 300 W. */
export function hostedLab({ hosts }: { readonly hosts: number }): World {
  const world = loadLab({ racks: Array.from({ length: Math.max(1, hosts) }, () => [{}]) });
  const make = (kind: string, name: string, rest: object): string =>
    did(world, { type: 'inventory.create', item: { kind, name, ...rest } as never }).ids[0] ?? '';
  const datacenter = make('datacenter', 'dc', { parent: 'site-1', spec: {} });
  const cluster = make('cluster', 'cl', { parent: datacenter, spec: {} });
  for (let n = 1; n <= hosts; n += 1)
    make('host', `h${n}`, {
      parent: cluster,
      spec: { sockets: 1, coresPerSocket: 16, memory: 65_536 },
      links: { runsOn: [`device-${n}`] },
    });
  return world;
}

export function makeVms(world: World, specs: readonly object[]): readonly string[] {
  const first = world.inventory.nextNumber('vm');
  const items = specs.map((spec, at) => ({
    kind: 'vm',
    name: `vm-${first + at}`,
    parent: 'datacenter-1',
    spec: { host: 'host-1', power: 'on', ...spec },
  }));
  return did(world, { type: 'inventory.create-many', items } as never).ids;
}
