import type { EntityId } from '../../sim/contract/ids.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { Endpoint } from '../../sim/guests/network/connection.ts';
import type { Gated } from '../../sim/guests/network/gate.ts';
import { throughGate } from '../../sim/guests/network/gate.ts';
import type { Call, Called } from '../../sim/guests/network/lan-wire.ts';
import { createLanWire } from '../../sim/guests/network/lan-wire.ts';
import { createMeter, interfaceFor } from '../../sim/guests/network/meter.ts';
import type { Found } from '../../sim/guests/network/lan.ts';
import type { Meter } from '../../sim/guests/network/meter.ts';
import type { Answered, Dialed, Wire } from '../../sim/guests/network/wire.ts';
import { createLan } from '../../sim/index.ts';
import type { Lan, World } from '../../sim/index.ts';
import type { LiveGuest } from './live-guest.ts';

type WiresDeps = {
  readonly world: () => World;
  /** The guest of a machine, started where it does not run yet. */
  readonly open: (machine: EntityId) => Promise<Result<LiveGuest>>;
};

/** The cables between guests. Whoever is called and sleeps is woken; what is cut in the lab is cut here. */
export type Wires = {
  readonly of: (machine: EntityId) => Wire;
  readonly afterStep: () => void;
};

type Link = { readonly gated: Gated; isOpen: boolean; readonly isWhole: () => boolean };
type Cables = {
  readonly deps: WiresDeps;
  readonly lan: Lan;
  readonly meters: Map<EntityId, Meter>;
  readonly links: Set<Link>;
};

export function createWires(deps: WiresDeps): Wires {
  const cables: Cables = { deps, lan: createLan(deps.world), meters: new Map(), links: new Set() };
  return {
    of: (machine) => {
      // A machine that starts counts anew.
      const meter = createMeter();
      cables.meters.set(machine, meter);
      return createLanWire({
        lan: cables.lan,
        machine,
        meter,
        dial: (called, call) => dial(cables, machine, { ...call, called }),
      });
    },
    afterStep: () => {
      for (const link of cables.links) {
        const isOpen = link.isWhole();
        const wasOpen = link.isOpen;
        link.isOpen = isOpen;
        if (isOpen && !wasOpen) link.gated.look();
      }
    },
  };
}

type Calling = Call & { readonly called: Called };

function dial(cables: Cables, machine: EntityId, call: Calling): Dialed {
  const { is } = call.called.station;
  // Hosts, routers and interconnects have addresses and nothing that one could talk to.
  if (is.kind !== 'computer') return { kind: 'refused' };
  const { computer } = is;
  return {
    kind: 'pending',
    listen: (answered) => {
      void answerOf(cables, machine, { ...call, computer }).then(answered);
    },
  };
}

type Ringing = Calling & { readonly computer: EntityId };

async function answerOf(cables: Cables, machine: EntityId, ringing: Ringing): Promise<Answered> {
  const { called, port, ownPort, computer } = ringing;
  const opened = await cables.deps.open(computer);
  if (!opened.ok) return { kind: 'unreachable' };
  const guest = opened.value;
  const isListening = (): boolean => guest.machine.ports().some((one) => one.port === port);
  if (!(await guest.waitFor(isListening))) return { kind: 'unreachable' };
  const from = { address: called.source, port: ownPort };
  const endpoint = guest.machine.dial({ address: called.called, port }, from);
  if (endpoint === null) return { kind: 'refused' };
  guest.wake();
  const link = linked(cables, machine, { ...ringing, guest, endpoint });
  // Less than a second of lab time is not waited for: the lab counts in seconds.
  return { kind: 'open', endpoint: link.gated.endpoint, milliseconds: 0 };
}

type Joining = Ringing & { readonly guest: LiveGuest; readonly endpoint: Endpoint };

function linked(cables: Cables, machine: EntityId, joining: Joining): Link {
  const { lan, meters, links } = cables;
  const { called, address, port, computer, guest, endpoint } = joining;
  const goal = { address, protocol: 'tcp', port } as const;
  const count = (sent: number, received: number): void => {
    meters.get(machine)?.stream(cardFor(lan, machine, address), { sent, received });
    meters.get(computer)?.stream(cardFor(lan, computer, called.source), { sent: received, received: sent });
  };
  // Somebody is connected: its guest may not leave memory.
  const stopEnds = guest.onEnd(() => undefined);
  const closed = (): void => {
    stopEnds();
    links.delete(link);
    guest.wake();
  };
  const link: Link = {
    isOpen: true,
    isWhole: () => isSameWay(lan.find(machine, goal), joining),
    gated: throughGate({ endpoint, isOpen: () => link.isOpen, count, closed }),
  };
  links.add(link);
  return link;
}

/** From the same address to the same machine: another that took one over knows nothing of the connection. */
const isSameWay = (found: Found, { called, computer }: Pick<Joining, 'called' | 'computer'>): boolean =>
  found.ok &&
  found.source === called.source &&
  found.station.is.kind === 'computer' &&
  found.station.is.computer === computer;

/** The card of a machine that an address is reached by. */
const cardFor = (lan: Lan, machine: EntityId, address: string): string =>
  interfaceFor(lan.interfaces(machine), address) ?? '';
