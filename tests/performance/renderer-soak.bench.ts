/**
 * Whether the page keeps what it should let go of: screens in turn, the lab at ×60, heap after a forced collection once
 * a minute. `RENDERER_SOAK_MINUTES=60 npm run bench -- renderer-soak` is the hour that the issue asks for.
 */
import { setTimeout as rest } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { ask, command } from '../journeys/support/lab-api.ts';
import type { RunningHost } from '../journeys/support/running-host.ts';
import { goTo, inRoom, type Room, type Row, setSpeed } from './renderer-room.ts';

const usualMinutes = 3;
const millisPerScreen = 2500;
const paths = [
  '/floor',
  '/rack',
  '/power',
  '/power?tab=racks',
  '/power?tab=ups',
  '/power?tab=energy',
  '/cooling',
  '/assets',
  '/capacity',
  '/topology',
  '/alarms',
  '/alarms?tab=kpis',
  '/reports',
  '/sites',
  '/scenarios',
  '/labs?tab=history',
  '/help',
] as const;

type Sample = {
  readonly minute: number;
  readonly megabytes: number;
  /** Kept without being in the document: what a list that grows to its bound shows is no leak. */
  readonly detachedNodes: number;
  readonly listeners: number;
};

const nodesIn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 1;
    while (walker.nextNode() !== null) count += 1;
    return count;
  });

/** Always on the same screen: what another one holds is no leak. */
async function sample({ page }: Room, session: CDPSession, minute: number): Promise<Sample> {
  await goTo(page, '/');
  // Twice: what a finalizer lets go of only falls in the second.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const figure = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    minute,
    megabytes: figure('JSHeapUsedSize') / 1_000_000,
    detachedNodes: figure('Nodes') - (await nodesIn(page)),
    listeners: figure('JSEventListeners'),
  };
}

/** As an operator does; alarms that nobody acknowledges stay listed, and the page grows by them as it should. */
async function acknowledgeAll(host: RunningHost): Promise<void> {
  const { items } = await ask(host, 'alarms', { isa: 'unacknowledged,returned' });
  for (const { id } of items) await command(host, { type: 'alarm.acknowledge', id });
}

/** Every other minute something fails and is mended, so that alarms, runs and events come and go. */
async function changeSomething(host: RunningHost, turn: number): Promise<void> {
  const { runs } = await ask(host, 'scenarios');
  if (turn % 2 === 1) {
    for (const { id } of runs) await command(host, { type: 'scenario.stop', id });
    await acknowledgeAll(host);
    return;
  }
  const { id } = await ask(host, 'entity', { id: `A0${1 + ((turn / 2) % 4)}` });
  await command(host, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id, severity: 'total' });
}

/** Least squares, per hour. */
function slopeOf(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = mean(samples.map(({ minute }) => minute));
  const height = mean(samples.map(of));
  const above = samples.map((one) => (one.minute - at) * (of(one) - height));
  const below = samples.map((one) => (one.minute - at) ** 2);
  return (60 * mean(above)) / mean(below);
}

async function soak(room: Room, minutes: number): Promise<readonly Sample[]> {
  const session = await room.page.context().newCDPSession(room.page);
  await session.send('Performance.enable');
  const samples: Sample[] = [];
  const from = performance.now();
  const minute = (): number => (performance.now() - from) / 60_000;
  for (let turn = 0; minute() < minutes; turn += 1) {
    await changeSomething(room.host, turn);
    for (const path of paths) {
      await goTo(room.page, path);
      await rest(millisPerScreen);
    }
    const one = await sample(room, session, minute());
    console.error(
      `minute ${one.minute.toFixed(1)}: ${one.megabytes.toFixed(1)} MB, ${one.detachedNodes} nodes outside the document, ${one.listeners} listeners`,
    );
    samples.push(one);
  }
  return samples;
}

export async function run(): Promise<Row[]> {
  const minutes = Number(process.env['RENDERER_SOAK_MINUTES'] ?? usualMinutes);
  const size = { width: 1440, height: 900 };
  const samples = await inRoom({ racks: null, size, path: '/' }, async (room) => {
    await setSpeed(room.host, 60);
    return soak(room, minutes);
  });
  // What is loaded and kept at a screen's first opening is no slope; nor do caches fill in the first tenth.
  const warm = samples.slice(Math.floor(samples.length / 10));
  const [first, last] = [warm[0], warm.at(-1)];
  const note = `${samples.length} turns through ${paths.length} screens at ×60 in ${minutes} min`;
  return [
    {
      name: 'renderer, heap after collection, slope',
      value: slopeOf(warm, (one) => one.megabytes),
      unit: 'MB/h',
      note,
    },
    { name: 'renderer, heap after the first turns', value: first?.megabytes ?? Number.NaN, unit: 'MB' },
    { name: 'renderer, heap after the last turn', value: last?.megabytes ?? Number.NaN, unit: 'MB' },
    {
      name: 'renderer, DOM nodes outside the document, slope',
      value: slopeOf(warm, (one) => one.detachedNodes),
      unit: '/h',
    },
    { name: 'renderer, listeners, slope', value: slopeOf(warm, (one) => one.listeners), unit: '/h' },
  ];
}
