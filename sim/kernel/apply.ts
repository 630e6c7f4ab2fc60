import { foldAdvice } from '../advisor/fold.ts';
import type { AdvisorEvent } from '../advisor/fold.ts';
import { foldAlarm } from '../alarms/fold.ts';
import type { AlarmEvent } from '../alarms/fold.ts';
import { dropEntity, putEntity } from '../compute/fold-entity.ts';
import type { EditEvent } from '../contract/edits.ts';
import type { EventOf, WorldEvent } from '../contract/events.ts';
import type { GuestEvent } from '../contract/guests.ts';
import { scenarioRunSchema } from '../contract/scenarios.ts';
import { foldEdit, foldNoting } from '../edits/fold.ts';
import { foldGuest, forgetDisks, isGuestEvent } from '../guests/world/fold.ts';
import { ofToday } from '../inventory/of-today.ts';
import { foldDrill } from '../scenarios/fold-drill.ts';
import type { Revision } from '../contract/ids.ts';
import type { World } from './world.ts';

/** Folds what happened into the world. Never judges: the door did, perhaps in an older version. */
export function applyEvents(world: World, events: readonly WorldEvent[]): void {
  for (const event of events) {
    if (world.edits.isWriting()) foldNoting(world, event, () => fold(world, event));
    else fold(world, event);
    world.revision = (world.revision + 1) as Revision;
  }
}

const numberIn = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));

function fold(world: World, event: WorldEvent): void {
  if (isAlarmEvent(event)) return foldAlarm(world, event);
  if (isEditEvent(event)) return foldEdit(world, event);
  if (isAdvisorEvent(event)) return foldAdvice(world, event);
  if (isGuestEvent(event)) return foldGuest(world, event);
  switch (event.type) {
    case 'lab.founded':
      world.name = event.name;
      world.seedText = event.seed;
      world.seed = Number.parseInt(event.seed, 16) | 0;
      world.clock = { ...world.clock, epoch: event.epoch };
      world.founded = true;
      return;
    case 'lab.renamed':
      world.name = event.name;
      return;
    case 'entity.changed':
      forgetDisks(world, event.entity);
      putEntity(world, ofToday(event.entity));
      return;
    case 'entity.created':
      putEntity(world, ofToday(event.entity));
      return;
    case 'lab.worked':
      world.work = event.takes;
      return;
    case 'entity.removed':
      dropEntity(world, event.id);
      world.papers.drop(event.id);
      return;
    case 'clock.changed':
      world.clock = { ...world.clock, running: event.running, speed: event.speed, owed: event.owed };
      return;
    default:
      foldDoings(world, event);
  }
}

type Founding = EventOf<Extract<WorldEvent['type'], `lab.${string}` | `entity.${string}` | 'clock.changed'>>;
type Doing = Exclude<WorldEvent, Founding | AlarmEvent | EditEvent | AdvisorEvent | GuestEvent>;

const isAlarmEvent = (event: WorldEvent): event is AlarmEvent =>
  /^(?:alarm|sensor|rule|rules)\./.test(event.type);

const isEditEvent = (event: WorldEvent): event is EditEvent => event.type.startsWith('edit.');

const isAdvisorEvent = (event: WorldEvent): event is AdvisorEvent => event.type.startsWith('advisor.');

function foldDoings(world: World, event: Doing): void {
  switch (event.type) {
    case 'plant.ordered':
      world.orders.push(event.order);
      return;
    case 'scenario.started':
      world.scenarios.set(event.run.id, scenarioRunSchema.parse(event.run));
      world.counters.scenario = Math.max(world.counters.scenario, numberIn(event.run.id));
      return;
    case 'scenario.stopped':
      world.scenarios.delete(event.id);
      return;
    case 'drill.started':
    case 'drill.ended':
      foldDrill(world, event);
      return;
    case 'chaos.injected':
      world.faults.set(event.fault.id, event.fault);
      world.counters.fault = Math.max(world.counters.fault, numberIn(event.fault.id));
      return;
    case 'task.started':
    case 'task.finished':
      world.tasks.fold(event);
      return;
    case 'papers.written':
      world.papers.fold(event);
      return;
    case 'chaos.cleared':
      world.faults.delete(event.id);
      return;
    default:
      event satisfies never;
  }
}
