import type { Bytes } from '../../../bytes.ts';
import type { Program, SocketFacts, System } from '../../../kernel/program.ts';
import { readLines } from '../../../system/users/accounts.ts';

/** Sockets of this machine: `-l` those that listen, `-a` all, `-p` whose they are, `-n` without names, `-s` counted. */
export const ss: Program = function* (system) {
  const letters = system.arguments
    .slice(1)
    .filter((word) => word.startsWith('-'))
    .join('');
  const wrong = letters.replace(/[-tlnpasHuxe46]/g, '');
  if (wrong !== '') {
    yield* system.descriptors.write(2, `ss: invalid option -- '${wrong[0] ?? ''}'\n`);
    return 255;
  }
  const sockets = system.network.sockets();
  if (letters.includes('s')) {
    const open = sockets.filter(({ state }) => state === 'established').length;
    yield* system.descriptors.write(
      1,
      `Total: ${sockets.length}\nTCP:   ${sockets.length} (estab ${open}, closed 0, orphaned 0, timewait 0)\n\n`,
    );
    return 0;
  }
  const shown = sockets.filter(
    ({ state }) => letters.includes('a') || (state === 'listening') === letters.includes('l'),
  );
  const isUdpOnly = letters.includes('u') && !letters.includes('t');
  yield* system.descriptors.write(1, tableOf(system, isUdpOnly ? [] : shown, letters));
  return 0;
};

function tableOf(system: System, sockets: readonly SocketFacts[], letters: Bytes): Bytes {
  const names = letters.includes('n') ? new Map<string, Bytes>() : serviceNames(system);
  const port = (value: number): Bytes => (value === 0 ? '*' : (names.get(String(value)) ?? String(value)));
  const rows = sockets.map((socket) => [
    socket.state === 'listening' ? 'LISTEN' : 'ESTAB',
    String(socket.waiting),
    socket.state === 'listening' ? '128' : '0',
    `${socket.own.address}:${port(socket.own.port)}`,
    `${socket.peer.address}:${port(socket.peer.port)}`,
    letters.includes('p') ? ownerText(system, socket) : '',
  ]);
  const head = [
    'State',
    'Recv-Q',
    'Send-Q',
    'Local Address:Port',
    'Peer Address:Port',
    letters.includes('p') ? 'Process' : '',
  ];
  const whole = letters.includes('H') ? rows : [head, ...rows];
  const widths = head.map((_title, at) => Math.max(...whole.map((row) => row[at]?.length ?? 0), 0));
  return whole
    .map(
      (row) =>
        `${row
          .map((cell, at) =>
            at === 3 || at === 4 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
          )
          .join(' ')
          .trimEnd()}\n`,
    )
    .join('');
}

function serviceNames(system: System): ReadonlyMap<string, Bytes> {
  const names = new Map<string, Bytes>();
  for (const line of readLines(system, '/etc/services')) {
    const found = /^(\S+)\s+(\d+)\/tcp/.exec(line);
    if (found !== null) names.set(found[2] ?? '', found[1] ?? '');
  }
  return names;
}

/** Only root sees what is not his own. */
function ownerText(system: System, { owner }: SocketFacts): Bytes {
  const process = system.processes.list().find(({ pid }) => pid === owner);
  const me = system.processes.who().uid;
  if (process === undefined || (me !== 0 && process.who.uid !== me)) return '';
  return `users:(("${process.name.split(':')[0] ?? ''}",pid=${owner},fd=3))`;
}
