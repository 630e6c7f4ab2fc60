import type { EntityId } from '../../contract/ids.ts';
import { isInside } from './adapters.ts';
import type { Found, Lan } from './lan.ts';
import { domain } from './lan.ts';
import type { Meter } from './meter.ts';
import { interfaceFor } from './meter.ts';
import type { Dialed, Wire } from './wire.ts';

export type Called = Extract<Found, { ok: true }>;
export type Call = { readonly address: string; readonly port: number; readonly ownPort: number };
type LanWireOptions = {
  readonly lan: Lan;
  readonly machine: EntityId;
  readonly meter: Meter;
  /** Somebody is there: whether he answers on that port. */
  readonly dial: (found: Called, call: Call) => Dialed;
};

/** Addresses of neighbours that are remembered, as a kernel does. */
const mostNeighbours = 256;

/** The lab's network as one machine of it has it. */
export function createLanWire({ lan, machine, meter, dial }: LanWireOptions): Wire {
  const met = new Set<string>();
  const interfaces = (): ReturnType<Wire['interfaces']> => lan.interfaces(machine);
  const by = (address: string): string | null => interfaceFor(interfaces(), address);
  const isNear = (address: string): boolean =>
    interfaces().some(({ addresses }) =>
      addresses.some((own) => isInside({ cidr: `${own.address}/${own.prefix}` }, address)),
    );
  const meet = (address: string): void => {
    const next = isNear(address) ? address : lan.gateway(machine);
    if (next !== null && met.size < mostNeighbours) met.add(next);
  };
  return {
    interfaces,
    gateway: () => lan.gateway(machine),
    nameServers: () => lan.nameServers(machine),
    servesNames: (address) => lan.servesNames(machine, address),
    domain: () => domain,
    resolve: (name) => lan.resolve(machine, name),
    nameOf: (address) => lan.nameOf(machine, address),
    reach: (address) => {
      meet(address);
      const found = lan.find(machine, { address, protocol: 'icmp', port: null });
      return found.ok ? { ok: true, milliseconds: found.milliseconds, hops: found.hops } : found;
    },
    dial: (address, port, ownPort) => {
      meet(address);
      const found = lan.find(machine, { address, protocol: 'tcp', port });
      return found.ok ? dial(found, { address, port, ownPort }) : { kind: found.reason };
    },
    neighbours: () =>
      [...met].map((address) => ({
        address,
        interface: by(address) ?? '',
        hardware: lan.hardwareOf(machine, address),
      })),
    traffic: meter.of,
    count: (address, packets) => {
      const name = by(address);
      if (name !== null) meter.packets(name, packets);
    },
  };
}
