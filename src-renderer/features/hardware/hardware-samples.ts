/** Sample sources in the contract's shapes, for the faces. */
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import { sampleNow } from '../states/samples.ts';

type PointState = HardwareState['points'][number];

const point = (index: number, more: Partial<PointState>): PointState => ({
  index,
  topic: `dc/site1/room1/rack-B0${index + 1}/temperature`,
  from: `hall/b0${index + 1}/env`,
  raw: '{"temp_f":76.1}',
  value: 24.5,
  problem: null,
  at: sampleNow - 4000,
  sensor: `sensor-${index + 1}` as NonNullable<PointState['sensor']>,
  speaker: 'hardware',
  ...more,
});

export const sampleHardware: readonly HardwareState[] = [
  {
    id: 'hall-probes',
    kind: 'mqtt',
    state: 'up',
    detail: '1 of 3 points has a problem; its bot still speaks: switch it off',
    lastAt: sampleNow - 4000,
    readings: 18_204,
    errors: 3,
    points: [
      point(0, {}),
      point(1, { speaker: 'bot', value: 25.1, raw: '{"temp_f":77.2}' }),
      point(2, {
        raw: '{"t":24.9}',
        value: null,
        at: null,
        problem: 'There is no temp_f in {"t":24.9}. There is t.',
      }),
    ],
    heard: [],
  },
  {
    id: 'ups-room-1',
    kind: 'snmp',
    state: 'failing',
    detail:
      'nothing answers at 10.0.4.12:161: check address, port and community, and that this machine may ask',
    lastAt: sampleNow - 840_000,
    readings: 512,
    errors: 14,
    points: [],
    heard: [],
  },
  {
    id: 'chiller-meter',
    kind: 'modbus',
    state: 'off',
    detail: 'Switched off',
    lastAt: null,
    readings: 0,
    errors: 0,
    points: [],
    heard: [],
  },
];

const poll = { state: 'on', everySeconds: 30, points: [] } as const;

const sampleSources: readonly HardwareSource[] = [
  { kind: 'mqtt', id: 'hall-probes', state: 'on', url: 'mqtt://10.0.4.2:1883', points: [] },
  {
    ...poll,
    kind: 'snmp',
    id: 'ups-room-1',
    host: '10.0.4.12',
    port: 161,
    version: '2c',
    community: 'public',
    user: '',
    authKey: '',
    privKey: '',
    points: [],
  },
  {
    ...poll,
    kind: 'modbus',
    id: 'chiller-meter',
    state: 'off',
    host: '10.0.4.30',
    port: 502,
    unit: 1,
    points: [],
  },
];

export const sampleSourceOf = (id: string): HardwareSource | undefined =>
  sampleSources.find((source) => source.id === id);
