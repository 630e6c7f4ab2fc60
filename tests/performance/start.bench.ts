/** From nothing to a living control room, and what it costs to keep it alive. Needs a build. */
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { connect } from 'mqtt';
import type { Page } from '@playwright/test';
import { generateLab } from '../../tools/generate-lab.ts';
import { openBrowser } from '../electron/fake/page.ts';
import { startHost } from '../journeys/support/running-host.ts';
import type { RunningHost } from '../journeys/support/running-host.ts';

type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly note?: string;
};

const fresh = (): string => mkdtempSync(join(tmpdir(), 'coldaisle-start-'));
const rest = (millis: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, millis);
  });

async function ask(host: RunningHost, path: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${host.url}/api/v1/${path}`, {
    headers: { authorization: `Bearer ${host.token}` },
  });
  return (await response.json()) as Record<string, unknown>;
}

async function tell(host: RunningHost, command: object): Promise<void> {
  const response = await fetch(`${host.url}/api/v1/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ command }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Milliseconds from the start of the process to its first answer. */
async function firstAnswer(dataDirectory: string, lab?: string): Promise<number> {
  const from = performance.now();
  const host = await startHost(lab === undefined ? { dataDirectory } : { dataDirectory, lab });
  await ask(host, 'status');
  const millis = performance.now() - from;
  await host.stop();
  return millis;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function starts(): Promise<Row[]> {
  const data = fresh();
  const founding = await firstAnswer(data);
  const again: number[] = [];
  for (let n = 0; n < 5; n += 1) again.push(await firstAnswer(data));
  const big = fresh();
  const file = join(big, 'big.lab.yaml');
  writeFileSync(file, generateLab(10_000));
  const building = await firstAnswer(big, file);
  const bigAgain = await firstAnswer(big);
  rmSync(data, { recursive: true });
  rmSync(big, { recursive: true });
  return [
    {
      name: 'host, starter lab: process start to first answer',
      value: median(again),
      unit: 'ms',
      limit: 1000,
      note: 'median of 5',
    },
    { name: 'the same, founding the lab first', value: founding, unit: 'ms' },
    { name: 'host, 10,000 racks: process start to first answer', value: bigAgain, unit: 'ms', limit: 4000 },
    {
      name: 'the same, building it from its lab file first',
      value: building,
      unit: 'ms',
      note: '150,000 entities through the door',
    },
  ];
}

async function firstPaint(): Promise<Row> {
  const browser = await openBrowser();
  const data = fresh();
  await firstAnswer(data);
  const page = await browser.newPage();
  const from = performance.now();
  const host = await startHost({ dataDirectory: data });
  await page.goto(host.address);
  await page.getByText('Total power').first().waitFor();
  await page.waitForFunction(() => /\d+\.\d/.test(document.body.innerText));
  const value = performance.now() - from;
  await browser.close();
  await host.stop();
  rmSync(data, { recursive: true });
  return {
    name: 'process start to painted overview',
    value,
    unit: 'ms',
    limit: 2500,
    note: 'browser open already',
  };
}

/** Processor time and memory of a lab that nobody looks at. */
async function idle(): Promise<Row[]> {
  const host = await startHost();
  await rest(4000);
  const before = cpuTicks(host.pid);
  const seconds = 10;
  await rest(seconds * 1000);
  const share = (cpuTicks(host.pid) - before) / seconds;
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${host.pid}/status`, 'utf8'))?.[1]) / 1024;
  await host.stop();
  return [
    { name: 'idle host, starter lab: processor', value: share, unit: '% of a core', limit: 3 },
    { name: 'idle host, starter lab: memory', value: memory, unit: 'MB', limit: 200 },
  ];
}

/** User and system time in hundredths of a second: percent of a core when divided by seconds. */
function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

/** An outside publisher's reading, until the page shows it, while 2,000 other readings a second come in. */
async function toPixel(): Promise<Row[]> {
  const data = fresh();
  const file = join(data, 'load.lab.yaml');
  writeFileSync(file, generateLab(500));
  const host = await startHost({ dataDirectory: data, lab: file });
  await tell(host, { type: 'clock.pause' });
  const sensors = (await ask(host, 'entities?kinds=sensor&within=rack-1')) as {
    items: { id: string; spec: { metric: string } }[];
  };
  const watched = sensors.items.find(({ spec }) => spec.metric === 'temperature')?.id ?? '';
  await tell(host, { type: 'inventory.change', id: watched, spec: { source: 'hardware' } });
  const status = (await ask(host, 'status')) as { faces: { address: string }[] };
  const client = connect(status.faces[0]?.address ?? '');
  const stop = publishLoad((topic, payload) => client.publish(topic, payload));
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${host.url}/floor?sel=rack-1#token=${host.token}`);
  await page.getByText('Rack A01').first().waitFor();
  const delays: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    // Far from every other number on the page, and each only once.
    const value = (70 + n / 10).toFixed(1);
    const shown = shownAt(page, value);
    await rest(60 + (n % 7) * 20);
    const sent = Date.now();
    client.publish('dc/site1/room1/rack-A01/temperature', `{"v":${value},"u":"Cel"}`);
    delays.push((await shown) - sent);
  }
  stop();
  await client.endAsync(true);
  await browser.close();
  await host.stop();
  rmSync(data, { recursive: true });
  const sorted = delays.toSorted((a, b) => a - b);
  const note = '500 racks, 2,000 other readings a second, inspector value, after its frame';
  return [
    { name: 'reading published → pixel, p50', value: sorted[50] ?? Number.NaN, unit: 'ms', note },
    { name: 'reading published → pixel, p95', value: sorted[95] ?? Number.NaN, unit: 'ms', limit: 150, note },
  ];
}

function publishLoad(publish: (topic: string, payload: string) => void): () => void {
  let at = 0;
  const timer = setInterval(() => {
    for (let n = 0; n < 40; n += 1) {
      at += 1;
      const row = String.fromCharCode(66 + (at % 19));
      const rack = String(1 + (at % 25)).padStart(2, '0');
      publish(`dc/site1/room1/rack-${row}${rack}/temperature`, `{"v":${20 + (at % 50) / 10},"u":"Cel"}`);
    }
  }, 20);
  return () => clearInterval(timer);
}

/** Resolves with the wall time of the frame in which the page first shows this value. */
function shownAt(page: Page, value: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((done) => {
        const look = (): void => {
          const aside = document.querySelector('aside, [role="complementary"]');
          if (aside?.textContent?.includes(text) !== true) return;
          observer.disconnect();
          requestAnimationFrame(() => done(Date.now()));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    value,
  );
}

/** What the first load of the page brings over the wire, gzipped: its scripts, what they preload, its styles. */
function firstLoad(): Row {
  const ui = join(import.meta.dirname, '../../out/renderer');
  const names = [...readFileSync(join(ui, 'index.html'), 'utf8').matchAll(/assets\/[^"]+\.(?:js|css)/g)].map(
    ([name]) => name,
  );
  const bytes = names.reduce((sum, name) => sum + gzipSync(readFileSync(join(ui, name))).length, 0);
  return {
    name: 'first load of the renderer, gzipped',
    value: bytes / 1000,
    unit: 'kB',
    limit: 350,
    note: 'scripts and styles before any screen',
  };
}

export async function run(): Promise<Row[]> {
  return [firstLoad(), ...(await starts()), await firstPaint(), ...(await idle()), ...(await toPixel())];
}
