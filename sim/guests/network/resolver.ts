import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';

const path = '/etc/resolv.conf';
const mark = '# Written at boot, by what the network told.';

/** As a client of DHCP leaves it. What somebody wrote himself stays. */
export function writeResolver({ files, network }: System, told?: Resolver): void {
  const servers = told?.servers ?? network.wire.nameServers();
  const before = files.readFile(path);
  if (before.ok && !before.value.startsWith(mark)) return;
  if (servers.length === 0) return;
  const lines = [
    mark,
    `search ${[...(told?.search ?? []), network.wire.domain()].join(' ')}`,
    ...servers.map((address) => `nameserver ${address}`),
  ];
  const content = `${lines.join('\n')}\n`;
  if (!before.ok || before.value !== content) files.writeFile(path, content, 0o644);
}

export type Resolver = { readonly servers: readonly Bytes[]; readonly search: readonly Bytes[] };

/** The C library's defaults where the file says nothing: this machine itself. */
export function resolverOf({ files }: System): Resolver {
  const content = files.readFile(path);
  const rows = (content.ok ? content.value : '').split('\n').map((line) => line.trim().split(/\s+/));
  const values = (word: Bytes): readonly Bytes[] =>
    rows.flatMap(([first, ...rest]) => (first === word ? rest : []));
  const servers = values('nameserver').slice(0, 3);
  return {
    servers: servers.length === 0 ? ['127.0.0.1'] : servers,
    search: [...values('search'), ...values('domain')],
  };
}
