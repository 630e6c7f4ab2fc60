/** What a rack is by its plan, not by readings: what it may draw, what stands in it, whom it serves. Pure. */
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { GroupLayer } from '../../canvas/heat/floor-layer.table.ts';
import { childrenOf, type Inventory } from './rack-sensors.ts';

export type Grouping = {
  /** In the order of the alphabet. */
  readonly names: readonly string[];
  /** Per rack its place in `names`; null where nobody said. */
  readonly of: readonly (number | null)[];
};

export type RackFacts = {
  /** kW, as rated. */
  readonly rated: Float32Array;
  /** kW that it can draw: the least of its rating, its rack PDUs and their breakers. Each feed must bear it alone. */
  readonly limits: Float32Array;
  readonly heights: Float32Array;
  /** Units that are taken; NaN until the host has counted them. */
  readonly used: Float32Array;
  readonly groups: Readonly<Record<GroupLayer, Grouping>>;
};

/** Volts from a phase to neutral; a breaker is named by its amperes alone. */
const phaseVolts = 230;

function pduLimit({ spec }: EntityOf<'pdu'>): number {
  const phases = spec.phases === 'three' ? 3 : 1;
  return Math.min(spec.ratedPower, (spec.breaker * phases * phaseVolts) / 1000);
}

type Held = { readonly rack: EntityOf<'rack'>; readonly inside: readonly Entity[] };

function limitOf({ rack, inside }: Held): number {
  const pdus = inside.filter((entity) => entity.kind === 'pdu').map(pduLimit);
  return Math.min(rack.spec.ratedPower, ...pdus);
}

function grouping(racks: readonly EntityOf<'rack'>[], layer: GroupLayer): Grouping {
  const said = racks.map(({ spec }) => spec.asset?.[layer] ?? null);
  const names = [...new Set(said)]
    .filter((name) => name !== null)
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return { names, of: said.map((name) => (name === null ? null : names.indexOf(name))) };
}

export function rackFacts(inventory: Inventory, racks: readonly EntityOf<'rack'>[]): RackFacts {
  const all = racks.map((rack): Held => ({ rack, inside: childrenOf(inventory, rack.id) }));
  return {
    rated: Float32Array.from(racks, ({ spec }) => spec.ratedPower),
    limits: Float32Array.from(all, limitOf),
    heights: Float32Array.from(racks, ({ spec }) => spec.heightU),
    used: new Float32Array(racks.length).fill(Number.NaN),
    groups: { service: grouping(racks, 'service'), owner: grouping(racks, 'owner') },
  };
}
