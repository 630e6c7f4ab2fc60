/** What can be done to one thing. The floor's and the topology's menus and the inspector's buttons are made from it. */
import { BellRing, Copy, Crosshair, FlaskConical, Network, Power, Square, Thermometer } from 'lucide-react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { always, type Action } from '../../app/actions.ts';
import { openPanel } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { execute } from '../../data/client.ts';
import { useWorld, type WorldState } from '../../data/world.ts';
import { showDone, showRefusal } from '../../ui/toasts.ts';
import { alarmsWithin } from '../floor/floor-marks.ts';
import { giveOrder } from './give-order.ts';
import { asksFirst, orderRefusal, ordersOf } from './order-rules.ts';
import { unitSays } from './peek.ts';
import { topicOf } from './topic-of.ts';

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
  if (alarms.length > 0)
    showDone(alarms.length === 1 ? 'Alarm acknowledged' : `${alarms.length} alarms acknowledged`);
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

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showDone('Copied');
  } catch {
    showRefusal({
      code: 'not-allowed',
      message: 'This browser does not let the page copy',
      hint: 'Select the text and copy it by hand.',
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
  section: 'Selected',
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
): readonly Action[] =>
  ordersOf(entity.kind).map((verb) =>
    action(`order-${verb}`, `${orderTable[verb].title}${asksFirst(verb) ? ' …' : ''}`, {
      icon: Power,
      disabled: () => orderRefusal(verb, unitSays(world, entity)),
      run: () => giveOrder({ target: entity.id, verb }),
    }),
  );

/** The world as it is when the menu opens. */
export function thingActions(entity: Entity, world: World = useWorld.getState()): readonly Action[] {
  const { id, name, kind } = entity;
  const open = openAlarmsOf(world, id);
  const runs = runsOn(world.runs.values(), id);
  const refusesScenario = (): string | null => {
    if (!coolingTargets.includes(kind)) return 'Strikes a rack or a room';
    return runs.length > 0 ? 'It runs here already' : null;
  };
  return [
    action('acknowledge', open.length > 1 ? `Acknowledge ${open.length} alarms` : 'Acknowledge alarm', {
      shortcut: 'a',
      icon: BellRing,
      disabled: () => (open.length === 0 ? 'Nothing unacknowledged here' : null),
      run: () => acknowledgeAll(open),
    }),
    action('cooling-failure', 'Run COOLING_FAILURE here', {
      icon: FlaskConical,
      disabled: refusesScenario,
      run: () => runCoolingFailure(id, 'partial'),
    }),
    action('scenario', 'Run a scenario …', {
      icon: FlaskConical,
      disabled: () => (isStruck(kind) ? null : 'No scenario strikes a thing of this kind'),
      run: () => openPanel('scenario', { target: id }),
    }),
    action('stop', runs.length > 1 ? `Stop ${runs.length} scenarios` : 'Stop scenario', {
      icon: Square,
      disabled: () => (runs.length === 0 ? 'No scenario runs here' : null),
      run: () => stopRuns(runs),
    }),
    ...orderActions(entity, world),
    action('floor', `Show ${name} on the floor`, {
      icon: Thermometer,
      disabled: () => (onFloor.includes(kind) ? null : 'It has no place on the floor'),
      run: () => show(id, '/floor'),
    }),
    action('topology', 'Open in topology', {
      icon: Network,
      disabled: always,
      run: () => show(id, '/topology'),
    }),
    action('copy-topic', 'Copy topic', {
      icon: Copy,
      disabled: always,
      run: () => copyText(topicOf(world.entities, entity)),
    }),
    action('copy-id', 'Copy id', { icon: Crosshair, disabled: always, run: () => copyText(id) }),
  ];
}
