/** Sensors of a host, fed by the physics of its server and its rack. */
import { allowable, drawnNow, hostIsFed } from '../../../../../sim/index.ts';
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { serverOf } from './server.ts';
import type { Host } from './host.ts';

type Health = 'green' | 'yellow' | 'red' | 'unknown';

const labels: Readonly<Record<Health, readonly [label: string, summary: string]>> = {
  green: ['Green', 'Sensor is operating under normal conditions'],
  yellow: ['Yellow', 'Sensor is operating under conditions that are non-critical'],
  red: ['Red', 'Sensor is operating under critical or fatal conditions'],
  unknown: ['Unknown', 'Cannot report on the current health state of the element'],
};

const stateOf = (key: Health): Data => ({
  _type: 'ElementDescription',
  label: labels[key][0],
  summary: labels[key][1],
  key,
});

type Reading = {
  readonly name: string;
  readonly type: 'temperature' | 'fan' | 'power' | 'voltage';
  readonly unit: string;
  readonly reading: number;
  readonly health: Health;
};

/** In hundredths, so that halves of a degree are told. */
const sensorData = (vc: Vc, { name, type, unit, reading, health }: Reading, at: number): Data => ({
  _type: 'HostNumericSensorInfo',
  name: `${name} --- Normal`,
  healthState: stateOf(health),
  currentReading: Math.round(reading * 100),
  unitModifier: -2,
  baseUnits: unit,
  rateUnits: 'none',
  sensorType: type,
  id: `0.${at + 1}.1.${at + 1}`,
  sensorNumber: at + 1,
  timeStamp: isoOf(vc.now()),
});

/** What its management controller tells: it is there while the server has power, whether the host is on or not. */
function readingsOf(vc: Vc, host: Host): readonly Reading[] {
  const server = serverOf(vc, host);
  if (server === undefined) return [];
  const isFed = hostIsFed(vc.world(), host);
  const inlet = inletOf(vc, server);
  const watts = isFed ? drawnNow(vc.world())(server) : 0;
  const readings: Reading[] = [];
  if (inlet !== null) {
    readings.push(
      {
        name: 'System Board 1 Inlet Temp',
        type: 'temperature',
        unit: 'Degrees C',
        reading: inlet,
        health: warmth(inlet),
      },
      {
        name: 'System Board 1 Exhaust Temp',
        type: 'temperature',
        unit: 'Degrees C',
        reading: inlet + riseOf(server, watts),
        health: warmth(inlet),
      },
      ...fansOf(inlet, isFed && host.spec.power === 'on'),
    );
  }
  readings.push({
    name: 'System Board 1 Pwr Consumption',
    type: 'power',
    unit: 'Watts',
    reading: watts,
    health: 'green',
  });
  for (let at = 1; at <= server.spec.psus; at += 1)
    readings.push({
      name: `Power Supply ${at} Input`,
      type: 'voltage',
      unit: 'Volts',
      reading: isFed ? 230 : 0,
      health: isFed ? 'green' : 'red',
    });
  return readings;
}

function inletOf({ world }: Vc, { parent }: EntityOf<'device'>): number | null {
  const { layout, state } = world().plant;
  const rack = layout?.index.rack.get(parent as EntityId);
  return rack === undefined ? null : (state.rack.columns.inlet[rack] ?? null);
}

/** Class A2, as most servers are (ASHRAE TC 9.9). */
const warmth = (inlet: number): Health => {
  if (inlet > allowable.A2.high) return 'red';
  return inlet > allowable.A2.high - 3 ? 'yellow' : 'green';
};

/** 12 K at full power. */
const riseOf = ({ spec }: EntityOf<'device'>, watts: number): number =>
  spec.ratedPower > 0 ? (12 * watts) / spec.ratedPower : 0;

const fanCount = 4;

/** Fans turn faster the warmer it gets: 4800 a minute up to 20 °C, 450 more for each degree. */
const fansOf = (inlet: number, isOn: boolean): readonly Reading[] =>
  Array.from({ length: fanCount }, (_, at) => ({
    name: `System Board ${at + 1} Fan${at + 1} RPM`,
    type: 'fan' as const,
    unit: 'RPM',
    reading: isOn ? Math.min(16_800, 4800 + 450 * Math.max(0, inlet - 20)) : 0,
    health: 'green' as const,
  }));

export function healthOf(vc: Vc, host: Host): Data {
  const element = (name: string): Data => ({ name, status: stateOf('green') });
  return {
    _type: 'HealthSystemRuntime',
    systemHealthInfo: { numericSensorInfo: readingsOf(vc, host).map((each, at) => sensorData(vc, each, at)) },
    hardwareStatusInfo: {
      memoryStatusInfo: [element('System Board 1 Memory')],
      cpuStatusInfo: Array.from({ length: host.spec.sockets }, (_, at) =>
        element(`Processor ${at + 1} Status`),
      ),
    },
  };
}
