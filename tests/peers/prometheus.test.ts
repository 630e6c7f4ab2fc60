/** Our remote write against Debian's Prometheus, which keeps what it takes and is asked for it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { settingsSchema } from '../../sim/contract/settings.ts';
import { silentLog } from '../../src-main/host/log.ts';
import { createRemoteWrite, pauseUntil } from '../../src-main/services/history/remote-write.ts';
import type { SensorLabels } from '../../src-main/services/history/sensor-labels.ts';
import { freePort } from './mosquitto.ts';

const isMissing = spawnSync('prometheus', ['--version']).error !== undefined;
if (isMissing) process.stdout.write('skipped: prometheus is not installed (Debian: prometheus)\n');

async function startPrometheus(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'coldaisle-prometheus-'));
  const config = join(directory, 'prometheus.yml');
  await writeFile(config, 'global: {}\n');
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(directory, 'data')}`,
      `--web.listen-address=${address}`,
      '--web.enable-remote-write-receiver',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await gone;
    await rm(directory, { recursive: true });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error('prometheus ended before it ran')));
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('ready to receive')) resolve();
    });
  });
  return `http://${address}`;
}

type Found = { readonly metric: Readonly<Record<string, string>>; readonly values: [number, string][] };

async function ask(url: string, query: string): Promise<Found[]> {
  const answer = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query }).toString()}`);
  const { data } = (await answer.json()) as { data: { result: Found[] } };
  return data.result;
}

const labels = (sensor: string): SensorLabels => ({
  sensor,
  name: 'load',
  site: 'Wést "1"',
  room: '',
  rack: '',
  device: 'ups-1',
  metric: 'input-voltage',
  place: 'L1',
  unit: 'V',
});

test.skipIf(isMissing)(
  'FR-130-094 Prometheus takes what remote write sends, name, labels and values',
  async () => {
    const url = await startPrometheus();
    const settings = settingsSchema.parse({
      remoteWrite: { state: 'on', url: `${url}/api/v1/write`, everySeconds: 1 },
    });
    const remote = createRemoteWrite({
      settings: { get: () => settings, listen: () => () => {} },
      wall: { now: () => Date.now() },
      log: silentLog,
      labels,
      pause: (_, signal) => pauseUntil(20, signal),
    });
    onTestFinished(() => remote.close());
    const sensors = Array.from({ length: 700 }, (_, index) => `sensor-${index}`);
    // Three words of each in one moment, as a lab at ×1000 says them.
    for (const value of [229.5, 230.25, -1]) {
      remote.append(sensors.map((sensor) => ({ sensor, at: 0, value })));
    }
    await expect.poll(() => remote.state().detail, { timeout: 20_000 }).toBe('2100 readings sent');
    const [found, ...others] = await ask(url, 'coldaisle_input_voltage{sensor="sensor-7"}[1h]');
    expect(others).toEqual([]);
    expect(found?.metric).toEqual({
      __name__: 'coldaisle_input_voltage',
      device: 'ups-1',
      place: 'L1',
      sensor: 'sensor-7',
      site: 'Wést "1"',
    });
    expect(found?.values.map(([, value]) => value)).toEqual(['229.5', '230.25', '-1']);
    expect(await ask(url, 'coldaisle_input_voltage')).toHaveLength(700);
  },
);
