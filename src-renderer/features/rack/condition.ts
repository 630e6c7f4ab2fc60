/** How a device is, as far as its feeds and its life tell. Pure. */
import type { Lifecycle } from '../../../sim/contract/entities.ts';
import type { StatusKind } from '../../ui/status-mark.tsx';
import type { Device } from './elevation.ts';

export type Feed = 'A' | 'B';
export const feeds = ['A', 'B'] as const satisfies readonly Feed[];
/** `none`: the rack has no such PDU. `unknown`: it has one, and nothing says how it is. */
export type FeedState = 'live' | 'dead' | 'unknown' | 'none';
export type FeedStates = Readonly<Record<Feed, FeedState>>;

export type Condition = 'on' | 'one-feed' | 'no-power' | 'unknown' | Exclude<Lifecycle, 'active'>;

export const feedsOf = ({ spec }: Device): readonly Feed[] => (spec.psus === 2 ? feeds : [spec.feed]);
/** A patch panel has no plug. */
export const isPassive = ({ spec }: Device): boolean => spec.ratedPower === 0;

export function conditionOf(device: Device, states: FeedStates): Condition {
  if (device.spec.lifecycle !== 'active') return device.spec.lifecycle;
  if (isPassive(device)) return 'on';
  const own = feedsOf(device).map((feed) => states[feed]);
  if (own.every((state) => state === 'dead' || state === 'none')) return 'no-power';
  if (own.includes('dead') || own.includes('none')) return 'one-feed';
  return own.includes('live') ? 'on' : 'unknown';
}

/** Quiet while all is well. */
export const conditionMarks = {
  on: null,
  'one-feed': 'minor',
  'no-power': 'critical',
  unknown: 'stale',
  planned: 'info',
  staged: 'info',
  retired: 'maintenance',
} as const satisfies Record<Condition, StatusKind | null>;
