/** The tests that want a "real ESX": each gets a server of its own, first as a host, then as a vCenter. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inLanes, readTap, tapOf } from './bats.ts';
import type { BatsResult } from './bats.ts';
import type { BatsTest } from './bats-files.ts';
import { makeImages } from './images.ts';
import { places, programsOf } from './peers.ts';
import type { ServerName } from './peers.ts';
import { startVcsim } from './server.ts';

export type EsxMode = 'esx' | 'vpx';
/** One host, as these tests expect: nothing is to be chosen among. */
const FLAGS = {
  esx: ['-esx'],
  vpx: ['-cluster', '0'],
} as const satisfies Record<EsxMode, readonly string[]>;

export type EsxResult = BatsResult & { readonly mode: EsxMode };

export async function runEsxBats(
  tests: readonly BatsTest[],
  server: ServerName,
): Promise<readonly EsxResult[]> {
  makeImages(join(places.bats, 'images'));
  const programs = programsOf(server);
  const results = await inLanes(tests, (test) => runEither(test, { server, programs }));
  rmSync(programs, { recursive: true, force: true });
  return results;
}

type Wish = { readonly server: ServerName; readonly programs: string };

async function runEither(test: BatsTest, wish: Wish): Promise<EsxResult> {
  const asHost = await runOne(test, 'esx', wish);
  if (asHost.outcome === 'pass') return asHost;
  const asCenter = await runOne(test, 'vpx', wish);
  return asCenter.outcome === 'pass' ? asCenter : asHost;
}

async function runOne(test: BatsTest, mode: EsxMode, { server, programs }: Wish): Promise<EsxResult> {
  const running = await startVcsim(server, FLAGS[mode]);
  const environment = { GOVC_TEST_URL: running.url.href, GOVC_DATASTORE: 'LocalDS_0' };
  const [result] = readTap([test], await tapOf([test], { server, programs, environment, limitMs: 60_000 }));
  await running.stop();
  return { ...test, outcome: 'stalled', why: '', ...result, mode };
}
