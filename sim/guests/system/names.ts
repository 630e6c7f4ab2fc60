import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';

const isAddress = (text: Bytes): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || text.includes(':');

/** As the C library finds an address: written out, then /etc/hosts, then the lab's names. Null: nobody is called so. */
export function addressOf(system: System, name: Bytes): Bytes | null {
  if (isAddress(name)) return name;
  return inHosts(system, name) ?? system.network.wire.resolve(name);
}

export function inHosts(system: System, name: Bytes): Bytes | null {
  const hosts = system.files.readFile('/etc/hosts');
  if (!hosts.ok) return null;
  for (const line of hosts.value.split('\n')) {
    const [address, ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    if (address !== undefined && !address.includes(':') && names.includes(name)) return address;
  }
  return null;
}
