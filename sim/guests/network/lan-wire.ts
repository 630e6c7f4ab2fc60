import type { EntityId } from '../../contract/ids.ts';
import type { Found, Lan } from './lan.ts';
import { domain } from './lan.ts';
import type { Meter } from './meter.ts';
import { routeTo } from './routes.ts';
import { createSettings } from './settings.ts';
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
  // Most machines speak to nobody, and there are thousands of them.
  let met: Set<string> | null = null;
  const settings = createSettings(() => ({
    interfaces: lan.interfaces(machine),
    gateway: lan.gateway(machine),
  }));
  const by = (address: string): string | null => routeTo(settings.routes(), address)?.card ?? null;
  const meet = (address: string): void => {
    const route = routeTo(settings.routes(), address);
    if (route !== null && (met?.size ?? 0) < mostNeighbours) (met ??= new Set()).add(route.via ?? address);
  };
  return {
    ...settings,
    nameServers: () => lan.nameServers(machine),
    servesNames: (address) => lan.servesNames(machine, address, settings.own()),
    domain: () => domain,
    resolve: (name) => lan.resolve(machine, name),
    nameOf: (address) => lan.nameOf(machine, address),
    reach: (address) => {
      meet(address);
      const found = lan.find(machine, { address, protocol: 'icmp', port: null }, settings.own());
      return found.ok ? { ok: true, milliseconds: found.milliseconds, hops: found.hops } : found;
    },
    dial: (address, port, ownPort) => {
      meet(address);
      const found = lan.find(machine, { address, protocol: 'tcp', port }, settings.own());
      return found.ok ? dial(found, { address, port, ownPort }) : { kind: found.reason };
    },
    neighbours: () =>
      [...(met ?? [])].map((address) => ({
        address,
        interface: by(address) ?? '',
        hardware: lan.hardwareOf(machine, address),
      })),
    forget: (card) => {
      for (const address of met ?? []) if (card === null || by(address) === card) met?.delete(address);
    },
    traffic: meter.of,
    count: (address, packets) => {
      const name = by(address);
      if (name !== null) meter.packets(name, packets);
    },
  };
}
