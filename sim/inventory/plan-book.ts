import type { Command } from '../contract/commands.ts';
import type { Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { LabFile, RackTemplate } from '../contract/lab-file.ts';
import type { NewEntity } from '../contract/new-entity.ts';
import { refused } from '../contract/result.ts';
import type { Refusal } from '../contract/result.ts';
import { cellSensors, usualSensors } from './usual-sensors.table.ts';

export type SitePlan = LabFile['spec']['sites'][number];
export type RoomPlan = SitePlan['rooms'][number];
export type RowPlan = RoomPlan['rows'][number];
type Sensors = SitePlan['sensors'];

type Item = Record<string, unknown> & {
  readonly kind: Kind;
  readonly name: string;
  readonly parent: EntityId | null;
};

/** What a lab file becomes while it is read: items in the order in which they can be made, and what is wrong with it. */
export type PlanBook = {
  readonly templates: Readonly<Record<string, RackTemplate>>;
  readonly items: readonly NewEntity[];
  readonly add: (item: Item) => EntityId;
  /** The id that the next of this kind is given. */
  readonly nextId: (kind: Kind) => EntityId;
  readonly sensors: (sensors: Sensors, of: { readonly id: EntityId; readonly kind: Kind }) => void;
  /** Units that a site's `fedBy` and `cools` may name; forgotten at the next site. */
  readonly units: Map<string, EntityId>;
  readonly unitsNamed: (names: readonly string[], where: string) => EntityId[];
  /** What is done when all items are made. */
  readonly afterwards: (command: Command) => void;
  readonly commands: readonly Command[];
  readonly wrong: (problem: Refusal) => void;
  readonly problem: () => Refusal | undefined;
};

export function createPlanBook(templates: PlanBook['templates']): PlanBook {
  const items: NewEntity[] = [];
  const counters = new Map<Kind, number>();
  const units = new Map<string, EntityId>();
  const commands: Command[] = [];
  let problem: Refusal | undefined;
  const wrong = (found: Refusal): void => {
    problem ??= found;
  };
  const nextId = (kind: Kind): EntityId => `${kind}-${(counters.get(kind) ?? 0) + 1}` as EntityId;
  const add = (item: Item): EntityId => {
    const id = nextId(item.kind);
    counters.set(item.kind, (counters.get(item.kind) ?? 0) + 1);
    items.push({ links: {}, aliases: {}, ...item, id } as unknown as NewEntity);
    return id;
  };
  return {
    templates,
    items,
    add,
    nextId,
    units,
    commands,
    afterwards: (command) => void commands.push(command),
    wrong,
    problem: () => problem,
    sensors: (sensors, of) => {
      const places = sensors === 'usual' ? (usualSensors[of.kind] ?? []) : sensors;
      for (const one of places) add(sensorItem(one, of.id));
    },
    unitsNamed: (names, where) =>
      names.flatMap((name, at) => {
        const id = units.get(name);
        if (id !== undefined) return [id];
        const known = [...units.keys()].join(', ');
        const refusal = refused('not-found', `There is no unit ${name} on this site`, {
          where: `${where}[${at}]`,
          hint: `It has: ${known === '' ? 'none yet' : known}.`,
        });
        if (!refusal.ok) wrong(refusal.refusal);
        return [];
      }),
  };
}

type SensorPlan = Exclude<Sensors, 'usual'>[number] | { readonly metric: string; readonly place: string };

function sensorItem(plan: SensorPlan, parent: EntityId): Item {
  const { metric, place } = plan;
  const usual = place.endsWith('middle') && !place.startsWith('rear');
  const named = 'name' in plan ? plan.name : undefined;
  const position = 'position' in plan && plan.position !== undefined ? { position: plan.position } : {};
  const path = 'path' in plan && plan.path !== undefined ? { path: plan.path } : {};
  return {
    kind: 'sensor',
    name: named ?? (usual ? metric : `${metric} ${place}`),
    parent,
    spec: { metric, place, source: 'bot', ...position, ...path },
  };
}

/** A battery's usual sensors, with its cells' where they are few enough to be monitored one by one. */
export function planCellMonitor(book: PlanBook, battery: EntityId, cells: number): void {
  for (const one of cellSensors(cells)) book.add(sensorItem(one, battery));
}
