import { spawn, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import { facedLab, type FacedLab } from '../../src-main/personalities/faced-lab.fixture.ts';
import type { Face } from '../../src-main/personalities/face.ts';
import { createModbusFace } from '../../src-main/personalities/modbus/modbus-face.ts';

const missing = ['mbpoll'].find((program) => spawnSync(program, ['-V']).error !== undefined);
const reason = missing === undefined ? null : `${missing} is not installed (Debian: mbpoll)`;
if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

const ups = 'ups-1' as EntityId;
const crac = 'crac-1' as EntityId;

let lab: FacedLab;
let face: Face;
beforeAll(async () => {
  lab = facedLab();
  lab.put({ id: ups, kind: 'ups' });
  lab.put({ id: crac, kind: 'crac' });
  lab.tell({ modbus: { state: 'on', port: 0 } });
  face = createModbusFace(lab.deps);
  await face.settled();
});
afterAll(() => face.close());
beforeEach(() => {
  lab.orders.splice(0);
  lab.answer(accepted(null));
});

type Said = { readonly code: number | null; readonly text: string };

/** Not spawnSync: the server lives in this very process. */
function run(command: readonly string[]): Promise<Said> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, text })));
}

/** mbpoll asks once; `more` before the host's name. */
function mbpoll(unit: EntityId, more: string, values: readonly string[] = []): Promise<Said> {
  const port = face.addressesOf(unit)[0]?.address.split(':')[1] ?? '';
  return run(['mbpoll', '-m', 'tcp', '-p', port, '-1', ...more.split(' '), '127.0.0.1', ...values]);
}

/** `[3]: 	18.5` → 18.5, by reference. */
const readings = ({ text }: Said): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^\[(\d+)\]:\s+(\S+)/gm)].map(([, at = '', value = '']) => [at, value]),
  );

describe.skipIf(reason !== null)('mbpoll', () => {
  test('FR-130-123 the command that the inspector shows reads every float of the device', async () => {
    lab.says(ups, 'state', 1);
    lab.says(ups, 'load', 43.25);
    lab.says(ups, 'power', 41.5);
    const [address] = face.addressesOf(ups);
    const words = address?.command.split(' ') ?? [];
    const said = await run([...words.slice(0, -1), '-1', ...words.slice(-1)]);
    expect(said.code).toBe(0);
    expect(readings(said)).toMatchObject({ 1: '1', 3: '43.25', 5: '41.5', 7: 'nan', 19: 'nan' });
  });

  test('FR-130-123 input registers, discrete inputs and coils are read', async () => {
    lab.says(crac, 'state', 1);
    lab.says(crac, 'supply-temperature', -3.5);
    expect(readings(await mbpoll(crac, '-t 3:float -B -r 3 -c 1'))).toEqual({ 3: '-3.5' });
    expect(readings(await mbpoll(crac, '-t 1 -r 1 -c 5'))).toEqual({
      1: '1',
      2: '1',
      3: '0',
      4: '0',
      5: '0',
    });
    expect(readings(await mbpoll(crac, '-t 0 -r 1 -c 1'))).toEqual({ 1: '1' });
    expect(readings(await mbpoll(crac, '-t 4 -r 101 -c 1'))).toEqual({ 101: '220' });
  });

  test.each([
    [crac, '-t 4:float -B -r 7', '23.5', { type: 'inventory.change', id: crac, spec: { setpoint: 23.5 } }],
    [crac, '-t 4 -r 101', '235', { type: 'inventory.change', id: crac, spec: { setpoint: 23.5 } }],
    [crac, '-t 0 -r 1', '0', { type: 'plant.order', target: crac, verb: 'unit-off' }],
    [ups, '-t 4 -r 101', '3', { type: 'plant.order', target: ups, verb: 'ups-bypass' }],
  ])('FR-130-123 to %s, mbpoll %s writes %s', async (...[unit, more, value, command]) => {
    const said = await mbpoll(unit, more, [value]);
    expect(said).toMatchObject({ code: 0, text: expect.stringContaining('Written 1 references') });
    expect(lab.orders.map((one) => one.command)).toMatchObject([command]);
  });

  test('FR-130-123 exceptions are understood', async () => {
    expect((await mbpoll(crac, '-t 4 -r 21 -c 2')).text).toContain('Illegal data address');
    expect((await mbpoll(ups, '-t 4 -r 101', ['9'])).text).toContain('Illegal data value');
    lab.answer(refused('wrong-state', 'no'));
    expect((await mbpoll(ups, '-t 4 -r 101', ['2'])).text).toContain('Slave device or server failure');
  });
});
