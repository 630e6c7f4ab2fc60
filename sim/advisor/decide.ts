import type { Actor } from '../contract/actors.ts';
import type { Advice, AdviceId, Recommendation } from '../contract/advisor.ts';
import type { Command, CommandOf } from '../contract/commands.ts';
import type { Entity } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decideOrder } from '../inventory/decide-order.ts';
import { decideChange, decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import { above } from '../inventory/inventory.ts';
import type { World } from '../kernel/world.ts';
import { modeOf } from './book.ts';

type AdvisorCommand = CommandOf<Extract<Command['type'], `advisor.${string}`>>;

export function decideAdvice(world: World, command: AdvisorCommand, actor: Actor): Result<Decision> {
  switch (command.type) {
    case 'advisor.switch':
      return decideSwitch(world, command);
    case 'advisor.propose':
      return decidePropose(world, command);
    case 'advisor.apply':
      return decideApply(world, command, actor);
    case 'advisor.dismiss':
      return inState(world, { id: command.id, states: ['open'] }, (advice) => [
        ended(world, advice, { state: 'dismissed', because: command.reason }),
      ]);
    case 'advisor.undo':
      return decideUndo(world, command);
    case 'advisor.measured':
      return inState(world, { id: command.id, states: measurable }, ({ id }) => [
        { type: 'advisor.measured', id, measured: command.measured },
      ]);
    default:
      return command satisfies never;
  }
}

const measurable: readonly Advice['state'][] = ['applied', 'undone', 'over'];

function decideSwitch(world: World, { site, mode }: CommandOf<'advisor.switch'>): Result<Decision> {
  const entity = world.inventory.get(site);
  if (entity?.kind !== 'site') {
    return refused('unknown-entity', `There is no site ${site}`, {
      where: 'site',
      hint: 'The advisor is switched for a whole site.',
    });
  }
  if (modeOf(world.advice, site) === mode) return decided([], []);
  const withdrawn =
    mode === 'off'
      ? openOf(world, site).map((one) => ended(world, one, { state: 'withdrawn', because: '' }))
      : [];
  return decided([{ type: 'advisor.switched', site, mode }, ...withdrawn], []);
}

const openOf = ({ advice }: Pick<World, 'advice'>, site: string): Advice[] =>
  [...advice.advice.values()].filter((one) => one.site === site && one.state === 'open');

/** What is said again keeps its id, unless another value is wanted or it is worth clearly more or less. */
function decidePropose(world: World, { site, items }: CommandOf<'advisor.propose'>): Result<Decision> {
  if (modeOf(world.advice, site) === 'off') {
    return refused('wrong-state', `The advisor is off for ${site}`, {
      where: 'site',
      hint: 'Switch it to advise or act first.',
    });
  }
  for (const [at, item] of items.entries()) {
    const problem = problemOf(world, site, item);
    if (problem !== null) return refused('invalid-input', problem, { where: `items[${at}]` });
  }
  const open = openOf(world, site);
  const kept = open.filter((one) => items.some((item) => isSame(one, item)));
  const fresh = items.filter((item) => !kept.some((one) => isSame(one, item)));
  const gone = open.filter((one) => !kept.includes(one));
  const born = fresh.map((item, at): Advice => ({
    ...item,
    id: `advice-${world.advice.last + at + 1}` as AdviceId,
    site,
    state: 'open',
    proposedAt: world.now(),
    appliedAt: null,
    appliedTick: null,
    appliedBy: null,
    endedAt: null,
    because: '',
    measured: null,
  }));
  return decided(
    [
      ...gone.map((one) => ended(world, one, { state: 'withdrawn', because: '' })),
      ...born.map((advice): WorldEvent => ({ type: 'advisor.proposed', advice })),
    ],
    born.map(({ id }) => id),
  );
}

/** kW by which an expectation may waver before it is said anew. */
const waver = 0.25;

const isSame = (one: Advice, item: Recommendation): boolean =>
  one.target === item.target &&
  one.verb === item.verb &&
  one.rule === item.rule &&
  one.to === item.to &&
  one.from === item.from &&
  Math.abs(one.saving - item.saving) <= waver;

function problemOf({ inventory }: World, site: string, item: Recommendation): string | null {
  const target = inventory.get(item.target);
  if (target === undefined) return `There is no ${item.target}`;
  if (target.kind !== 'crac' && target.kind !== 'chiller') return `${target.name} cools nothing`;
  if (above(inventory, target.id, 'site')?.id !== site) return `${target.name} is not of ${site}`;
  return null;
}

/** One turn of the door: the advice is applied and the unit told, or neither. */
function decideApply(world: World, { id }: CommandOf<'advisor.apply'>, actor: Actor): Result<Decision> {
  const advice = world.advice.advice.get(id);
  if (advice?.state !== 'open') return notIn(world, id, ['open']);
  const target = world.inventory.get(advice.target);
  if (target !== undefined && advice.verb === 'set-point' && setpointOf(target) !== advice.from) {
    return refused(
      'wrong-state',
      `${target.name} is set to ${setpointOf(target)} °C by now, not ${advice.from} °C`,
      {
        where: 'id',
        hint: 'Wait for the next recommendation.',
      },
    );
  }
  const told = tell(world, advice, advice.to);
  if (!told.ok) return told;
  const applied: WorldEvent = {
    type: 'advisor.applied',
    id,
    at: world.now(),
    tick: world.clock.tick,
    by: actor.name,
  };
  return decided([applied, ...superseded(world, advice), ...told.value.events], [id]);
}

/** An earlier advice of the opposite sense is over; one of the same sense goes on saving. */
function superseded(world: World, advice: Advice): WorldEvent[] {
  const direction = Math.sign(advice.to - advice.from);
  return [...world.advice.advice.values()].flatMap((one) => {
    const isOpposed = one.target === advice.target && one.state === 'applied';
    if (!isOpposed || Math.sign(one.to - one.from) === direction) return [];
    return [ended(world, one, { state: 'over', because: `${advice.id} went the other way` })];
  });
}

/** Puts back what stood before; where other hands have changed it since, it only ends. */
function decideUndo(world: World, { id, reason }: CommandOf<'advisor.undo'>): Result<Decision> {
  const advice = world.advice.advice.get(id);
  if (advice?.state !== 'applied') return notIn(world, id, ['applied']);
  const target = world.inventory.get(advice.target);
  const over = ended(world, advice, { state: 'over', because: reason });
  if (target === undefined) return decided([over], []);
  if (advice.verb === 'set-point' && setpointOf(target) !== advice.to) return decided([over], []);
  const told = tell(world, advice, advice.from);
  if (!told.ok) return told;
  return decided([ended(world, advice, { state: 'undone', because: reason }), ...told.value.events], []);
}

const setpointOf = (entity: Entity): number | null =>
  entity.kind === 'crac' || entity.kind === 'chiller' ? entity.spec.setpoint : null;

function tell(world: World, { verb, target: id }: Advice, value: number): Result<Decision> {
  if (verb === 'set-point')
    return decideChange(world, { type: 'inventory.change', id, spec: { setpoint: value } });
  const order = value === 1 ? 'unit-on' : 'unit-off';
  return decideOrder(world, { type: 'plant.order', target: id, verb: order, value: null });
}

type End = {
  readonly state: 'dismissed' | 'withdrawn' | 'undone' | 'over';
  readonly because: string;
};

const ended = (world: Pick<World, 'now'>, { id }: Advice, { state, because }: End): WorldEvent => ({
  type: 'advisor.ended',
  id,
  at: world.now(),
  state,
  because,
});

type Wanted = { readonly id: AdviceId; readonly states: readonly Advice['state'][] };

function inState(
  world: World,
  { id, states }: Wanted,
  events: (advice: Advice) => WorldEvent[],
): Result<Decision> {
  const advice = world.advice.advice.get(id);
  if (advice === undefined || !states.includes(advice.state)) return notIn(world, id, states);
  return decided(events(advice), []);
}

function notIn({ advice }: World, id: AdviceId, states: readonly Advice['state'][]): Result<never> {
  const found = advice.advice.get(id);
  if (found === undefined) {
    return refused('not-found', `There is no ${id}`, {
      where: 'id',
      hint: 'dvm advice lists what there is.',
    });
  }
  return refused('wrong-state', `${id} is ${found.state}, not ${states.join(' or ')}`, { where: 'id' });
}
