/** What can be done to one thing. The floor's and the topology's menus and the inspector's buttons are made from it. */
import {
  BellRing,
  Copy,
  Crosshair,
  FlaskConical,
  Network,
  Power,
  Server,
  Square,
  Thermometer,
} from 'lucide-react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { always, type Action } from '../../app/actions.ts';
import { openPanel } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { execute } from '../../data/client.ts';
import { useWorld, type WorldState } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { showDone, showRefusal } from '../../ui/toasts.ts';
import { alarmsWithin } from '../floor/floor-marks.ts';
import { giveOrder } from './give-order.ts';
import { machineOrders } from './machine-orders.ts';
import { asksFirst, orderRefusal, ordersOf } from './order-rules.ts';
import { unitSays } from './peek.ts';
import { sourceActions } from './source-actions.ts';
import { topicOf } from './topic-of.ts';

/** What has an elevation, or a place in one. */
const inRack: readonly Kind[] = ['rack', 'device', 'pdu'];

/** What stands in a room. */
const onFloor: readonly Kind[] = [
  'room',
  'rack',
  'crac',
  'ups',
  'battery',
  'panel',
  'pdu',
  'device',
  'sensor',
];
/** As the scenario's card says; the host refuses anything else in its own words. */
const coolingTargets: readonly Kind[] = ['rack', 'room'];

/** Whatever scenario strikes it, or the nearest thing around it, is offered by the scenarios' own dialog. */
const never: readonly Kind[] = ['device', 'transformer', 'ats'];
export const isStruck = (kind: Kind): boolean => !never.includes(kind);

type World = Pick<WorldState, 'entities' | 'children' | 'alarms' | 'runs'>;

export const runsOn = (runs: Iterable<ScenarioRun>, id: EntityId): readonly ScenarioRun[] =>
  [...runs].filter((run) => run.target === id);

export async function acknowledgeAll(alarms: readonly Alarm[]): Promise<void> {
  const answers = await Promise.all(alarms.map(({ id }) => execute({ type: 'alarm.acknowledge', id })));
  const refusal = answers.find((answer) => !answer.ok);
  if (refusal !== undefined && !refusal.ok) return showRefusal(refusal.refusal);
  if (alarms.length > 0) showDone(text().inspector.alarms.acknowledged(alarms.length));
}

export async function runCoolingFailure(target: EntityId, severity: 'partial' | 'total'): Promise<void> {
  const answer = await execute({ type: 'scenario.run', name: 'COOLING_FAILURE', target, severity });
  if (!answer.ok) showRefusal(answer.refusal);
}

export async function stopRuns(runs: readonly ScenarioRun[]): Promise<void> {
  const answers = await Promise.all(runs.map(({ id }) => execute({ type: 'scenario.stop', id })));
  const refusal = answers.find((answer) => !answer.ok);
  if (refusal !== undefined && !refusal.ok) showRefusal(refusal.refusal);
}

export async function copyText(copied: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(copied);
    showDone(text().inspector.copied);
  } catch {
    showRefusal({
      code: 'not-allowed',
      message: text().inspector.notCopied,
      hint: text().inspector.notCopiedHint,
    });
  }
}

export function openAlarmsOf(world: World, id: EntityId): readonly Alarm[] {
  return alarmsWithin(world.entities, world.alarms.values(), id).filter((alarm) => alarm.state === 'ACTIVE');
}

const action = (
  id: string,
  title: string,
  more: Omit<Action, 'id' | 'title' | 'section' | 'shortcut'> & { readonly shortcut?: string },
): Action => ({
  id: `thing.${id}`,
  title,
  section: text().inspector.actions.section,
  shortcut: null,
  ...more,
});

function show(id: EntityId, path: string): void {
  useSelection.getState().select(id);
  goTo(path);
}

/** What an operator's hand can do to a unit, as buttons and in every menu. */
export const orderActions = (
  entity: Entity,
  world: Pick<World, 'entities' | 'children'>,
): readonly Action[] => {
  const { verbs, asks } = text().inspector.orders;
  const ordered = ordersOf(entity.kind).map((verb) =>
    action(`order-${verb}`, asksFirst(verb) ? asks(verbs[verb]) : verbs[verb], {
      icon: Power,
      disabled: () => orderRefusal(verb, unitSays(world, entity)),
      run: () => giveOrder({ target: entity.id, verb }),
    }),
  );
  return [...ordered, ...machineOrders(entity)];
};

/** The world as it is when the menu opens. */
export function thingActions(entity: Entity, world: World = useWorld.getState()): readonly Action[] {
  const { id, name, kind } = entity;
  const words = text().inspector.actions;
  const open = openAlarmsOf(world, id);
  const runs = runsOn(world.runs.values(), id);
  const refusesScenario = (): string | null => {
    if (!coolingTargets.includes(kind)) return words.strikesRack;
    return runs.length > 0 ? words.runsAlready : null;
  };
  return [
    action('acknowledge', words.acknowledge(open.length), {
      shortcut: 'a',
      icon: BellRing,
      disabled: () => (open.length === 0 ? words.nothingToAcknowledge : null),
      run: () => acknowledgeAll(open),
    }),
    action('cooling-failure', words.coolingFailure, {
      icon: FlaskConical,
      disabled: refusesScenario,
      run: () => runCoolingFailure(id, 'partial'),
    }),
    action('scenario', words.scenario, {
      icon: FlaskConical,
      disabled: () => (isStruck(kind) ? null : words.noScenario),
      run: () => openPanel('scenario', { target: id }),
    }),
    action('stop', words.stop(runs.length), {
      icon: Square,
      disabled: () => (runs.length === 0 ? words.nothingRuns : null),
      run: () => stopRuns(runs),
    }),
    ...orderActions(entity, world),
    ...sourceActions(entity, world),
    action('floor', words.onFloor(name), {
      icon: Thermometer,
      disabled: () => (onFloor.includes(kind) ? null : words.noPlace),
      run: () => show(id, '/floor'),
    }),
    action('open-rack', text().rack.open, {
      icon: Server,
      disabled: () => (inRack.includes(kind) ? null : text().rack.selectRack),
      run: () => show(id, '/rack'),
    }),
    action('topology', words.topology, {
      icon: Network,
      disabled: always,
      run: () => show(id, '/topology'),
    }),
    action('copy-topic', words.copyTopic, {
      icon: Copy,
      disabled: always,
      run: () => copyText(topicOf(world.entities, entity)),
    }),
    action('copy-id', words.copyId, { icon: Crosshair, disabled: always, run: () => copyText(id) }),
  ];
}
