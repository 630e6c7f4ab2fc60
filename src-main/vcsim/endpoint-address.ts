import { networkInterfaces } from 'node:os';
import { accepted, refused, type Result } from '../../sim/contract/result.ts';

export type Listen = { readonly host: string; readonly port: number };

/** `127.0.0.1:8989`, `[::1]:0`, `:8989` for all addresses, `vcenter.lab:443`. */
export function readListen(text: string): Result<Listen> {
  const parts = /^(?:\[([^\]]+)\]|([^:]*)):(\d{1,5})$/.exec(text);
  const port = Number(parts?.[3]);
  if (parts === null || port > 65_535) {
    return refused('invalid-input', `-l ${text}: an address and a port are needed, as in 127.0.0.1:8989`);
  }
  const host = parts[1] ?? parts[2] ?? '';
  return accepted({ host: host === '' ? '0.0.0.0' : host, port });
}

/** Who listens everywhere is told to others by an address that leads there from elsewhere. */
export function shownHost(host: string): string {
  const shown = host === '0.0.0.0' || host === '::' ? (outerAddress() ?? '127.0.0.1') : host;
  return shown.includes(':') ? `[${shown}]` : shown;
}

const outerAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

export type Login = { readonly user: string; readonly password: string };

export type Where = {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  /** Of the tunnel for extensions, where there is one. */
  readonly tunnel?: number | undefined;
};

/** What a shell evals to have govc's and other clients' environment. */
export function environmentLine(where: Where, { user, password }: Login, pid: number): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const url = `${where.scheme}://${login}@${where.host}:${where.port}/sdk`;
  // govc reaches the tunnel at port 80 where nobody tells it another.
  const more = where.tunnel === undefined ? '' : `?GOVMOMI_TUNNEL_PROXY_PORT=${where.tunnel}`;
  return `export GOVC_URL=${url}${more} GOVC_SIM_PID=${pid}\n`;
}
