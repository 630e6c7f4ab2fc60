/** Samples for the faces of the overview, and of what shows a part of it. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import type { SystemResilience } from '../../../sim/contract/sites.ts';
import type { LastLook } from '../overview/use-last-look.ts';
import { sampleName, sampleNow } from './samples.ts';

type RoomCard = Overview['rooms'][number];

const room = (id: string, state: RoomCard['state'], because: string): RoomCard => ({
  id: id as RoomCard['id'],
  site: 'site-1' as RoomCard['id'],
  name: sampleName(id),
  state,
  reason: state === 'ok' ? 'normal' : 'alarm',
  because,
  racks: 20,
  power: 93.7,
  meanInlet: 24.9,
  maxInlet: state === 'critical' ? 32.9 : 25.8,
});

const system = (
  name: SystemResilience['system'],
  level: SystemResilience['level'],
  breaks: readonly string[],
): SystemResilience => ({
  system: name,
  level,
  breaks: breaks as SystemResilience['breaks'],
  touched: breaks.length === 0 ? 0 : 40,
  of: 40,
  demand: null,
  capacity: null,
});

export const sampleOverview: Overview = {
  score: 71,
  parts: [
    {
      name: 'Air',
      points: 46.3,
      of: 50,
      because: '37 of 40 inlets within 18–27 °C',
      facts: { good: 37, known: 40, low: 18, high: 27 },
    },
    {
      name: 'Quiet',
      points: 5,
      of: 30,
      because: '5 active alarms; a critical one costs 10, a major one 4, a minor one 1',
      facts: { active: 5, critical: 2, major: 1, minor: 1 },
    },
    {
      name: 'Efficiency',
      points: 10,
      of: 10,
      because: 'PUE 1.47; full marks up to 1.50, none from 2.50',
      facts: { pue: 1.47 },
    },
    {
      name: 'Knowing',
      points: 9.8,
      of: 10,
      because: '39 of 40 inlet sensors speak',
      facts: { known: 39, all: 40 },
    },
  ],
  totalPower: 187.4,
  itPower: 127.5,
  pue: 1.47,
  meanInlet: 24.9,
  maxInlet: 32.9,
  maxInletRack: 'rack-13' as Overview['maxInletRack'],
  alarms: { critical: 2, major: 2, minor: 1, info: 0, unacknowledged: 3 },
  rooms: [
    room('room-1', 'critical', 'Rack B03 is above 32 °C'),
    room('room-2', 'ok', 'All racks are within their limits'),
  ],
  trends: {
    totalPower: 'sensor-901' as Overview['maxInletRack'],
    pue: 'sensor-902' as Overview['maxInletRack'],
    meters: [],
  },
  resilience: {
    level: 'N',
    systems: [
      system('supply', 'N', ['ats-1']),
      system('ups', '2N', []),
      system('feeds', '2N', []),
      { ...system('cooling', 'N', ['chiller-1', 'crac-2']), touched: 1, of: 2, demand: 81, capacity: 280 },
    ],
    upsRuntime: {
      ups: 'ups-1' as RoomCard['id'],
      sensor: 'sensor-903' as RoomCard['id'],
      minutes: 23.5,
      at: (sampleNow - 4000) as Alarm['raisedAt'],
    },
    rideThrough: { room: 'room-1' as RoomCard['id'], minutes: 4.2, limit: 32, heat: 52 },
  },
};
export const emptyOverview: Overview = { ...sampleOverview, rooms: [], parts: [], score: 100 };

export const sampleLook: LastLook = {
  phase: 'told',
  look: {
    lab: 'lab-1',
    branch: 'branch-1',
    revision: 12,
    at: sampleNow - 7_200_000,
    power: 175.1,
    pue: 1.44,
    maxInlet: 25.8,
  },
  since: {
    raised: 5,
    resolved: 1,
    scenarios: 1,
    drills: 0,
    edits: [{ by: 'operator', count: 2 }],
    isMore: false,
  },
  changes: { power: 12.3, pue: 0.03, maxInlet: 7.1 },
};
