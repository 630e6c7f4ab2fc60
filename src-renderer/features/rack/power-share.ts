/**
 * What a device probably draws. Only the rack is measured; its load is shared out by what each device draws idle
 * and at its rating, all of them equally busy. An estimate, and shown as one. Pure.
 */
import { ratedOf } from './drop-check.ts';
import type { Device } from './elevation.ts';

export type Shares = { readonly idle: number; readonly rated: number };

/** W. What is planned, staged or retired draws nothing. */
const drawsOf = (device: Device): Shares =>
  device.spec.lifecycle === 'active'
    ? {
        idle: Math.min(device.spec.powerPoints?.[0] ?? device.spec.idlePower, ratedOf(device)),
        rated: ratedOf(device),
      }
    : { idle: 0, rated: 0 };

export const sharesOf = (devices: readonly Device[]): Shares =>
  devices
    .map(drawsOf)
    .reduce((sum, { idle, rated }) => ({ idle: sum.idle + idle, rated: sum.rated + rated }), {
      idle: 0,
      rated: 0,
    });

/** Watts of one device when the whole rack draws so many kW; null where nothing is known. */
export function estimate(device: Device, all: Shares, load: number | null): number | null {
  const { idle, rated } = drawsOf(device);
  if (rated === 0) return 0;
  if (load === null) return null;
  const watts = load * 1000;
  // Less than all of them idle: some are off, nobody knows which. More than all at full load: the plates lie.
  if (watts <= all.idle || all.rated <= all.idle) return all.idle === 0 ? 0 : (idle / all.idle) * watts;
  if (watts >= all.rated) return (rated / all.rated) * watts;
  return idle + ((watts - all.idle) / (all.rated - all.idle)) * (rated - idle);
}
