/** IPv4 addresses as numbers, and what a subnet gives out. */
import type { Subnet } from '../contract/network-specs.ts';

export const numberOfAddress = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0);

export const addressOfNumber = (number: number): string =>
  [16_777_216, 65_536, 256, 1].map((part) => Math.floor(number / part) % 256).join('.');

/** How many addresses a prefix leaves: the shift knows no 33rd bit. */
export const addressesOf = (prefix: number): number =>
  prefix === 0 ? 4_294_967_296 : (1 << (32 - prefix)) >>> 0;

/** Lowest and highest that its server gives out. Network, broadcast and the first nine stay out where nothing is said. */
export function rangeOf({ cidr, from, to }: Subnet): { readonly low: number; readonly high: number } {
  const [base = '0.0.0.0', prefix = '32'] = cidr.split('/');
  const size = addressesOf(Number(prefix));
  const first = numberOfAddress(base) - (numberOfAddress(base) % size);
  const spare = size > 32 ? 10 : 1;
  return {
    low: from === undefined ? first + spare : numberOfAddress(from),
    high: to === undefined ? first + size - 2 : numberOfAddress(to),
  };
}

export type MacStyle = 'vmware' | 'openstack';

/** 00:50:56:80–bf is what vCenter gives out, fa:16:3e what Neutron does. */
export function macOfNumber(own: number, style: MacStyle): string {
  const tail = style === 'vmware' ? (own % 0x40_00_00) + 0x80_00_00 : own % 0x1_00_00_00;
  const hex = tail.toString(16).padStart(6, '0');
  const prefix = style === 'vmware' ? '00:50:56' : 'fa:16:3e';
  return `${prefix}:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}
