import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { ask, battery, list, openBench, ups, type NutBench } from './nut-bench.fixture.ts';
import { commandTable, settableTable } from './orders.table.ts';
import { variableTable } from './variables.table.ts';

let bench: NutBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

test('FR-130-124 LIST VAR tells all that is known of a UPS and its battery', async () => {
  const line = await bench.dialIn();
  expect(await list(line, 'VAR ups-01')).toEqual(
    [
      'battery.capacity "100.0"',
      'battery.charge "97"',
      'battery.charge.low "20"',
      'battery.charger.status "floating"',
      'battery.current "-1.0"',
      'battery.runtime "780"',
      'battery.runtime.low "120"',
      'battery.temperature "25.3"',
      'battery.type "PbAc"',
      'battery.voltage "540.3"',
      'battery.voltage.nominal "480"',
      'device.description "ups-01"',
      'device.location "Graz/Hall"',
      'device.mfr "Coldaisle"',
      'device.model "U 100"',
      'device.serial "ups-1"',
      'device.type "ups"',
      'driver.name "coldaisle-simulation"',
      'input.eco.switchable "normal"',
      'input.frequency "50.0"',
      'input.voltage "400.0"',
      'output.current "59.9"',
      'output.frequency "50.0"',
      'output.voltage "400.0"',
      'ups.id "ups-01"',
      'ups.load "43.3"',
      'ups.load.high "100"',
      'ups.mfr "Coldaisle"',
      'ups.model "U 100"',
      'ups.power "41500"',
      'ups.power.nominal "100000"',
      'ups.realpower "41500"',
      'ups.realpower.nominal "100000"',
      'ups.serial "ups-1"',
      'ups.status "OL"',
      'ups.type "online"',
    ].map((said) => `VAR ups-01 ${said}`),
  );
});

test('FR-130-124 GET tells one thing at a time, as it is at that moment', async () => {
  const line = await bench.dialIn();
  expect(await ask(line, 'GET VAR ups-01 ups.load')).toBe('VAR ups-01 ups.load "43.3"');
  bench.says(ups, 'load', 50);
  expect(await ask(line, 'get var UPS-01 ups.load')).toBe('VAR UPS-01 ups.load "50.0"');
  expect(await ask(line, 'GET TYPE ups-01 ups.load')).toBe('TYPE ups-01 ups.load NUMBER');
  expect(await ask(line, 'GET TYPE ups-01 ups.status')).toBe('TYPE ups-01 ups.status STRING:64');
  expect(await ask(line, 'GET TYPE ups-01 input.eco.switchable')).toBe(
    'TYPE ups-01 input.eco.switchable RW ENUM',
  );
  expect(await ask(line, 'GET DESC ups-01 ups.load')).toBe('DESC ups-01 ups.load "Load on UPS (percent)"');
  expect(await ask(line, 'GET DESC ups-01 a"b')).toBe('ERR INVALID-ARGUMENT');
  expect(await ask(line, 'GET DESC ups-01 no.such')).toBe('DESC ups-01 no.such "Description unavailable"');
  expect(await ask(line, 'GET CMDDESC ups-01 load.off')).toBe(
    'CMDDESC ups-01 load.off "Turn off the load immediately"',
  );
  expect(await ask(line, 'GET UPSDESC ups-01')).toBe('UPSDESC ups-01 "ups-01"');
  expect(await ask(line, 'GET NUMLOGINS ups-01')).toBe('NUMLOGINS ups-01 0');
  expect(await ask(line, 'GET VAR ups-01 server.info')).toMatch(/simulated/);
});

test('FR-130-124 the lists name the units, their commands and what may be set', async () => {
  bench.put({ id: 'ups-2', kind: 'ups', name: 'UPS two', parent: 'room-1' });
  const line = await bench.dialIn();
  expect(await list(line, 'UPS')).toEqual(['UPS ups-01 "ups-01"', 'UPS UPS_two "UPS two"']);
  expect(await list(line, 'CMD ups-01')).toEqual(
    ['bypass.start', 'bypass.stop', 'load.off', 'load.on'].map((name) => `CMD ups-01 ${name}`),
  );
  expect(await list(line, 'RW ups-01')).toEqual(['RW ups-01 input.eco.switchable "normal"']);
  expect(await list(line, 'ENUM ups-01 input.eco.switchable')).toEqual([
    'ENUM ups-01 input.eco.switchable "normal"',
    'ENUM ups-01 input.eco.switchable "ECO"',
  ]);
  expect(await list(line, 'ENUM ups-01 ups.load')).toEqual([]);
  expect(await list(line, 'RANGE ups-01 ups.load')).toEqual([]);
  expect(await list(line, 'CLIENT ups-01')).toEqual([]);
  bench.remove('ups-2' as EntityId);
  expect(await list(line, 'UPS')).toEqual(['UPS ups-01 "ups-01"']);
});

type Said = Readonly<Record<string, number | null>>;
const online = 1;

test.each<[string, Said, Said, string]>([
  ['OFF', { state: 0 }, {}, 'OFF'],
  ['OL', { state: online }, {}, 'OL'],
  ['OL ECO', { state: 2 }, {}, 'OL ECO'],
  ['OB DISCHRG', { state: 3 }, { state: 1 }, 'OB DISCHRG'],
  ['OB DISCHRG LB by charge', { state: 3 }, { charge: 19 }, 'OB DISCHRG LB'],
  ['OB DISCHRG LB by runtime', { state: 3, runtime: 1.5 }, {}, 'OB DISCHRG LB'],
  ['no LB by runtime on the mains', { state: online, runtime: 1.5 }, {}, 'OL'],
  ['OL BYPASS', { state: 4 }, {}, 'OL BYPASS'],
  ['OL CHRG', { state: online }, { state: 2 }, 'OL CHRG'],
  ['OL OVER', { state: online, load: 104 }, {}, 'OL OVER'],
  ['OL RB', { state: online }, { health: 74 }, 'OL RB'],
  ['ALARM OFF', { state: 5, 'output-voltage': 0 }, {}, 'ALARM OFF'],
  ['ALARM of a UPS that lets the mains through', { state: 5 }, {}, 'ALARM OL BYPASS'],
  ['ALARM of a battery', { state: online }, { state: 4 }, 'ALARM OL'],
])('FR-130-125 ups.status says %s', async (...[, own, ofBattery, words]) => {
  for (const [metric, value] of Object.entries(own)) bench.says(ups, metric as 'state', value);
  for (const [metric, value] of Object.entries(ofBattery)) bench.says(battery, metric as 'state', value);
  const line = await bench.dialIn();
  expect(await ask(line, 'GET VAR ups-01 ups.status')).toBe(`VAR ups-01 ups.status "${words}"`);
  const alarm = await ask(line, 'GET VAR ups-01 ups.alarm');
  expect(alarm).toMatch(words.startsWith('ALARM') ? /^VAR ups-01 ups\.alarm "The / : /VAR-NOT-SUPPORTED/);
});

test('FR-130-125 mains that are gone have neither voltage nor frequency, the load still has both', async () => {
  bench.says(ups, 'state', 3);
  bench.says(ups, 'input-voltage', 0);
  const line = await bench.dialIn();
  expect(await ask(line, 'GET VAR ups-01 input.voltage')).toMatch('"0.0"');
  expect(await ask(line, 'GET VAR ups-01 input.frequency')).toMatch('"0.0"');
  expect(await ask(line, 'GET VAR ups-01 output.frequency')).toMatch('"50.0"');
  bench.says(ups, 'output-voltage', 0);
  expect(await ask(line, 'GET VAR ups-01 output.current')).toMatch('"0.0"');
});

test('a UPS without a battery says what it knows itself, and nothing of a battery', async () => {
  bench.remove(battery);
  bench.says(ups, 'charge', 80);
  const line = await bench.dialIn();
  expect(await ask(line, 'GET VAR ups-01 battery.charge')).toMatch('"80"');
  expect(await ask(line, 'GET VAR ups-01 battery.voltage')).toBe('ERR VAR-NOT-SUPPORTED');
  expect(await ask(line, 'GET VAR ups-01 battery.type')).toBe('ERR VAR-NOT-SUPPORTED');
});

test('docs/nut.md names every variable and command', () => {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/nut.md', import.meta.url)), 'utf8');
  const rows = [
    ...variableTable.map(({ name, description }) => `| ${name} | ${description} |`),
    ...Object.entries(commandTable).map(([name, { description }]) => `| ${name} | ${description} |`),
    ...Object.entries(settableTable).map(
      ([name, values]) => `| ${name} | ${Object.keys(values).join(', ')} |`,
    ),
  ];
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});
