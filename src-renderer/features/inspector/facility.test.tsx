import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Entity, kinds, type Kind } from '../../../sim/contract/entities.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import type { OrderVerb } from '../../../sim/contract/orders.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { inFace, sampleRefusal } from '../states/samples.ts';
import {
  sampleAddresses,
  sampleConsequences,
  sampleFaces,
  sampleFacility,
  samplePdu,
  sampleUps,
} from './facility-samples.ts';
import { mainSensor } from './main-sensor.ts';
import { asksFirst, orderRefusal, ordersOf, type UnitSays } from './order-rules.ts';
import { phaseBand, phasesOf } from './phases.ts';
import { mayAnswer, mqttAddress } from './protocols.ts';
import { setpointProblem } from './setpoint.ts';
import { thingFacts } from './thing-facts.tsx';
import { ThingProtocols, type ThingProtocolsProps } from './thing-protocols.tsx';
import { ConsequenceLines, ThingRedundancy, ThingWhatIf } from './thing-what-if.tsx';

const nothing = (): void => undefined;
const says = (more: Partial<UnitSays>): UnitSays => ({
  state: null,
  breaker: null,
  leak: null,
  fuel: null,
  ...more,
});
const named = { nameOf: (id: EntityId) => sampleFacility.entities.get(id)?.name ?? id, onSelect: nothing };

const labels = (entity: Entity): readonly string[] =>
  thingFacts(entity, { inventory: sampleFacility, devices: [], main: null, mainValue: null }).map(
    ({ label }) => label,
  );

test('FR-120-200 each kind is charted by the reading that tells most of it', () => {
  expect(mainSensor(sampleFacility, sampleUps)?.spec.metric).toBe('load');
  expect(mainSensor(sampleFacility, samplePdu)?.spec.metric).toBe('load');
  const battery = sampleFacility.entities.get('battery-1' as EntityId) as Entity;
  expect(mainSensor(sampleFacility, battery)?.spec.metric).toBe('charge');
});

test('FR-120-218 readings come first with states before all, then the plate; cells and phases are not listed', () => {
  expect(labels(sampleUps).slice(0, 2)).toEqual(['State', 'Load']);
  expect(labels(sampleUps)).toEqual(expect.arrayContaining(['Model', 'Rated', 'Topic']));
  const battery = sampleFacility.entities.get('battery-1' as EntityId) as Entity;
  expect(labels(battery)).toEqual([
    'State',
    'Charge',
    'Voltage',
    'Temperature',
    'Model',
    'String',
    'New cell',
    'Age',
    'Topic',
  ]);
  expect(labels(samplePdu).filter((label) => label.startsWith('Current'))).toEqual([]);
});

test('FR-120-205 the phases of a rack PDU are held against its breaker, with a line at 80 %', () => {
  expect(phasesOf(sampleFacility, samplePdu).map(({ name, rating }) => [name, rating])).toEqual([
    ['L1', 16],
    ['L2', 16],
    ['L3', 16],
  ]);
  expect([null, 12.8, 12.9, 16, 16.1].map((amperes) => phaseBand(amperes, 16))).toEqual([
    'within',
    'within',
    'over-80',
    'over-80',
    'over',
  ]);
  expect(phasesOf(sampleFacility, sampleUps)).toEqual([]);
});

test('FR-120-205 the phases of a panel share what it is rated for', () => {
  const panel = {
    ...samplePdu,
    kind: 'panel',
    spec: { model: 'm', ratedPower: 69, losses: 'busbar' },
  } as unknown as Entity;
  expect(phasesOf(sampleFacility, panel)[0]?.rating).toBe(100);
});

test('FR-120-208 every order of the contract is a button on the kinds that obey it, but for one about a cell', () => {
  const offered = new Set(kinds.flatMap((kind) => ordersOf(kind).map((verb) => `${kind} ${verb}`)));
  for (const [verb, card] of Object.entries(orderTable)) {
    for (const kind of card.kinds as readonly Kind[]) {
      expect(offered.has(`${kind} ${verb}`), `${verb} on ${kind}`).toBe(card.value === 'none');
    }
  }
  expect(ordersOf('rack')).toEqual([]);
});

test('FR-120-208 what takes power or cooling away asks first', () => {
  const verbs = Object.keys(orderTable) as OrderVerb[];
  expect(verbs.filter(asksFirst)).toEqual(['breaker-open', 'ups-bypass', 'ups-off', 'unit-off']);
});

test('FR-120-209 an order that makes no sense now says why', () => {
  expect(orderRefusal('breaker-close', says({ state: 'energised' }))).toBe('It is closed already');
  expect(orderRefusal('breaker-open', says({ state: 'tripped' }))).toContain('open already');
  expect(orderRefusal('breaker-open', says({ state: 'dead', breaker: 'open' }))).toBe('It is open already');
  expect(orderRefusal('ups-online', says({ state: 'online' }))).toBe('It is online already');
  expect(orderRefusal('genset-start', says({ state: 'out-of-fuel' }))).toContain('fill it first');
  expect(orderRefusal('genset-refuel', says({ fuel: 100 }))).toBe('The tank is full');
  expect(orderRefusal('leak-dry', says({ leak: 'dry' }))).toBe('Nothing is wet here');
});

test('FR-120-209 where it makes sense, or nobody knows, an order may be given', () => {
  expect(orderRefusal('breaker-close', says({ state: 'tripped' }))).toBeNull();
  expect(orderRefusal('breaker-close', says({ state: 'dead' }))).toBeNull();
  expect(orderRefusal('ups-off', says({}))).toBeNull();
  expect(orderRefusal('genset-refuel', says({ fuel: 40 }))).toBeNull();
  expect(orderRefusal('unit-on', says({ state: 'failed' }))).toBeNull();
});

test('FR-120-210 a set-point is checked before it is sent', () => {
  expect(setpointProblem('crac', '22')).toBeNull();
  expect(setpointProblem('crac', ' 21,5 ')).toBeNull();
  expect(setpointProblem('crac', '45')).toBe('Must be from 10 to 35 °C');
  expect(setpointProblem('chiller', '2')).toBe('Must be from 4 to 25 °C');
  expect(setpointProblem('chiller', 'cold')).toBe('Write a number of degrees');
  expect(setpointProblem('crac', '  ')).toBe('Write a number of degrees');
});

test('FR-120-211 the broker’s command reads all of a thing, or the one topic of a sensor', () => {
  expect(mqttAddress('mqtt://127.0.0.1:1884', 'dc/site1/power/ups-01', false)).toEqual({
    protocol: 'mqtt',
    address: '127.0.0.1:1884',
    command: "mosquitto_sub -h 127.0.0.1 -p 1884 -v -t 'dc/site1/power/ups-01/#'",
  });
  expect(mqttAddress('mqtt://lab.example', 'dc/a/b', true).command).toBe(
    "mosquitto_sub -h lab.example -p 1883 -v -t 'dc/a/b'",
  );
  expect([mayAnswer('ups'), mayAnswer('room'), mayAnswer('sensor')]).toEqual([true, false, false]);
});

const protocols = (more: Partial<ThingProtocolsProps>): string =>
  renderToStaticMarkup(
    <TooltipProvider>
      <ThingProtocols
        addresses={inFace('full', { items: [...sampleAddresses] }, { items: [] })}
        faces={sampleFaces}
        mqtt={null}
        onFace={nothing}
        onCopy={nothing}
        {...more}
      />
    </TooltipProvider>,
  );

test('FR-120-211 a device that nobody can read says how to switch a face on, and why it could not be asked', () => {
  const off = {
    snmp: { ...sampleFaces.snmp, state: 'off' },
    modbus: sampleFaces.modbus,
    nut: { ...sampleFaces.nut, state: 'off' },
    vmware: sampleFaces.vmware,
  } as const;
  const bare = inFace('empty', { items: [...sampleAddresses] }, { items: [] });
  expect(protocols({ addresses: bare, faces: off })).toContain('faces are off');
  expect(protocols({ addresses: bare })).toContain('None of the faces that are on speaks');
  expect(protocols({ addresses: inFace('error', { items: [] }, { items: [] }) })).toContain(
    sampleRefusal.message,
  );
  expect(protocols({})).toContain('The broker is down');
});

test('FR-120-212 what would follow is said in racks, feeds, loads and minutes, each by a name that leads there', () => {
  const html = renderToStaticMarkup(<ConsequenceLines found={sampleConsequences} {...named} />);
  for (const words of [
    '1 rack dark',
    '4 racks on one feed',
    '104\u2009% of its rating',
    'On batteries for 11\u2009min',
    'PANEL-A',
  ])
    expect(html).toContain(words);
  const none = { dark: [], degraded: [], overloaded: [], bridged: [] };
  expect(renderToStaticMarkup(<ConsequenceLines found={none} {...named} />)).toContain('Nothing goes dark');
});

test('FR-120-212 a rack says how redundant it is and what it hangs on alone; what cannot be computed says why', () => {
  const rack = { level: 'single feed', singlePoints: ['ups-1' as EntityId] } as const;
  const full = { ...rack, singlePoints: [...rack.singlePoints] };
  const html = renderToStaticMarkup(<ThingRedundancy state={inFace('full', full, full)} {...named} />);
  expect(html).toContain('Single feed');
  expect(html).toContain('UPS-01');
  const refused = inFace('error', sampleConsequences, sampleConsequences);
  expect(renderToStaticMarkup(<ThingWhatIf state={refused} {...named} />)).toContain(sampleRefusal.message);
});
