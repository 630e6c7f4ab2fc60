import { spawn, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accepted, refused } from '../../sim/contract/result.ts';
import {
  battery,
  openBench,
  ups,
  type NutBench,
} from '../../src-main/personalities/nut/nut-bench.fixture.ts';

// Debian keeps some of NUT's programs where only root's PATH looks.
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };
const missing = ['upsc', 'upscmd', 'upsrw'].find(
  (program) => spawnSync(program, ['-V'], { env }).error !== undefined,
);
const reason = missing === undefined ? null : `${missing} is not installed (Debian: nut-client)`;
if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

let bench: NutBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.orders.splice(0);
  bench.answer(accepted(null));
  bench.says(ups, 'state', 1);
  bench.says(battery, 'state', 0);
});

type Said = { readonly code: number | null; readonly text: string; readonly lines: readonly string[] };

/** Not spawnSync: the server lives in this very process. */
function run(program: string, args: readonly string[]): Promise<Said> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve) =>
    child.once('close', (code) =>
      resolve({ code, text: text + errors, lines: text.split('\n').filter((line) => line !== '') }),
    ),
  );
}

const at = (): string => `127.0.0.1:${bench.port}`;
const asAdmin = ['-u', 'admin', '-p', 'private'];

describe.skipIf(reason !== null)('the clients of Network UPS Tools', () => {
  test('FR-130-130 the command that the inspector shows lists the UPS’s readings', async () => {
    const [program = '', ...args] = bench.face.addressesOf(ups)[0]?.command.split(' ') ?? [];
    const said = await run(program, args);
    expect(said.code).toBe(0);
    expect(said.lines).toEqual(
      expect.arrayContaining([
        'battery.charge: 97',
        'battery.runtime: 780',
        'battery.voltage: 540.3',
        'device.model: U 100',
        'output.current: 59.9',
        'ups.load: 43.3',
        'ups.status: OL',
      ]),
    );
  });

  test('FR-130-130 upsc names the units, and sees the mains go', async () => {
    expect((await run('upsc', ['-L', at()])).lines).toEqual(['ups-01: ups-01']);
    bench.says(ups, 'state', 3);
    bench.says(battery, 'state', 1);
    expect((await run('upsc', [`ups-01@${at()}`, 'ups.status'])).lines).toEqual(['OB DISCHRG']);
    bench.says(ups, 'state', null);
    expect((await run('upsc', [`ups-01@${at()}`])).text).toContain('Data stale');
    expect((await run('upsc', [`ups-09@${at()}`])).text).toContain('Unknown UPS');
  });

  test('FR-130-130 upscmd lists the commands and gives one', async () => {
    const listed = await run('upscmd', ['-l', `ups-01@${at()}`]);
    expect(listed.lines).toContain('bypass.start - Put the UPS in bypass mode');
    const said = await run('upscmd', [...asAdmin, `ups-01@${at()}`, 'bypass.start']);
    expect(said).toMatchObject({ code: 0, text: expect.stringContaining('OK') });
    expect(bench.orders.map(({ command }) => command)).toMatchObject([
      { type: 'plant.order', target: ups, verb: 'ups-bypass' },
    ]);
  });

  test('FR-130-130 upscmd waits for the end of a tracked command', async () => {
    const waiting = [...asAdmin, '-w', `ups-01@${at()}`, 'load.off'];
    expect((await run('upscmd', waiting)).text).toContain('SUCCESS');
    bench.answer(refused('wrong-state', 'no'));
    expect((await run('upscmd', waiting)).text).toContain('FAILED');
  });

  test('FR-130-130 upscmd with the wrong password is turned away', async () => {
    const said = await run('upscmd', ['-u', 'admin', '-p', 'guess', `ups-01@${at()}`, 'load.off']);
    expect(said.text).toContain('ACCESS-DENIED');
    expect(said.code).not.toBe(0);
    expect(bench.orders).toEqual([]);
  });

  test('FR-130-130 upsrw shows what may be set and sets it', async () => {
    const shown = await run('upsrw', [`ups-01@${at()}`]);
    expect(shown.text).toContain('[input.eco.switchable]');
    expect(shown.text).toMatch(/Option: "normal" SELECTED\s+Option: "ECO"/);
    const said = await run('upsrw', ['-s', 'input.eco.switchable=ECO', ...asAdmin, `ups-01@${at()}`]);
    expect(said.code).toBe(0);
    expect(bench.orders.map(({ command }) => command)).toMatchObject([{ target: ups, verb: 'ups-eco' }]);
  });
});
