import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';
import type { Resolver } from '../network/resolver.ts';
import { resolverOf } from '../network/resolver.ts';

const isAddress = (text: Bytes): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || text.includes(':');

type LookedUp =
  | { readonly ok: true; readonly address: Bytes; /** In full. */ readonly name: Bytes }
  /** `silent`: no server of names answers. */
  | { readonly ok: false; readonly why: 'unknown' | 'silent' };

/** As the C library finds an address: written out, then /etc/hosts, then the servers of /etc/resolv.conf. */
export function lookUp(system: System, name: Bytes): LookedUp {
  if (isAddress(name)) return { ok: true, address: name, name };
  const local = inHosts(system, name);
  if (local !== null) return { ok: true, address: local, name };
  const resolver = resolverOf(system);
  if (!resolver.servers.some(system.network.wire.servesNames)) return { ok: false, why: 'silent' };
  return askServer(system, resolver, name);
}

/** What a server that answers says of a name, with the domains that are searched. */
export function askServer({ network }: System, { search }: Pick<Resolver, 'search'>, name: Bytes): LookedUp {
  const { wire } = network;
  const isDotted = name.includes('.');
  const within = search.map((domain) => `${name}.${domain}`);
  for (const candidate of isDotted ? [name, ...within] : [...within, name]) {
    const full = candidate.toLowerCase().replace(/\.$/, '');
    // Nobody in the lab has a name of one word.
    const address = full.endsWith(`.${wire.domain()}`) ? wire.resolve(full) : null;
    if (address !== null) return { ok: true, address, name: full };
  }
  return { ok: false, why: 'unknown' };
}

/** Null: nobody is called so, or nobody can be asked. */
export function addressOf(system: System, name: Bytes): Bytes | null {
  const found = lookUp(system, name);
  return found.ok ? found.address : null;
}

/** As getaddrinfo says why not. */
export const whyUnknown = ({ why }: Extract<LookedUp, { ok: false }>): Bytes =>
  why === 'unknown' ? 'Name or service not known' : 'Temporary failure in name resolution';

function inHosts(system: System, name: Bytes): Bytes | null {
  const hosts = system.files.readFile('/etc/hosts');
  if (!hosts.ok) return null;
  for (const line of hosts.value.split('\n')) {
    const [address, ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    if (address !== undefined && !address.includes(':') && names.includes(name)) return address;
  }
  return null;
}

/** Who has an address: /etc/hosts first, then the servers. */
export function nameAt(system: System, address: Bytes): Bytes | null {
  const hosts = system.files.readFile('/etc/hosts');
  for (const line of (hosts.ok ? hosts.value : '').split('\n')) {
    const [known, name] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    if (known === address && name !== undefined) return name;
  }
  const { wire } = system.network;
  return resolverOf(system).servers.some(wire.servesNames) ? wire.nameOf(address) : null;
}

/** This machine's own name with its domain, where it is known by one: what stands first beside its address. */
export function fullNameOf(system: System): Bytes {
  const name = system.machine.hostname();
  const address = addressOf(system, name);
  return (address === null ? null : nameAt(system, address)) ?? name;
}
