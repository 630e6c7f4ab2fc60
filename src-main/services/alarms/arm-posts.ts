import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { createRateWindow, placeOf, ruleWatches, siblingOf, watchFor } from '../../../sim/index.ts';
import type { Inventory, RateWindow, SensorPlace, Watch, World } from '../../../sim/index.ts';

/** One rule on one sensor, with what it must remember between readings. */
export type Eye = {
  readonly watch: Watch;
  readonly sensor: EntityId;
  /** Of a rate. */
  readonly window: RateWindow | null;
  /** Of a deviation: the sensor of the metric it is compared with; null where the thing has none. */
  readonly other: EntityId | null;
  /** A command is under way: until it is done the world is not asked again. */
  asked: boolean;
};

/** What looks at a sensor's readings, and what looks at its silence. */
export type Post = {
  readonly index: number;
  readonly sensor: EntityId;
  readonly eyes: readonly Eye[];
  readonly silence: readonly Eye[];
};
export type Posts = ReadonlyMap<EntityId, Post>;

/** An eye for each rule in service on each sensor it watches. Those that were there before keep what they remember. */
export function armPosts(world: World, sensors: readonly EntityId[], before: Posts): Posts {
  const posts = new Map<EntityId, Post>();
  const byMetric = rulesByMetric(world.rules.all().filter((rule) => rule.service === 'in-service'));
  const places = new Map<EntityId, SensorPlace | null>();
  for (const [index, id] of sensors.entries()) {
    const sensor = world.inventory.get(id);
    if (sensor?.kind !== 'sensor') continue;
    const place = placeIn(places, world.inventory, sensor);
    if (place === null) continue;
    const watching = byMetric(sensor.spec.metric).filter((rule) => ruleWatches(rule, sensor, place));
    if (watching.length === 0) continue;
    const known = before.get(sensor.id);
    const eyes = watching.map((rule) => eyeFor(world.inventory, { rule, sensor, known }));
    posts.set(id, {
      index,
      sensor: id,
      eyes: eyes.filter(({ watch }) => watch.rule.test.type !== 'stale'),
      silence: eyes.filter(({ watch }) => watch.rule.test.type === 'stale'),
    });
  }
  return posts;
}

/** Most rules look at another metric: each sensor meets only those that may look at it. */
function rulesByMetric(rules: readonly AlarmRule[]): (metric: Metric) => readonly AlarmRule[] {
  const sorted = new Map<Metric, AlarmRule[]>();
  return (metric) => {
    const known = sorted.get(metric);
    if (known !== undefined) return known;
    const found = rules.filter((rule) => rule.metric === metric || rule.test.type === 'stale');
    sorted.set(metric, found);
    return found;
  };
}

function placeIn(
  places: Map<EntityId, SensorPlace | null>,
  inventory: Inventory,
  sensor: EntityOf<'sensor'>,
): SensorPlace | null {
  const { parent } = sensor;
  if (parent === null) return null;
  const known = places.get(parent);
  if (known !== undefined) return known;
  const place = placeOf(inventory, sensor);
  places.set(parent, place);
  return place;
}

type Wanted = {
  readonly rule: AlarmRule;
  readonly sensor: EntityOf<'sensor'>;
  readonly known: Post | undefined;
};

function eyeFor(inventory: Inventory, { rule, sensor, known }: Wanted): Eye {
  const { test } = rule;
  const other = test.type === 'deviation' ? siblingOf(inventory, sensor, test.from) : null;
  const same = [...(known?.eyes ?? []), ...(known?.silence ?? [])].find(
    (eye) => eye.watch.rule === rule && eye.other === other,
  );
  if (same !== undefined) return same;
  return {
    watch: watchFor(rule),
    sensor: sensor.id,
    window: test.type === 'rate' ? createRateWindow(test.window, test.direction) : null,
    other,
    asked: false,
  };
}
