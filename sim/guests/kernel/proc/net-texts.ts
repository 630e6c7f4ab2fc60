import type { Bytes } from '../../bytes.ts';
import type { FileNode } from '../../files/file-node.ts';
import { liveText } from '../../files/live/live-node.ts';
import type { Kernel } from '../process.ts';

const lines = (rows: readonly string[], width: number): Bytes =>
  rows.map((row) => `${row.padEnd(width)}\n`).join('');

/** An address as the kernel prints the number that it is in memory. */
const hexOf = (address: string): string =>
  address
    .split('.')
    .toReversed()
    .map((part) => Number(part).toString(16).toUpperCase().padStart(2, '0'))
    .join('');

const maskOf = (prefix: number): string => {
  const bits = '1'.repeat(prefix).padEnd(32, '0');
  return [0, 8, 16, 24].map((at) => Number.parseInt(bits.slice(at, at + 8), 2)).join('.');
};

const flags = { up: 1, gateway: 2, host: 4 } as const;

function routeText({ network }: Kernel): Bytes {
  const title = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT';
  const rows = network.wire.routes().map(({ card, to, via, prefix, metric }) => {
    const flag = flags.up + (via === null ? 0 : flags.gateway) + (prefix === 32 ? flags.host : 0);
    const words = [card, hexOf(to), hexOf(via ?? '0.0.0.0'), String(flag).padStart(4, '0'), '0', '0', metric];
    return `${words.join('\t')}\t${hexOf(maskOf(prefix))}\t0\t0\t0`;
  });
  return lines([title, ...rows], 127);
}

function neighbourText({ network }: Kernel): Bytes {
  const rows = network.wire.neighbours().map(({ address, hardware, interface: card }) => {
    const flag = hardware === null ? '0x0' : '0x2';
    const known = hardware ?? '00:00:00:00:00:00';
    return `${address.padEnd(16)} 0x1         ${flag}         ${known}     *        ${card}\n`;
  });
  return ['IP address       HW type     Flags       HW address            Mask     Device\n', ...rows].join(
    '',
  );
}

type Row = {
  readonly own: readonly [string, number];
  readonly peer: readonly [string, number];
  readonly state: string;
  readonly owner: number;
  readonly inode: number;
};

const port = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0');
const isFour = (address: string): boolean => /^\d+(\.\d+){3}$/.test(address);
const end = ([address, number]: Row['own']): string =>
  `${isFour(address) ? hexOf(address) : '00000000'}:${port(number)}`;

function socketText({ network, processes }: Kernel): Bytes {
  const title =
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
  const listening = [...network.listeners].map((one): Row => ({
    ...one,
    own: [one.address, one.port],
    peer: ['0.0.0.0', 0],
    state: '0A',
  }));
  const connected = [...network.connected].map((one): Row => ({
    ...one,
    own: [one.own.address, one.own.port],
    peer: [one.peer.address, one.peer.port],
    state: '01',
  }));
  const rows = [...listening, ...connected].map((row, at) => {
    const user = String(processes.get(row.owner)?.who.uid ?? 0).padStart(5);
    return `${String(at).padStart(4)}: ${end(row.own)} ${end(row.peer)} ${row.state} 00000000:00000000 00:00000000 00000000 ${user}        0 ${row.inode} 1 0000000000000000 100 0 0 10 0`;
  });
  return lines([title, ...rows], 149);
}

/** What tools without a call of their own read of a network. */
export const networkFiles = (kernel: Kernel): readonly FileNode[] => [
  liveText('arp', () => neighbourText(kernel)),
  liveText('route', () => routeText(kernel)),
  liveText('tcp', () => socketText(kernel)),
];
