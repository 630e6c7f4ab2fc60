import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { ready, serve } from './daemon.ts';

/** memcached: a port, and the few words of its text protocol that need no memory of others. */
export const memcached: Program = function* (system) {
  const content = system.files.readFile('/etc/memcached.conf');
  const port = Number(/^-p\s+(\d+)/m.exec(content.ok ? content.value : '')?.[1] ?? '11211');
  const address = /^-l\s+(\S+)/m.exec(content.ok ? content.value : '')?.[1] ?? '127.0.0.1';
  const opened = system.network.listen({ address, port });
  if (!opened.ok) {
    yield* system.descriptors.write(
      2,
      `bind(): ${messageOf(opened.errno)}\nfailed to listen on TCP port ${port}: ${messageOf(opened.errno)}\n`,
    );
    return 71;
  }
  yield* ready(system);
  return yield* serve(system, {
    listening: [opened.value],
    name: 'memcached',
    answer: memcachedAnswer,
    every: null,
  });
};

const memcachedAnswer: Program = function* (system) {
  for (;;) {
    const read = yield* system.descriptors.read(0, 2048);
    if (!read.ok || read.value === '') return 0;
    const [word = ''] = read.value.trim().split(/\s+/);
    if (word === 'quit') return 0;
    const known: Readonly<Record<string, Bytes>> = {
      version: 'VERSION 1.6.18\r\n',
      get: 'END\r\n',
      stats: `STAT pid ${system.pid}\r\nEND\r\n`,
    };
    yield* system.descriptors.write(0, known[word] ?? 'ERROR\r\n');
  }
};

/** Prometheus' exporter: what /proc says, as metrics. */
export const nodeExporter: Program = function* (system) {
  const opened = system.network.listen({ address: '0.0.0.0', port: 9100 });
  if (!opened.ok) {
    yield* system.descriptors.write(
      2,
      `level=error err="listen tcp :9100: bind: ${messageOf(opened.errno).toLowerCase()}"\n`,
    );
    return 1;
  }
  yield* system.descriptors.write(2, 'level=info msg="Listening on" address=[::]:9100\n');
  yield* ready(system);
  return yield* serve(system, {
    listening: [opened.value],
    name: 'node_exporter',
    answer: metricsAnswer,
    every: null,
  });
};

const metricsAnswer: Program = function* (system) {
  const read = yield* system.descriptors.read(0, 8192);
  if (!read.ok) return 1;
  const [, path = '/'] = read.value.split(' ');
  const isMetrics = path === '/metrics';
  const body = isMetrics
    ? metricsOf(system)
    : '<html><head><title>Node Exporter</title></head><body><h1>Node Exporter</h1><a href="/metrics">Metrics</a></body></html>\n';
  yield* respond(
    system,
    isMetrics ? 'text/plain; version=0.0.4; charset=utf-8' : 'text/html; charset=utf-8',
    body,
  );
  return 0;
};

function* respond(system: System, type: Bytes, body: Bytes): Step<void> {
  yield* system.descriptors.write(
    0,
    `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function metricsOf({ machine, files, now }: System): Bytes {
  const [one, five, fifteen] = machine.load();
  const root = files.mounts().find(({ at }) => at === '/');
  const rows: readonly (readonly [name: string, kind: string, value: number, labels?: string])[] = [
    ['node_load1', 'gauge', one],
    ['node_load5', 'gauge', five],
    ['node_load15', 'gauge', fifteen],
    ['node_memory_MemTotal_bytes', 'gauge', machine.memoryBytes()],
    ['node_memory_MemAvailable_bytes', 'gauge', machine.memoryBytes() - machine.usedMemoryBytes()],
    ['node_filesystem_size_bytes', 'gauge', root?.sizeBytes ?? 0, '{mountpoint="/"}'],
    [
      'node_filesystem_avail_bytes',
      'gauge',
      (root?.sizeBytes ?? 0) - (root?.usedBytes ?? 0),
      '{mountpoint="/"}',
    ],
    ['node_boot_time_seconds', 'gauge', Math.floor(machine.bootedAt() / 1000)],
    ['node_time_seconds', 'gauge', now() / 1000],
    [
      'node_uname_info',
      'gauge',
      1,
      `{machine="${machine.architecture}",nodename="${machine.hostname()}",release="${machine.kernelRelease}",sysname="Linux"}`,
    ],
  ];
  return rows
    .map(([name, kind, value, labels]) => `# TYPE ${name} ${kind}\n${name}${labels ?? ''} ${value}\n`)
    .join('');
}
