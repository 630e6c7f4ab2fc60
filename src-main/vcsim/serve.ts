/** An endpoint for as long as the program runs: lab, face, tunnel, and what its caller is told of them. */
import { writeFile } from 'node:fs/promises';
import { accepted, type Result } from '../../sim/contract/result.ts';
import { environmentLine, shownHost } from './endpoint-address.ts';
import type { Flags } from './flags.table.ts';
import { foundModel } from './found-model.ts';
import { openLightHost, type LightHost } from './light-host.ts';
import { planLoaded } from './load-model.ts';
import { planModel } from './model.ts';
import type { Model } from './model-book.ts';
import { openEndpoint, type Endpoint } from './open-endpoint.ts';
import { readSaved } from './saved.ts';
import { watchNamedClusters } from './wcp-clusters.ts';
import { openTunnel, type Tunnel } from './tunnel.ts';
import type { VcsimWays } from './ways.ts';
import { anyLogin, type Wishes } from './wishes.ts';

/** Stays until it is asked to end. */
export async function serve(wishes: Wishes, ways: VcsimWays): Promise<Result<null>> {
  const opened = await open(wishes, ways);
  if (!opened.ok) return opened;
  const { endpoint, tunnel, host } = opened.value;
  try {
    await ways.untilEnd({ onKey: wishes.flags.stdinexit });
  } finally {
    await tunnel?.close();
    await endpoint.close();
    await host.close();
  }
  return accepted(null);
}

async function open(wishes: Wishes, ways: VcsimWays): Promise<Result<Served>> {
  const host = await openLab(wishes.flags, ways);
  if (!host.ok) return host;
  const served = await openServed(host.value, wishes, ways);
  // Its clock would go on, and the program with it.
  if (!served.ok) await host.value.close();
  return served;
}

type Served = { readonly host: LightHost; readonly endpoint: Endpoint; readonly tunnel: Tunnel | null };

async function openServed(host: LightHost, wishes: Wishes, ways: VcsimWays): Promise<Result<Served>> {
  const { wall, log, cookies, hostPorts, engines, stderr: trace } = ways;
  const { flags, listen, login } = wishes;
  const endpoint = await openEndpoint({ ...wishes, host, wall, log, cookies, hostPorts, engines, trace });
  if (!endpoint.ok) return endpoint;
  const { port, scheme } = endpoint.value;
  const tunnel = await tunnelFor(flags, { host: listen.host, port });
  if (!tunnel.ok) {
    await endpoint.value.close();
    return tunnel;
  }
  const where = { scheme, host: shownHost(listen.host), port, tunnel: tunnel.value?.port };
  const line = environmentLine(where, login ?? anyLogin, ways.pid);
  if (flags.E === '-') ways.stdout(line);
  // A fifo waits for its reader; others are served meanwhile.
  else await writeFile(flags.E, line);
  return accepted({ host, endpoint: endpoint.value, tunnel: tunnel.value });
}

async function openLab(flags: Flags, { wall, log }: VcsimWays): Promise<Result<LightHost>> {
  const host = await openLightHost({ wall, log });
  if (!host.ok) return host;
  const { world, execute, close } = host.value;
  const model = modelFor(flags, world().now());
  if (!model.ok) {
    await close();
    return model;
  }
  const founded = await foundModel(execute, model.value);
  if (founded.ok) {
    watchNamedClusters(host.value);
    return host;
  }
  await close();
  return founded;
}

function modelFor(flags: Flags, now: number): Result<Model> {
  if (flags.load === '') return accepted(planModel(flags, now));
  const saved = readSaved(flags.load);
  return saved.ok ? accepted(planLoaded(saved.value, now)) : saved;
}

async function tunnelFor(
  { tunnel }: Flags,
  to: { readonly host: string; readonly port: number },
): Promise<Result<Tunnel | null>> {
  if (tunnel < 0) return accepted(null);
  return openTunnel({ host: to.host, port: tunnel, to });
}
