import type { ControlFault } from '../contract/chaos.ts';
import type { Clock } from '../contract/clock.ts';
import type { DrillRunId, EntityId, FaultId, Revision, ScenarioRunId } from '../contract/ids.ts';
import type { Order } from '../contract/orders.ts';
import type { DrillRun } from '../contract/drills.ts';
import type { OutOfService } from '../contract/alarms.ts';
import type { ScenarioRun } from '../contract/scenarios.ts';
import { asSimMillis, asTick, tickMillis } from '../contract/units.ts';
import type { SimMillis } from '../contract/units.ts';
import { createAdviceBook } from '../advisor/book.ts';
import type { AdviceBook } from '../advisor/book.ts';
import { createRuleBook } from '../alarms/rule-book.ts';
import type { RuleBook } from '../alarms/rule-book.ts';
import { createAlarmBook } from '../alarms/book.ts';
import type { AlarmBook } from '../alarms/book.ts';
import { createAllotments } from '../compute/allotments.ts';
import type { Allotments } from '../compute/allotments.ts';
import { createTaskBook } from '../compute/task-book.ts';
import type { TaskBook } from '../compute/task-book.ts';
import { createEditLedger } from '../edits/ledger.ts';
import type { EditLedger } from '../edits/ledger.ts';
import { createGuestBook } from '../guests/world/book.ts';
import type { GuestBook } from '../guests/world/book.ts';
import { createInventory } from '../inventory/inventory.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { createPaperBook } from '../papers/book.ts';
import type { PaperBook } from '../papers/book.ts';
import { createPlant } from '../physics/plant.ts';
import type { Plant } from '../physics/plant.ts';
import { createMachineLoads } from '../workloads/machines/loads.ts';
import type { MachineLoads } from '../workloads/machines/loads.ts';

/**
 * The one model of the datacenter. It has an owner (the host, or a test) who alone steps and folds it;
 * nothing in it knows the wall clock, the disk or the network.
 */
export type World = {
  name: string;
  seed: number;
  seedText: string;
  founded: boolean;
  revision: Revision;
  clock: Clock;
  readonly inventory: Inventory;
  readonly alarms: AlarmBook;
  readonly scenarios: Map<ScenarioRunId, ScenarioRun>;
  readonly drills: Map<DrillRunId, DrillRun>;
  readonly rules: RuleBook;
  readonly outOfService: Map<EntityId, OutOfService>;
  /** What hands did since the last step; the next one obeys. */
  readonly orders: Order[];
  readonly faults: Map<FaultId, ControlFault>;
  readonly counters: { scenario: number; fault: number; drill: number };
  /** What was changed by whom, with the way back. */
  readonly edits: EditLedger;
  readonly advice: AdviceBook;
  /** Long work in lab time. */
  readonly tasks: TaskBook;
  /** What machines take of hosts, stores and quotas: counted from the inventory. */
  readonly allotments: Allotments;
  /** What runs on its machines. */
  readonly guests: GuestBook;
  /** What only one vendor knows of them. */
  readonly papers: PaperBook;
  /** Whether work on machines takes its lab time. */
  work: 'time' | 'no-time';
  readonly plant: Plant;
  /** What its machines ask for; derived, never saved. */
  readonly loads: MachineLoads;
  readonly now: () => SimMillis;
};

export function createWorld(): World {
  const inventory = createInventory();
  const world: World = {
    name: '',
    seed: 0,
    seedText: '0',
    founded: false,
    revision: 0 as Revision,
    clock: { epoch: asSimMillis(0), tick: asTick(0), running: false, speed: 1, owed: 0 },
    inventory,
    alarms: createAlarmBook(),
    scenarios: new Map(),
    drills: new Map(),
    rules: createRuleBook(),
    outOfService: new Map(),
    orders: [],
    faults: new Map(),
    counters: { scenario: 0, fault: 0, drill: 0 },
    edits: createEditLedger(),
    advice: createAdviceBook(),
    tasks: createTaskBook(),
    allotments: createAllotments(inventory),
    guests: createGuestBook(),
    papers: createPaperBook(),
    work: 'time',
    plant: createPlant(),
    loads: createMachineLoads(),
    now: () => asSimMillis(world.clock.epoch + world.clock.tick * tickMillis),
  };
  return world;
}
