import type { DeviceState } from '../../mqtt/publisher.ts';

/** `waiting`: not heard yet, and not long enough to wonder. */
export type SensorState = 'waiting' | DeviceState;

/** From good to bad; the place in the list is the number kept. */
const states = ['waiting', 'online', 'stale', 'lost'] as const satisfies readonly SensorState[];

export type TallyOptions = {
  /** Which device each sensor belongs to, by index. */
  readonly deviceOf: readonly number[];
  readonly devices: number;
  readonly onSensor: (index: number, state: SensorState) => void;
  readonly onDevice: (device: number, state: DeviceState) => void;
};

/** The state of every sensor; a device is stale where one of its own is silent, and lost where all are. */
export type Tallies = {
  readonly devices: number;
  readonly stateOf: (index: number) => SensorState;
  readonly put: (index: number, state: SensorState) => void;
  /** The same, told to nobody. */
  readonly lay: (index: number, state: SensorState) => void;
  /** What is known of each device, after others were laid down. */
  readonly tellAll: () => void;
};

export function createTallies({ deviceOf, devices, onSensor, onDevice }: TallyOptions): Tallies {
  const codes = new Uint8Array(deviceOf.length);
  const counts = new Uint32Array(devices * states.length);
  for (const device of deviceOf) count(device, 0, 1);

  function count(device: number, code: number, by: number): void {
    const at = device * states.length + code;
    counts[at] = (counts[at] ?? 0) + by;
  }
  const countOf = (device: number, state: SensorState): number =>
    counts[device * states.length + states.indexOf(state)] ?? 0;
  const stateOfDevice = (device: number): SensorState => {
    const [online, stale, lost] = [
      countOf(device, 'online'),
      countOf(device, 'stale'),
      countOf(device, 'lost'),
    ];
    if (stale + lost === 0) return online > 0 ? 'online' : 'waiting';
    return online + stale > 0 ? 'stale' : 'lost';
  };
  const tell = (device: number): void => {
    const state = stateOfDevice(device);
    if (state !== 'waiting') onDevice(device, state);
  };
  const lay = (index: number, state: SensorState): void => {
    const device = deviceOf[index] ?? 0;
    count(device, codes[index] ?? 0, -1);
    codes[index] = states.indexOf(state);
    count(device, codes[index] ?? 0, 1);
  };
  return {
    devices,
    stateOf: (index) => states[codes[index] ?? 0] ?? 'waiting',
    lay,
    put: (index, state) => {
      const device = deviceOf[index] ?? 0;
      const before = stateOfDevice(device);
      lay(index, state);
      onSensor(index, state);
      if (stateOfDevice(device) !== before) tell(device);
    },
    tellAll: () => {
      for (let device = 0; device < devices; device += 1) tell(device);
    },
  };
}
