import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorldEvent } from '../../contract/events.ts';
import { applyEvents } from '../../kernel/apply.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../../kernel/snapshot.ts';
import type { Snapshot } from '../../kernel/snapshot.ts';
import { advanceTo } from '../../kernel/step.ts';
import type { World } from '../../kernel/world.ts';
import { put } from '../../testing/small-lab.ts';
import { buildRandom, commandOf, powerDoing, powerRecipe } from '../../testing/random-power-lab.ts';
import type { PowerDoing, RandomLab } from '../../testing/random-power-lab.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, one) => total + one, 0);

/** kW that come in, from grids, gensets and batteries, and kW that go to loads and into losses, in the last second. */
function balance({ plant }: World, coolingBefore: readonly number[]): { given: number; taken: number } {
  const { state, layout } = plant;
  if (layout === null) throw new Error('not compiled');
  const { flow, graph, live } = layout.power;
  const grid = flow.out.subarray(graph.grid, graph.start.utility);
  const given =
    sum(grid) +
    sum(state.utility.columns.power) +
    sum(state.genset.columns.power) +
    sum(state.battery.columns.power);
  const losses =
    sum(state.transformer.columns.loss) + sum(state.ups.columns.loss) + sum(state.panel.columns.loss);
  const cooling = sum(coolingBefore.map((power, at) => power * (live.crac[at] as number)));
  return { given, taken: sum(state.rack.columns.load) + cooling + losses };
}

/** Σ of the rack PDUs is what the racks on them draw; a battery’s store shrinks by what it gives and by its own heat. */
function checkParts({ world, racks, read }: RandomLab, storedBefore: readonly number[]): void {
  for (const { id, a, b } of racks) {
    const pdus = [a, b].flatMap((pdu) => (pdu === null ? [] : read(pdu, 'power')));
    if (pdus.length > 0) expect(sum(pdus)).toBeCloseTo(read(id, 'load'), 9);
  }
  // A cell that is being ruined loses what it held.
  if ([...world.scenarios.values()].some(({ name }) => name === 'CELL_DEGRADATION')) return;
  const { stored, power, loss } = world.plant.state.battery.columns;
  for (const [at, before] of storedBefore.entries()) {
    const gone = (before - (stored[at] as number)) * 3600;
    // Once a minute a cell ages, and what the lost capacity held is lost with it.
    expect(gone).toBeCloseTo((power[at] as number) + (loss[at] as number), 1);
    expect(loss[at]).toBeGreaterThan(-1e-6);
  }
}

test('FR-130-045 energy closes to a thousandth in every second of random chains, whatever happens to them', () => {
  fc.assert(
    fc.property(powerRecipe, fc.array(powerDoing, { maxLength: 8 }), (recipe, doings) => {
      const lab = buildRandom(recipe, 'batteries');
      lab.run(1);
      for (const doing of doings) {
        const command = commandOf(lab, doing);
        if (command !== null) put(lab.world, command as never);
        for (let second = 0; second < doing.wait; second += 1) {
          const { crac, battery } = lab.world.plant.state;
          const [cooling, stored] = [[...crac.columns.power], [...battery.columns.stored]];
          lab.run(1);
          const { given, taken } = balance(lab.world, cooling);
          expect(Math.abs(given - taken)).toBeLessThanOrEqual(0.001 * Math.max(given, taken, 0.001));
          checkParts(lab, stored);
        }
      }
    }),
    { numRuns: 80 },
  );
});

type Entry = { readonly tick: number; readonly events: readonly WorldEvent[] };

function live(lab: RandomLab, doings: readonly PowerDoing[]): { log: Entry[]; snapshots: Snapshot[] } {
  const log: Entry[] = [];
  const snapshots: Snapshot[] = [];
  for (const [at, doing] of doings.entries()) {
    lab.run(doing.wait);
    const command = commandOf(lab, doing);
    const decision = command === null ? null : put(lab.world, command as never);
    if (decision?.ok === true) log.push({ tick: lab.world.clock.tick, events: decision.value.events });
    if (at % 3 === 0) snapshots.push(takeSnapshot(lab.world));
  }
  lab.run(20);
  return { log, snapshots };
}

test('FR-130-049 a snapshot in the middle of any outage goes on to the same world, to the bit', () => {
  fc.assert(
    fc.property(powerRecipe, fc.array(powerDoing, { minLength: 2, maxLength: 8 }), (recipe, doings) => {
      const lab = buildRandom(recipe, 'batteries');
      const { log, snapshots } = live(lab, doings);
      for (const snapshot of snapshots) {
        const again = restoreSnapshot(snapshot);
        const start = snapshot.revision as number;
        let revision =
          (lab.world.revision as number) - log.reduce((count, { events }) => count + events.length, 0);
        for (const { tick, events } of log) {
          revision += events.length;
          if (revision <= start) continue;
          advanceTo(again, tick);
          applyEvents(again, events);
        }
        advanceTo(again, lab.world.clock.tick);
        expect(worldHash(again)).toBe(worldHash(lab.world));
      }
    }),
    { numRuns: 30 },
  );
});
