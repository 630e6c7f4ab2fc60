import { isInside } from './adapters.ts';
import type { Exchanged, Traffic, WireInterface } from './wire.ts';

/** What went over a machine's interfaces since it was started. */
export type Meter = {
  /** Bytes of a stream, as segments and what confirms them. */
  readonly stream: (by: string, bytes: Exchanged) => void;
  readonly packets: (by: string, packets: Exchanged) => void;
  readonly of: (name: string) => Traffic;
};

/** Ethernet, IP and TCP before each segment; what confirms two of them. */
const head = 66;
/** What a packet of a stream carries. */
export const segmentBytes = 1448;
const packet = 98;

type Counts = { sentBytes: number; sentPackets: number; receivedBytes: number; receivedPackets: number };

export function createMeter(): Meter {
  let counts: Map<string, Counts> | null = null;
  const at = (name: string): Counts => {
    counts ??= new Map();
    const known = counts.get(name) ?? { sentBytes: 0, sentPackets: 0, receivedBytes: 0, receivedPackets: 0 };
    counts.set(name, known);
    return known;
  };
  const send = (of: Counts, packets: number, bytes: number): void => {
    of.sentPackets += packets;
    of.sentBytes += bytes;
  };
  const receive = (of: Counts, packets: number, bytes: number): void => {
    of.receivedPackets += packets;
    of.receivedBytes += bytes;
  };
  return {
    stream: (by, { sent, received }) => {
      const of = at(by);
      const [out, back] = [Math.ceil(sent / segmentBytes), Math.ceil(received / segmentBytes)];
      const [confirmed, confirming] = [Math.ceil(out / 2), Math.ceil(back / 2)];
      send(of, out + confirming, sent + (out + confirming) * head);
      receive(of, back + confirmed, received + (back + confirmed) * head);
    },
    packets: (by, { sent, received }) => {
      send(at(by), sent, sent * packet);
      receive(at(by), received, received * packet);
    },
    of: (name) => {
      const { sentBytes, sentPackets, receivedBytes, receivedPackets } = at(name);
      return {
        sent: { bytes: sentBytes, packets: sentPackets },
        received: { bytes: receivedBytes, packets: receivedPackets },
      };
    },
  };
}

/** The interface that an address is reached by. */
export function interfaceFor(interfaces: readonly WireInterface[], to: string): string | null {
  const up = interfaces.filter(({ isUp, addresses }) => isUp && addresses.length > 0);
  const direct = up.find(({ addresses }) =>
    addresses.some(({ address, prefix }) => isInside({ cidr: `${address}/${prefix}` }, to)),
  );
  return (direct ?? up[0])?.name ?? null;
}
