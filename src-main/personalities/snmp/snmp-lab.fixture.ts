/** A lab with one of each device that answers SNMP, and what its instruments say. */
import type { Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { facedLab } from '../faced-lab.fixture.ts';
import type { FacedLab } from '../faced-lab.fixture.ts';

export type SnmpLab = FacedLab & {
  readonly ups: EntityId;
  readonly battery: EntityId;
  readonly rack: EntityId;
  readonly pdu: EntityId;
  /** On feed B. */
  readonly other: EntityId;
  readonly crac: EntityId;
};

export function snmpLab(): SnmpLab {
  const lab = facedLab();
  const site = lab.put({ id: 'site-1', kind: 'site', name: 'site1' });
  const room = lab.put({ id: 'room-1', kind: 'room', name: 'room1', parent: site });
  const row = lab.put({ id: 'row-1', kind: 'row', name: 'A', parent: room });
  const rack = lab.put({ id: 'rack-1', kind: 'rack', name: 'A01', parent: row });
  const ups = lab.put({ id: 'ups-3', kind: 'ups', name: 'ups-main', parent: room });
  const battery = lab.put({ id: 'battery-1', kind: 'battery', parent: ups });
  const pdu = lab.put({ id: 'pdu-1', kind: 'pdu', name: 'pdu-a', parent: rack });
  const other = lab.put({ id: 'pdu-2', kind: 'pdu', name: 'pdu-b', parent: rack, spec: { feed: 'B' } });
  const crac = lab.put({ id: 'crac-1', kind: 'crac', name: 'crac-01', parent: room });
  lab.put({ id: 'chiller-1', kind: 'chiller', parent: site });
  lab.put({ id: 'genset-1', kind: 'genset', parent: site });
  putServers(lab, rack);
  putSensors(lab, { rack, crac });
  speak(lab, { ups, battery, pdu, rack, crac });
  return { ...lab, ups, battery, rack, pdu, other, crac };
}

function putServers(lab: FacedLab, rack: EntityId): void {
  const server = { model: 'S', category: 'server', idlePower: 100, ratedPower: 400 };
  const servers = [
    { name: 'both-feeds', psus: 2 },
    { name: 'feed-b-only', psus: 1, feed: 'B' },
    { name: 'blank', idlePower: 0, ratedPower: 0 },
    { name: 'feed-a-only', psus: 1, feed: 'A' },
  ];
  for (const [at, { name, ...more }] of servers.entries()) {
    const slot = { position: at + 1, height: 1, face: 'both' };
    const spec = { ...server, slot, ...more };
    lab.put({ id: `device-${at + 1}`, kind: 'device', name, parent: rack, spec });
  }
}

type Sensed = { readonly rack: EntityId; readonly crac: EntityId };

function putSensors(lab: FacedLab, { rack, crac }: Sensed): void {
  const sensors: readonly [EntityId, Metric, string][] = [
    [rack, 'temperature', 'front-middle'],
    [rack, 'humidity', 'front-middle'],
    [rack, 'door', 'middle'],
    [rack, 'power', 'middle'],
    [rack, 'dew-point', 'front-middle'],
    [crac, 'airflow', 'middle'],
    [crac, 'state', 'middle'],
  ];
  for (const [at, [parent, metric, place]] of sensors.entries()) {
    lab.put({ id: `sensor-${at + 1}`, kind: 'sensor', parent, spec: { metric, place, source: 'bot' } });
  }
}

type Speaking = Sensed & { readonly ups: EntityId; readonly battery: EntityId; readonly pdu: EntityId };

function speak(lab: FacedLab, { ups, battery, pdu, rack, crac }: Speaking): void {
  const say = (id: EntityId, values: Partial<Record<Metric, number>>, place = 'middle'): void => {
    for (const [metric, value] of Object.entries(values)) lab.says(id, `${metric as Metric}@${place}`, value);
  };
  say(ups, { state: 1, power: 43.2, load: 43.2, frequency: 50, charge: 97.4, runtime: 13.6, health: 96 });
  say(ups, { 'input-voltage': 400.8, 'output-voltage': 398.6 });
  say(ups, { power: 45.3 }, 'input');
  say(battery, { state: 0, voltage: 480.2, current: -1.5, temperature: 24.6 });
  say(pdu, { state: 1, power: 4.87, load: 44.3, energy: 1234.5 });
  for (const [place, current] of Object.entries({ L1: 5.2, L2: 27.1, L3: 33.4 })) {
    say(pdu, { current, voltage: 230 }, place);
  }
  say(rack, { temperature: 22.4, humidity: 45.6 }, 'front-middle');
  say(rack, { door: 1, power: 4.873 });
  say(crac, { airflow: 14_400, state: 3 });
}
