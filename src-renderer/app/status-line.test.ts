import { expect, test } from 'vitest';
import type { Status } from '../../sim/contract/queries.ts';
import { speedBeside } from './clock.actions.ts';
import { selectionIn, searchWith } from './selection-url.tsx';
import { portOf, simulationLine } from './status-bar.tsx';

const status = (pace: number, speed: number, running = true): Status =>
  ({ pace, clock: { running, speed } }) as Status;

test('FR-120-022 the status bar says whether the lab runs, and when it cannot keep its speed', () => {
  expect(simulationLine('ready', status(60, 60)).text).toBe('Simulation running');
  expect(simulationLine('ready', status(400, 1000))).toEqual({
    kind: 'minor',
    text: 'Simulation running at ×400 of ×1000',
  });
  expect(simulationLine('ready', status(0, 1, false)).text).toBe('Simulation paused');
  expect(simulationLine('lost', status(60, 60))).toEqual({ kind: 'stale', text: 'Connection lost' });
  expect(simulationLine('connecting', null).text).toBe('Connecting');
});
test('FR-120-022 of a face on this machine the port is enough', () => {
  expect(portOf('mqtt://127.0.0.1:1883')).toBe(':1883');
  expect(portOf('http://127.0.0.1:8080/sdk')).toBe(':8080');
  expect(portOf('elsewhere')).toBe('elsewhere');
});
test('FR-120-021 faster and slower go along the scale of speeds and stop at its ends', () => {
  expect([speedBeside(1, 1), speedBeside(60, 1), speedBeside(1000, 1)]).toEqual([2, 100, null]);
  expect([speedBeside(1000, -1), speedBeside(60, -1), speedBeside(1, -1)]).toEqual([300, 10, null]);
});
test('FR-120-006 the selection stands in the address, beside whatever else does', () => {
  expect(searchWith('?tab=history', 'rack-7' as never)).toBe('?tab=history&sel=rack-7');
  expect(searchWith('?sel=rack-7', null)).toBe('');
  expect(selectionIn('?sel=rack-7')).toBe('rack-7');
  expect(selectionIn('?sel=%3Cscript%3E')).toBeNull();
});
