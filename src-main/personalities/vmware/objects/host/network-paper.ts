/** Ports of a host, and the addresses it has of its own: what only vSphere tells of its network. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { childrenOfKind } from '../inventory/tree.ts';
import type { Host } from './host.ts';
import { serverOf } from './server.ts';
import { hostKey, settingOf } from './settings.ts';

export type Port = { readonly device: string; readonly pci: string; readonly mac: string };

/** A VMkernel adapter. */
export type Kernel = {
  readonly device: string;
  readonly portgroup: string;
  readonly mac: string;
  readonly dhcp: boolean;
  readonly address: string;
  readonly mask: string;
  readonly mtu: number;
  /** `vmotion`, `management` … */
  readonly uses: readonly string[];
  /** The usual one where it says none. */
  readonly stack?: string;
};

export const usualStack = 'defaultTcpipStack';

/** A TCP/IP stack, as far as it was set. */
export type Stack = {
  readonly gateway?: string;
  readonly congestion?: string;
  readonly connections?: number;
};

export type NetworkPaper = {
  readonly kernels?: readonly Kernel[];
  readonly hostName?: string;
  readonly domainName?: string;
  readonly dns?: readonly string[];
  readonly search?: readonly string[];
  readonly gateway?: string;
  readonly stacks?: Readonly<Record<string, Stack>>;
  /** Since when it is wanted so, and how it was: a host switches when it starts. */
  readonly ipv6?: { readonly isOn: boolean; readonly wasOn: boolean; readonly at: number };
};

export const networkKey = ({ id }: Host): string => hostKey(id, 'network');
export const networkPaperOf = (vc: Pick<Vc, 'papers'>, host: Host): NetworkPaper =>
  settingOf<NetworkPaper>(vc, networkKey(host), {});

/** As many as its server has, or its switches name; two where no server is known. */
export function nicsOf(vc: Pick<Vc, 'world'>, host: Host): readonly Port[] {
  const { inventory } = vc.world();
  const used = new Set<string>();
  for (const child of inventory.childrenOf(host.id))
    if (child.kind === 'vswitch') for (const uplink of child.spec.uplinks) used.add(uplink);
  const most = Math.max(1, ...[...used].map((name) => Number(/^vmnic(\d+)$/.exec(name)?.[1] ?? -1) + 1));
  const count = Math.max(most, serverOf(vc, host)?.spec.nics ?? 2);
  return Array.from({ length: count }, (_, at) => ({
    device: `vmnic${at}`,
    pci: `0000:${(3 + at).toString(16).padStart(2, '0')}:00.0`,
    mac: macOf(host, at),
  }));
}

/** The same for the same host: from its UUID, in VMware's range. */
export function macOf({ aliases }: Host, at: number): string {
  const hex = (aliases.uuid ?? '').replaceAll('-', '').padEnd(8, '0');
  const last = ((Number.parseInt(hex.slice(6, 8), 16) + at) % 256).toString(16).padStart(2, '0');
  return `00:50:56:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${last}`;
}

/** One for its management where nobody has set any. */
export function kernelsOf(vc: Pick<Vc, 'papers'>, host: Host): readonly Kernel[] {
  const { kernels } = networkPaperOf(vc, host);
  return (
    kernels ?? [
      {
        device: 'vmk0',
        portgroup: 'Management Network',
        mac: macOf(host, 64),
        dhcp: host.spec.address === undefined,
        address: addressOf(host),
        mask: '255.255.255.0',
        mtu: 1500,
        uses: ['management'],
      },
    ]
  );
}

/** One that it does not say is on loopback: nothing in the lab answers elsewhere. */
export const addressOf = ({ spec }: Host): string => spec.address ?? '127.0.0.1';

export const switchesOf = (vc: Vc, { id }: Host): readonly EntityOf<'vswitch'>[] =>
  childrenOfKind(vc, id, 'vswitch');

export const groupsOf = (vc: Vc, vswitch: EntityOf<'vswitch'>): readonly EntityOf<'network'>[] =>
  childrenOfKind(vc, vswitch.id, 'network');
