import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where an engine may answer: a socket or named pipe, or a port. */
export type EngineAddress =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'port'; readonly host: string; readonly port: number };

/** Whose computer it is. */
export type EngineSearch = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
};

export const addressText = (address: EngineAddress): string =>
  address.kind === 'socket' ? address.path : `${address.host}:${address.port}`;

/**
 * The usual places, the most wanted first. Who names one by DOCKER_HOST or CONTAINER_HOST means that one and no other.
 */
export function socketsToTry({ environment, home, platform }: EngineSearch): readonly EngineAddress[] {
  const named = environment['DOCKER_HOST'] ?? environment['CONTAINER_HOST'];
  if (named !== undefined && named !== '') return known([addressIn(named)]);
  const context = contextAddress(environment['DOCKER_CONTEXT'], home);
  const rest = platform === 'win32' ? pipes : socketsOf(home, environment['XDG_RUNTIME_DIR']);
  return known([context, ...rest.map((path): EngineAddress => ({ kind: 'socket', path }))]);
}

const pipes = [
  '//./pipe/docker_engine',
  '//./pipe/dockerDesktopLinuxEngine',
  '//./pipe/podman-machine-default',
];

const socketsOf = (home: string, runtime: string | undefined): readonly string[] => [
  '/var/run/docker.sock',
  join(home, '.docker/run/docker.sock'),
  join(home, '.colima/default/docker.sock'),
  join(home, '.orbstack/run/docker.sock'),
  join(home, '.rd/docker.sock'),
  ...(runtime === undefined || runtime === ''
    ? []
    : [join(runtime, 'docker.sock'), join(runtime, 'podman/podman.sock')]),
  '/run/podman/podman.sock',
  join(home, '.local/share/containers/podman/machine/podman.sock'),
];

/** Each once. */
const known = (addresses: readonly (EngineAddress | null)[]): readonly EngineAddress[] => [
  ...new Map(
    addresses.flatMap((address) => (address === null ? [] : [[addressText(address), address] as const])),
  ).values(),
];

/** Over ssh:// none is spoken to: machines would run on another computer than the lab. */
function addressIn(text: string): EngineAddress | null {
  const path = /^(?:unix|npipe):\/\/(.+)$/.exec(text)?.[1];
  if (path !== undefined) return { kind: 'socket', path };
  const port = /^(?:tcp|http):\/\/([^:/]+):(\d+)\/?$/.exec(text);
  return port === null ? null : { kind: 'port', host: port[1] ?? '', port: Number(port[2]) };
}

/** What `docker context use` chose. */
function contextAddress(wanted: string | undefined, home: string): EngineAddress | null {
  const folder = join(home, '.docker');
  const name = wanted ?? textIn(jsonIn(join(folder, 'config.json')), 'currentContext');
  if (name === null || name === '' || name === 'default') return null;
  const hash = createHash('sha256').update(name).digest('hex');
  const meta = jsonIn(join(folder, 'contexts/meta', hash, 'meta.json'));
  const host = textIn(fieldOf(fieldOf(meta, 'Endpoints'), 'docker'), 'Host');
  return host === null ? null : addressIn(host);
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Not there, not readable or no JSON: nobody chose anything.
    return null;
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : null;

function textIn(value: unknown, name: string): string | null {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : null;
}
