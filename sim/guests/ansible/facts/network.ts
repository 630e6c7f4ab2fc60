import type { Bytes } from '../../bytes.ts';
import { addressesOf, addressOfNumber, numberOfAddress } from '../../../inventory/ipv4.ts';
import type { System } from '../../kernel/program.ts';
import type { WireInterface } from '../../network/wire.ts';
import type { Result } from '../result.ts';

/** Interfaces and addresses as the lab's wire has them. */
export function networkFacts(system: System): Result {
  const { wire } = system.network;
  const interfaces = wire.interfaces();
  const gateway = wire.gateway();
  const [main] = interfaces.filter(({ isUp, addresses }) => isUp && addresses.length > 0);
  const each = interfaces.map((one) => [safeName(one.name), interfaceFacts(one)] as const);
  return {
    interfaces: ['lo', ...interfaces.map(({ name }) => name)],
    all_ipv4_addresses: interfaces.flatMap(({ addresses }) => addresses.map(({ address }) => address)),
    all_ipv6_addresses: [],
    default_ipv4: main === undefined ? {} : defaultFacts(main, gateway),
    default_ipv6: {},
    lo: {
      device: 'lo',
      active: true,
      type: 'loopback',
      mtu: 65_536,
      ipv4: { address: '127.0.0.1', netmask: '255.0.0.0', network: '127.0.0.0', prefix: '8', broadcast: '' },
    },
    ...Object.fromEntries(each),
  };
}

const safeName = (name: Bytes): Bytes => name.replace(/[-:.]/g, '_');

function interfaceFacts({ name, hardware, mtu, isUp, addresses }: WireInterface): Result {
  const [first] = addresses;
  return {
    device: name,
    active: isUp,
    type: 'ether',
    macaddress: hardware,
    mtu,
    promisc: false,
    ...(first === undefined ? {} : { ipv4: addressFacts(first) }),
  };
}

function addressFacts({ address, prefix }: WireInterface['addresses'][number]): Result {
  const size = addressesOf(prefix);
  const number = numberOfAddress(address);
  const network = number - (number % size);
  return {
    address,
    prefix: String(prefix),
    netmask: addressOfNumber(4_294_967_296 - size),
    network: addressOfNumber(network),
    broadcast: addressOfNumber(network + size - 1),
  };
}

function defaultFacts({ name, hardware, mtu, addresses }: WireInterface, gateway: string | null): Result {
  const [first] = addresses;
  const own = first === undefined ? {} : addressFacts(first);
  const way = gateway === null ? {} : { gateway };
  return { interface: name, alias: name, type: 'ether', macaddress: hardware, mtu, ...own, ...way };
}
