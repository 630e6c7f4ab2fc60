import type { EventOf } from '../contract/events.ts';
import type { World } from '../kernel/world.ts';

export function foldDrill(world: World, event: EventOf<'drill.started' | 'drill.ended'>): void {
  if (event.type === 'drill.started') {
    world.drills.set(event.run.id, event.run);
    world.counters.drill = Math.max(world.counters.drill, Number(event.run.id.slice('drill-'.length)));
    return;
  }
  const run = world.drills.get(event.id);
  if (run === undefined) return;
  world.drills.set(run.id, { ...run, endedAt: event.at, outcome: event.outcome, report: event.report });
}
