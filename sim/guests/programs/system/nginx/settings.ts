import type { Bytes } from '../../../bytes.ts';
import type { Peer, System } from '../../../kernel/program.ts';
import type { Account } from '../../../system/users/accounts.ts';
import { accountNamed } from '../../../system/users/accounts.ts';
import type { Directive, Fault } from './parse.ts';
import { parseFile } from './parse.ts';

export type Location = {
  readonly kind: 'prefix' | 'exact' | 'preferred';
  readonly path: Bytes;
  readonly own: readonly Directive[];
};

export type Server = {
  readonly listens: readonly (Peer & { readonly isDefault: boolean })[];
  readonly names: readonly Bytes[];
  readonly own: readonly Directive[];
  readonly locations: readonly Location[];
};

export type Settings = {
  readonly user: Account | null;
  readonly workers: number;
  readonly pidFile: Bytes;
  readonly errorLog: Bytes;
  readonly accessLog: Bytes;
  readonly isDaemon: boolean;
  readonly http: readonly Directive[];
  readonly servers: readonly Server[];
  readonly upstreams: ReadonlyMap<Bytes, readonly Bytes[]>;
  readonly types: ReadonlyMap<Bytes, Bytes>;
};

export const usualFile = '/etc/nginx/nginx.conf';

export const valueOf = (of: readonly Directive[], name: Bytes): Bytes | null =>
  of.findLast((directive) => directive.name === name)?.words[0] ?? null;

const named = (of: readonly Directive[], name: Bytes): readonly Directive[] =>
  of.filter((directive) => directive.name === name);

export function readSettings(system: System, file: Bytes, more: Bytes): Settings | Fault {
  const parsed = parseFile(system, file, { context: 'main', at: null, depth: 0 });
  if ('fault' in parsed) return parsed;
  const main = system.library.of('nginx', JSON.stringify(parsed.directives), () => parsed.directives);
  if (named(main, 'events').length === 0) return { fault: 'no "events" section in configuration' };
  const http = named(main, 'http')[0]?.children ?? [];
  const user = userOf(system, main);
  if (user !== null && 'fault' in user) return user;
  const servers = serversOf(http);
  if ('fault' in servers) return servers;
  const get = (of: readonly Directive[], name: Bytes, usual: Bytes): Bytes => valueOf(of, name) ?? usual;
  const asked = get(main, 'worker_processes', '1');
  return {
    user,
    workers: asked === 'auto' ? system.machine.cores() : Number(asked) || 1,
    pidFile: get(main, 'pid', '/run/nginx.pid'),
    errorLog: get(main, 'error_log', '/var/log/nginx/error.log'),
    accessLog: get(http, 'access_log', '/var/log/nginx/access.log'),
    isDaemon: !/daemon\s+off/.test(more) && valueOf(main, 'daemon') !== 'off',
    http,
    servers: servers.all,
    upstreams: upstreamsOf(http),
    types: system.library.of('mime types', JSON.stringify(named(http, 'types')), () => typesOf(http)),
  };
}

function serversOf(http: readonly Directive[]): { readonly all: readonly Server[] } | Fault {
  const all: Server[] = [];
  for (const directive of named(http, 'server')) {
    const server = serverOf(directive);
    if ('fault' in server) return server;
    all.push(server);
  }
  return doubleDefault(all) ?? { all };
}

const upstreamsOf = (http: readonly Directive[]): ReadonlyMap<Bytes, readonly Bytes[]> =>
  new Map(
    named(http, 'upstream').map(({ words, children }) => [
      words[0] ?? '',
      named(children, 'server').map((member) => member.words[0] ?? ''),
    ]),
  );

function userOf(system: System, main: readonly Directive[]): Account | Fault | null {
  const directive = named(main, 'user').at(-1);
  if (directive === undefined) return null;
  const [name = ''] = directive.words;
  return accountNamed(system, name) ?? { fault: `getpwnam("${name}") failed in ${directive.at}` };
}

function typesOf(http: readonly Directive[]): ReadonlyMap<Bytes, Bytes> {
  const types = new Map<Bytes, Bytes>();
  for (const { children } of named(http, 'types'))
    for (const { name, words } of children) for (const ending of words) types.set(ending, name);
  return types;
}

function serverOf({ children }: Directive): Server | Fault {
  const listens: Server['listens'][number][] = [];
  for (const { words, at } of named(children, 'listen')) {
    const [place = '', ...options] = words;
    const peer = peerOf(place);
    if (typeof peer === 'string')
      return { fault: `${peer} in "${place}" of the "listen" directive in ${at}` };
    listens.push({ ...peer, isDefault: options.includes('default_server') });
  }
  if (listens.length === 0) listens.push({ address: '0.0.0.0', port: 80, isDefault: false });
  const locations = named(children, 'location');
  const regular = locations.find(({ words: [kind = ''] }) => kind.startsWith('~'));
  if (regular !== undefined)
    return { fault: `using regex "${regular.words[1] ?? ''}" requires PCRE library in ${regular.at}` };
  return {
    listens,
    names: named(children, 'server_name').flatMap(({ words }) => words),
    own: children,
    locations: locations.map(locationOf),
  };
}

function peerOf(place: Bytes): Peer | string {
  const found = /^(?:(\[[0-9a-fA-F:]+\]|[\w.*-]+):)?(\d+)$/.exec(place);
  if (found === null) return /^[\w.*-]+$/.test(place) ? { address: place, port: 80 } : 'invalid port';
  const port = Number(found[2]);
  if (port < 1 || port > 65_535) return 'invalid port';
  return { address: (found[1] ?? '0.0.0.0').replace('*', '0.0.0.0').replace(/^\[(.*)\]$/, '$1'), port };
}

function locationOf({ words, children }: Directive): Location {
  const [first = '', second] = words;
  if (second === undefined) return { kind: 'prefix', path: first, own: children };
  return {
    kind: first === '=' ? 'exact' : first === '^~' ? 'preferred' : 'prefix',
    path: second,
    own: children,
  };
}

function doubleDefault(servers: readonly Server[]): Fault | null {
  const seen = new Set<string>();
  for (const { listens, own } of servers)
    for (const { address, port, isDefault } of listens) {
      const place = `${address.includes(':') ? `[${address}]` : address}:${port}`;
      if (isDefault && seen.has(place))
        return {
          fault: `a duplicate default server for ${place} in ${own.find(({ name }) => name === 'listen')?.at ?? usualFile}`,
        };
      if (isDefault) seen.add(place);
    }
  return null;
}
