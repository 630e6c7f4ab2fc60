import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { emptyTables, fillTables } from '../../data/fold-events.ts';
import { speak, text } from '../../text/text.ts';
import { faceNames } from '../states/samples.ts';
import { measuredOf, reasonOf, savingOf, titleOf } from './advice-words.ts';
import { CoolingFace } from './cooling-faces.tsx';
import { sampleAdvice, samplePlant } from './cooling-samples.ts';
import { plantOf, sitesOf } from './plant-of.ts';
import { supplyPath } from './supply-path.ts';
import { placeOnBar, silentZone, zoneNow } from './zone-now.ts';

/** With plain spaces, as it is easier read. */
const plain = (said: string): string => said.replaceAll('\u2009', ' ');
const drawn = (what: ReactNode): string =>
  plain(
    renderToStaticMarkup(
      <Tooltip.Provider>
        <MemoryRouter>{what}</MemoryRouter>
      </Tooltip.Provider>,
    ),
  );

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
});
afterEach(async () => {
  await speak('en');
  vi.unstubAllGlobals();
});

test.each(faceNames)('FR-120-310 the cooling screen has its %s face', (face) => {
  const shown = drawn(<CoolingFace face={face} />);
  const tells = {
    full: 'crac-01',
    empty: 'Nothing cools this lab yet',
    loading: 'role="status"',
    stale: 'last known state',
    error: 'role="alert"',
  };
  expect(shown).toContain(tells[face]);
});

test('FR-120-311 every unit has its state, both temperatures, set-point, fan, drive, capacity, power, trend and age', () => {
  const shown = drawn(<CoolingFace face="full" />);
  for (const { name } of samplePlant.units) expect(shown).toContain(`title="Open ${name}"`);
  expect(shown).toContain('aria-label="Set-point of chiller-01, °C"');
  const { units } = text().cooling;
  for (const title of [
    units.supply,
    units.back,
    units.setpoint,
    units.fan,
    units.load,
    units.trend,
    units.age,
  ])
    expect(shown).toContain(`>${title}</th>`);
});

test('FR-120-312 a zone shows mean and warmest inlet against set-point and recommended band, and its ride-through', () => {
  const shown = drawn(<CoolingFace face="full" />);
  expect(shown).toContain('room1: mean inlet between 18.0 °C and 27.0 °C recommended');
  expect(shown).toContain('to shutdown at 40 °C');
  expect(placeOnBar(14)).toBe(0);
  expect(placeOnBar(24)).toBe(50);
  expect(placeOnBar(99)).toBe(100);
});

test('FR-120-312 a zone is what its sensors say, silent ones left out', () => {
  const [zone] = samplePlant.zones;
  if (zone === undefined) throw new Error('no zone');
  const two = { ...zone, inlets: zone.inlets.slice(0, 2), outlets: zone.outlets.slice(0, 1) };
  expect(zoneNow(two, { values: Float32Array.of(22, 24, 35) })).toEqual({ cold: 23, hot: 35, warmest: 24 });
  expect(zoneNow(two, { values: Float32Array.of(Number.NaN, 24, 35) })).toEqual({
    cold: 24,
    hot: 35,
    warmest: 24,
  });
  const none = Float32Array.of(Number.NaN, Number.NaN, Number.NaN);
  expect(zoneNow(two, { values: none })).toEqual(silentZone);
});

test('FR-120-313 the optimiser shows its mode, reasons, expected and measured savings, and what was taken back', () => {
  const shown = drawn(<CoolingFace face="full" />);
  expect(shown).toContain('aria-checked="true"');
  expect(shown).toContain('Apply: chiller-01: 12.0 °C → 14.0 °C');
  expect(shown).toContain('measured 2.80 kWh in 60 min, 2.86 kW at the end');
  expect(shown).toContain('An inlet of room1 rose to 27.3 °C, above 27.0 °C');
  expect(shown).toContain('41.2 kWh measured');
});

test('FR-120-314 every rule has its sentence in both languages, with its numbers', async () => {
  const [first, second] = sampleAdvice.items;
  if (first === undefined || second === undefined) throw new Error('no samples');
  const words = text().cooling.advisor;
  expect(plain(titleOf(words, first, 'crac-01'))).toBe('crac-01: 22.0 °C → 22.5 °C');
  expect(reasonOf(words, second)).toContain('wet bulb of 10.2 °C');
  expect(plain(savingOf(words, { ...first, saving: -0.2 }))).toBe('costs 0.20 kW');
  expect(measuredOf(words, first, 'too many racks')).toBe('expected only, not measured');
  await speak('de');
  const german = text().cooling.advisor;
  expect(reasonOf(german, second)).toContain('10,2 °C Feuchtkugel');
  expect(Object.keys(german.reasons)).toEqual(Object.keys(words.reasons));
});

test('FR-120-311 what cools a site is found in the page’s tables, with its sensors', () => {
  const one = (...[id, kind, parent, spec]: readonly [string, string, string | null, object]): Entity =>
    ({ id, kind, name: id, parent, spec, links: {}, aliases: {} }) as unknown as Entity;
  const tables = fillTables({
    entities: [
      one('site-1', 'site', null, {}),
      one('room-1', 'room', 'site-1', { envelope: 'H1' }),
      one('crac-1', 'crac', 'room-1', { coil: 'chilled-water', setpoint: 20, ratedCooling: 40 }),
      one('sensor-1', 'sensor', 'crac-1', { metric: 'power', place: 'middle' }),
      one('chiller-1', 'chiller', 'site-1', {
        setpoint: 12,
        ratedCooling: 60,
        condenser: 'air',
        economiser: 'none',
        buffer: 900,
      }),
      one('row-1', 'row', 'room-1', {}),
      one('rack-1', 'rack', 'row-1', {}),
      one('sensor-2', 'sensor', 'rack-1', { metric: 'temperature', place: 'front-middle' }),
      one('sensor-3', 'sensor', 'rack-1', { metric: 'temperature', place: 'rear-middle' }),
    ],
    alarms: [],
    runs: [],
    drills: [],
    outOfService: [],
  });
  expect(sitesOf(emptyTables())).toEqual([]);
  const plant = plantOf(tables, 'site-1' as EntityId);
  expect(plant.units.map(({ id }) => id)).toEqual(['crac-1', 'chiller-1']);
  expect(plant.units[0]?.sensors).toEqual({ power: 'sensor-1' });
  expect(plant.loops[0]?.coils).toBe(1);
  expect(plant.zones[0]).toMatchObject({
    setpoint: 20,
    recommended: { low: 18, high: 22 },
    inlets: ['sensor-2'],
    outlets: ['sensor-3'],
  });
});

test('FR-120-311 a spark does not make a tenth of a kelvin look like news, and leaves gaps open', () => {
  expect(supplyPath([22])).toBe('');
  const path = supplyPath([22, 22.1, null, 22]);
  expect(path.match(/M/g)?.length).toBe(2);
  const heights = [...path.matchAll(/ (\d+\.\d)/g)].map(([, y]) => Number(y));
  expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1);
});
