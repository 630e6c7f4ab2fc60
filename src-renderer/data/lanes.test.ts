import { expect, test, vi } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import { encodeLaneFrame } from '../../sim/contract/lane-frame.ts';
import type { LaneFrame } from '../../sim/contract/lane-frame.ts';
import type { ClientMessage, ServerMessage } from '../../sim/contract/live.ts';
import type { ConnectionState } from './connection.ts';
import { createEmitter } from './emitter.ts';
import { createLanes } from './lanes.ts';
import { createReadings } from './readings.ts';
import type { Reading } from './readings.ts';

const ids = (...names: readonly string[]) => names as readonly EntityId[];
const frameOf = (view: number, values: readonly number[], age = 1): ArrayBuffer =>
  encodeLaneFrame({
    view,
    at: 0,
    values: Float32Array.from(values),
    ages: new Float32Array(values.length).fill(age),
    qualities: new Uint8Array(values.length),
  });

function setUp() {
  const sent: ClientMessage[] = [];
  const messages = createEmitter<ServerMessage>();
  const frames = createEmitter<ArrayBuffer>();
  const states = createEmitter<ConnectionState>();
  const send = (message: ClientMessage) => sent.push(message) > 0;
  const subscribe = createLanes({ send, onMessage: messages.on, onFrame: frames.on });
  return { sent, messages, frames, states, subscribe };
}

test('FR-120-065 frames reach the view they are for, and none after it is gone', () => {
  const { sent, frames, subscribe } = setUp();
  const seen: LaneFrame[] = [];
  const dispose = subscribe(ids('sensor-1', 'sensor-2'), (frame) => seen.push(frame));
  frames.emit(frameOf(1, [21, 22]));
  frames.emit(frameOf(2, [5, 5]));
  frames.emit(frameOf(1, [7]));
  dispose();
  frames.emit(frameOf(1, [23, 24]));
  expect(seen.map(({ values }) => [...values])).toEqual([[21, 22]]);
  expect(sent.map(({ op }) => op)).toEqual(['lanes', 'lanes-off']);
});
test('FR-120-065 after a break or a reset every view asks again', () => {
  const { sent, messages, subscribe } = setUp();
  subscribe(ids('sensor-1'), () => undefined);
  messages.emit({ op: 'hello' } as ServerMessage);
  messages.emit({ op: 'reset' } as ServerMessage);
  expect(sent.filter(({ op }) => op === 'lanes')).toHaveLength(3);
});
test('FR-120-066 all single values of a page share one view', async () => {
  vi.useFakeTimers();
  const { sent, frames, states, subscribe } = setUp();
  const watch = createReadings(subscribe, { onState: states.on });
  const seen: Reading[] = [];
  watch('sensor-1' as EntityId, (reading) => seen.push(reading));
  watch('sensor-2' as EntityId, (reading) => seen.push(reading));
  await vi.advanceTimersByTimeAsync(50);
  expect(sent).toEqual([{ op: 'lanes', view: 1, sensors: ['sensor-1', 'sensor-2'] }]);
  frames.emit(frameOf(1, [21.5, Number.NaN], 3));
  expect(seen).toEqual([
    { value: 21.5, age: 3, quality: 'sim', live: true },
    { value: null, age: 3, quality: 'sim', live: true },
  ]);
  states.emit({ phase: 'lost', since: 0, retryAt: 0 });
  expect(seen.at(-1)?.live).toBe(false);
  vi.useRealTimers();
});
