import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { openPanel } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import { useEntity, useWorld } from '../../data/world.ts';
import { EmptyState, ErrorState, SkeletonRows, StaleNote } from '../../ui/states.tsx';
import { alarmsWithin } from '../floor/floor-marks.ts';
import { useInventory } from '../floor/use-inventory.ts';
import { InspectorView } from './inspector-view.tsx';
import { isInlet, mainSensor } from './main-sensor.ts';
import { acknowledgeAll, runsOn, stopRuns, thingActions } from './thing-actions.ts';
import type { ChartRange } from './thing-chart.tsx';
import { useTrail } from './use-trail.ts';

const isDevice = (entity: Entity): entity is EntityOf<'device'> => entity.kind === 'device';

/** Devices are not held by the page; a rack's are asked for, again now and then. */
function useDevices(entity: Entity): readonly EntityOf<'device'>[] | null {
  const parent = entity.kind === 'rack' ? entity.id : null;
  const { data } = useQuery('entities', parent === null ? null : { parent, kinds: ['device'], limit: 200 }, {
    every: 15_000,
  });
  return useMemo(
    () =>
      data === null || parent === null
        ? null
        : data.items.filter(isDevice).filter((device) => device.parent === parent),
    [data, parent],
  );
}

const noRules: readonly AlarmRule[] = [];

function useRulesFor(sensor: EntityOf<'sensor'> | null): readonly AlarmRule[] {
  const rules = useQuery('rules', {}).data?.items ?? noRules;
  return useMemo(() => {
    if (sensor === null || (sensor.spec.metric === 'temperature' && !isInlet(sensor))) return noRules;
    return rules.filter((rule) => rule.metric === sensor.spec.metric);
  }, [rules, sensor]);
}

function Thing({ entity }: { readonly entity: Entity }): ReactNode {
  const inventory = useInventory();
  const alarms = useWorld((state) => state.alarms);
  const runs = useWorld((state) => state.runs);
  const phase = useWorld((state) => state.phase);
  const select = useSelection((state) => state.select);
  const [hours, setHours] = useState<ChartRange>(1);
  const devices = useDevices(entity);
  const world = useWorld.getState();
  const main = useMemo(() => mainSensor(inventory, entity), [entity, inventory]);
  const trail = useTrail(main?.id ?? null, hours);
  const rules = useRulesFor(main);
  return (
    <>
      {phase === 'lost' && <StaleNote text="Last known values" />}
      <InspectorView
        entity={entity}
        inventory={world}
        devices={devices}
        main={main}
        trail={trail}
        rules={rules}
        alarms={alarmsWithin(world.entities, alarms.values(), entity.id)}
        runs={runsOn(runs.values(), entity.id)}
        menu={thingActions(entity, world)}
        hours={hours}
        onHours={setHours}
        onSelect={select}
        onAcknowledge={(open) => void acknowledgeAll(open)}
        onStop={(stopped) => void stopRuns(stopped)}
        onScenario={() => openPanel('scenario', { target: entity.id })}
      />
    </>
  );
}

/** What is not held is asked for: a device, or something this page has not heard of yet. */
function Asked({ id }: { readonly id: EntityId }): ReactNode {
  const { data, phase, refusal, retry } = useQuery('entity', { id });
  if (data !== null && data.id === id) return <Thing key={id} entity={data} />;
  if (refusal?.code === 'unknown-entity' || refusal?.code === 'not-found')
    return <EmptyState text="This is no longer in the lab." />;
  if (phase === 'error' && refusal !== null)
    return <ErrorState what="This could not be read" refusal={refusal} onRetry={retry} />;
  return <SkeletonRows count={6} />;
}

/** What is selected, whatever it is. The pane around it says its name. */
export function InspectorBody(): ReactNode {
  const id = useSelection((state) => state.selected);
  const entity = useEntity(id);
  const isLoaded = useWorld((state) => state.story > 0);
  if (id === null) return <EmptyState text="Select a rack or a unit to see it here." />;
  if (entity !== null) return <Thing key={id} entity={entity} />;
  return isLoaded ? <Asked key={id} id={id} /> : <SkeletonRows count={6} />;
}
