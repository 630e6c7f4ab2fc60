import type { AdviceAnswer, RideThrough } from '../../../sim/contract/advisor.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { wordOf } from '../../../sim/contract/state-words.table.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { modeOf, rideThrough, savedBy, savingNow, sensorOn, startOfDay } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Board } from '../../host/board.ts';
import type { Session } from '../../host/session.ts';
import { tooDear } from './advisor-actor.ts';

type Deps = {
  readonly session: () => Session;
  readonly board: Pick<Board, 'indexOf' | 'valueAt' | 'timeAt'>;
};
type Asked = { readonly site?: EntityId | undefined };

/** A reading older than this says nothing about now: lab milliseconds. */
const believed = 900_000;

export function readAdvice(
  deps: Deps,
  { site: asked, limit }: Asked & { readonly limit: number },
): Result<AdviceAnswer> {
  const { world } = deps.session();
  const site = siteOf(world, asked);
  if (!site.ok) return site;
  const id = site.value?.id ?? null;
  const items = [...world.advice.advice.values()].filter((one) => one.site === id).toReversed();
  const now = world.now();
  const saving = savingNow(items);
  return accepted({
    site: id,
    mode: id === null ? 'off' : modeOf(world.advice, id),
    unmeasured: tooDear(world.inventory.ofKind('rack').length),
    unsettled: id === null ? [] : unsettledRooms(deps, world, id),
    items: items.slice(0, limit),
    saved: savedBy(items, { today: startOfDay(now), month: startOfMonth(now), now }),
    savingNow: saving,
    pue: pueOf(deps, { world, site: id, saving }),
  });
}

/** Null where the lab has no site at all. */
function siteOf(world: World, asked: EntityId | undefined): Result<EntityOf<'site'> | null> {
  const sites = world.inventory.ofKind('site');
  if (asked === undefined) return accepted(sites[0] ?? null);
  const site = sites.find((one) => one.id === asked);
  return site === undefined
    ? refused('unknown-entity', `There is no site ${asked}`, { where: 'site' })
    : accepted(site);
}

/** Of lab time, in UTC as the lab has it. */
function startOfMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** As the states of their units say it. */
function unsettledRooms({ board }: Deps, { inventory }: World, site: EntityId): EntityId[] {
  const isCalm = (unit: EntityId): boolean => {
    const sensor = sensorOn(inventory, unit, 'state');
    const at = sensor === null ? undefined : board.indexOf(sensor.id);
    const word = at === undefined ? null : wordOf('crac', 'state', board.valueAt(at));
    return word === 'running' || word === 'off';
  };
  return [...inventory.childrenOf(site)].flatMap((room) => {
    if (room.kind !== 'room') return [];
    const units = [...inventory.childrenOf(room.id)].filter(({ kind }) => kind === 'crac');
    return units.every(({ id }) => isCalm(id)) ? [] : [room.id];
  });
}

type Now = { readonly world: World; readonly site: EntityId | null; readonly saving: number };

/** As its meters say it; and with the saved kW put back on top. */
function pueOf({ board }: Deps, { world, site, saving }: Now): AdviceAnswer['pue'] {
  const read = (metric: 'pue' | 'power'): number | null => {
    const sensor = site === null ? null : sensorOn(world.inventory, site, metric);
    const at = sensor === null ? undefined : board.indexOf(sensor.id);
    if (at === undefined) return null;
    const value = board.valueAt(at);
    return Number.isNaN(value) || world.now() - board.timeAt(at) > believed ? null : value;
  };
  const [now, power] = [read('pue'), read('power')];
  const without = now === null || power === null || power <= 0 ? null : now + saving / power;
  return { now, without };
}

export function readRideThrough(
  { session }: Pick<Deps, 'session'>,
  { site: asked }: Asked,
): Result<{ items: RideThrough[] }> {
  const { world } = session();
  const site = siteOf(world, asked);
  if (!site.ok) return site;
  const rooms = world.inventory.ofKind('room').filter((room) => room.parent === site.value?.id);
  return accepted({ items: rooms.flatMap((room) => rideThrough(world, room) ?? []) });
}
