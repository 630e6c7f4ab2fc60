import { knownForMinutes } from '../../../sim/contract/floor-at.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Series } from '../../../sim/contract/telemetry.ts';
import { lineOf } from './history.ts';
import type { Params, ReaderDeps } from './params.ts';

const windowMillis = knownForMinutes * 60_000;
/** Half a minute each: nobody sees more of the past on a map. */
const buckets = knownForMinutes * 2;

type Said = { readonly value: number; readonly age: number };

/** A bucket is as old as its beginning, or what lies in it would look newer than it is. */
function lastOf({ at, mean }: Series, moment: number): Said | null {
  const index = mean.findLastIndex((value) => value !== null);
  const value = mean[index] ?? null;
  return value === null
    ? null
    : { value, age: Math.max(0, Math.round((moment - (at[index] ?? moment)) / 1000)) };
}

/** Asks the historian alone: what a sensor said then, whatever became of it since. */
export function readFloorAt(
  { session }: Pick<ReaderDeps, 'session'>,
  params: Params<'floor-at'>,
): Result<QueryAnswer<'floor-at'>> {
  const { world, history } = session();
  const sensors: { readonly id: EntityId; readonly metric: string }[] = [];
  for (const id of params.sensors) {
    const sensor = world.inventory.get(id);
    if (sensor?.kind !== 'sensor')
      return refused('unknown-entity', `There is no sensor ${id}`, { where: 'sensors' });
    sensors.push({ id, metric: sensor.spec.metric });
  }
  const at = Math.max(world.clock.epoch, Math.min(params.at, world.now()));
  const to = at + 1;
  const found = history.series({
    sensors,
    line: lineOf(session()),
    from: to - windowMillis,
    to,
    points: buckets,
  });
  const said = found.map((series) => lastOf(series, at));
  return accepted({
    at,
    values: said.map((one) => one?.value ?? null),
    ages: said.map((one) => one?.age ?? null),
  });
}
