import type { CapacityLevel } from '../../../sim/contract/capacity.ts';
import type { EntityId, Revision } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Capacity, World } from '../../../sim/index.ts';
import { createCapacityTurns } from './capacity-turns.ts';
import type { Params, ReaderDeps } from './params.ts';

type Answers = {
  readonly [Name in 'capacity' | 'placement']: (params: Params<Name>) => Promise<Result<QueryAnswer<Name>>>;
};

/** Answers from one look through the inventory, which holds until it changes. What is drawn is looked up each time. */
export function createCapacityAnswers({ session }: Pick<ReaderDeps, 'session'>): Answers {
  const world = () => session().world;
  const turns = createCapacityTurns(world);
  return {
    capacity: async (params) => {
      const refusal = refusalOf(world(), params);
      return refusal ?? readCapacity(world, await turns.now(), params);
    },
    placement: async ({ within, ...asked }) => {
      const place = placeOf(world(), within);
      return place.ok ? accepted((await turns.now()).capacity.placement(asked, within ?? null)) : place;
    },
  };
}

const levels: readonly CapacityLevel[] = ['site', 'room', 'row', 'rack'];

/** The level of a place; everywhere is above all of them. */
function placeOf({ inventory }: World, id: EntityId | undefined): Result<number> {
  if (id === undefined) return accepted(0);
  const entity = inventory.get(id);
  if (entity === undefined) return refused('unknown-entity', `There is no ${id}`, { where: 'within' });
  const level = levels.findIndex((each) => each === entity.kind);
  if (level >= 0) return accepted(level);
  return refused('wrong-kind', `${entity.name} is a ${entity.kind}, and nothing stands in it`, {
    where: 'within',
    hint: `Ask for a ${levels.join(', ')}.`,
  });
}

/** Null where there is something to answer. */
function refusalOf(world: World, { within, level }: Params<'capacity'>): Result<never> | null {
  const place = placeOf(world, within);
  if (!place.ok) return place;
  if (place.value <= levels.indexOf(level)) return null;
  return refused('invalid-input', `A ${levels[place.value]} holds no ${level}`, {
    where: 'level',
    hint: `Ask for ${levels.slice(place.value).join(' or ')}.`,
  });
}

type Reckoned = { readonly capacity: Capacity; readonly revision: Revision };

function readCapacity(
  world: () => World,
  { capacity: { machine, places, racksIn }, revision }: Reckoned,
  { within, level, limit, after, order }: Params<'capacity'>,
): Result<QueryAnswer<'capacity'>> {
  const all = places({ level, within: within ?? null, order });
  const begin = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && begin === 0) {
    return refused('not-found', `There is no ${level} ${after} among these`, {
      where: 'after',
      hint: 'It may have been removed; begin anew.',
    });
  }
  const shown = all.slice(begin, begin + limit);
  const drawn = drawnBy(world());
  const items = shown.map((one) => {
    const kilowatts = racksIn(one.id).reduce((sum, rack) => sum + drawn(rack), 0);
    return {
      ...one,
      power: { ...one.power, drawn: kilowatts },
      cooling: { ...one.cooling, drawn: kilowatts },
    };
  });
  const next = begin + limit < all.length ? (shown.at(-1)?.id ?? null) : null;
  return accepted({ items, next, revision, machine });
}

/** kW of a rack in the second that was; 0 until the first step knows it. */
function drawnBy({ plant }: World): (rack: EntityId) => number {
  const { load } = plant.state.rack.columns;
  const index = plant.layout?.index.rack ?? new Map(plant.state.rack.ids.map((id, at) => [id, at]));
  return (rack) => load[index.get(rack) ?? -1] ?? 0;
}
