import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { openPanel } from '../../app/panels.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import { limitsFor, type RuleLimit } from '../../data/rule-limits.ts';
import { lineage, useEntity, useWorld } from '../../data/world.ts';
import { text, useText } from '../../text/text.ts';
import { numberText } from '../../ui/numbers.ts';
import { EmptyState, ErrorState, SkeletonRows, StaleNote } from '../../ui/states.tsx';
import { useRules } from '../alarms/use-rules.ts';
import { alarmsWithin } from '../floor/floor-marks.ts';
import { type Inventory, sensorsOf } from '../floor/rack-sensors.ts';
import { useInventory } from '../floor/use-inventory.ts';
import { AskOrder } from './ask-order.tsx';
import { AskSource } from './ask-source.tsx';
import { cellsOf } from './cells.ts';
import { sendOrder } from './give-order.ts';
import { InspectorView } from './inspector-view.tsx';
import { mainSensor } from './main-sensor.ts';
import { acknowledgeAll, orderActions, runsOn, stopRuns, thingActions } from './thing-actions.ts';
import type { ChartRange } from './thing-chart.tsx';
import { useCells } from './use-cells.ts';
import { useProtocols, useRedundancy, useWhatIf } from './use-thing-queries.ts';
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

const noLimits: readonly RuleLimit[] = [];

function useLimits(sensor: EntityOf<'sensor'> | null, inventory: Inventory): readonly RuleLimit[] {
  const rules = useRules().data?.items;
  return useMemo(() => {
    const path = lineage(inventory.entities, sensor?.parent ?? null);
    const kind = path[0]?.kind;
    if (rules === undefined || sensor === null || kind === undefined) return noLimits;
    return limitsFor(rules, { kind, ...sensor.spec, path: path.map(({ id }) => id) });
  }, [rules, sensor, inventory]);
}

function useMain(entity: Entity, inventory: Inventory, hours: ChartRange) {
  const main = useMemo(() => mainSensor(inventory, entity), [entity, inventory]);
  const parent = main?.parent ?? null;
  const kind = parent === null ? null : (inventory.entities.get(parent)?.kind ?? null);
  const trail = useTrail(main === null ? null : { id: main.id, kind, metric: main.spec.metric }, hours);
  return { main, trail, limits: useLimits(main, inventory) };
}

function useCellsOf(entity: Entity, inventory: Inventory) {
  const cells = useMemo(
    () => (entity.kind === 'battery' ? cellsOf(sensorsOf(inventory, entity.id)) : []),
    [entity, inventory],
  );
  const source = useCells(cells);
  const { id } = entity;
  const onReplaceCell = useCallback(
    (number: number) => void sendOrder({ target: id, verb: 'cell-replace' }, number),
    [id],
  );
  return { cells: { cells, source }, onReplaceCell };
}

async function changeSetpoint({ id, name }: Entity, setpoint: number): Promise<void> {
  const done = text().inspector.setpoint.done(name, `${numberText(setpoint, 1)} °C`);
  await perform({ type: 'inventory.change', id, spec: { setpoint } }, done);
}

function Thing({ entity }: { readonly entity: Entity }): ReactNode {
  const words = useText().inspector;
  const inventory = useInventory();
  const alarms = useWorld((state) => state.alarms);
  const runs = useWorld((state) => state.runs);
  const phase = useWorld((state) => state.phase);
  const select = useSelection((state) => state.select);
  const [hours, setHours] = useState<ChartRange>(1);
  const devices = useDevices(entity);
  const world = useWorld.getState();
  const main = useMain(entity, inventory, hours);
  const cells = useCellsOf(entity, inventory);
  const protocols = useProtocols(entity, inventory);
  const whatIf = useWhatIf(entity);
  const redundancy = useRedundancy(entity);
  return (
    <>
      {phase === 'lost' && <StaleNote text={words.lastKnown} />}
      <InspectorView
        entity={entity}
        inventory={inventory}
        devices={devices}
        {...main}
        {...cells}
        alarms={alarmsWithin(world.entities, alarms.values(), entity.id)}
        runs={runsOn(runs.values(), entity.id)}
        menu={thingActions(entity, world)}
        orders={orderActions(entity, world)}
        {...{ protocols, whatIf, redundancy, hours }}
        onHours={setHours}
        onSelect={select}
        onAcknowledge={(open) => void acknowledgeAll(open)}
        onStop={(stopped) => void stopRuns(stopped)}
        onScenario={() => openPanel('scenario', { target: entity.id })}
        onSetpoint={(setpoint) => void changeSetpoint(entity, setpoint)}
      />
      <AskOrder />
      <AskSource />
    </>
  );
}

/** What is not held is asked for: a device, or something this page has not heard of yet. */
function Asked({ id }: { readonly id: EntityId }): ReactNode {
  const words = useText().inspector;
  const { data, phase, refusal, retry } = useQuery('entity', { id });
  if (data !== null && data.id === id) return <Thing key={id} entity={data} />;
  if (refusal?.code === 'unknown-entity' || refusal?.code === 'not-found')
    return <EmptyState text={words.gone} />;
  if (phase === 'error' && refusal !== null)
    return <ErrorState what={words.notRead} refusal={refusal} onRetry={retry} />;
  return <SkeletonRows count={6} />;
}

/** What is selected, whatever it is. The pane around it says its name. */
export function InspectorBody(): ReactNode {
  const words = useText().inspector;
  const id = useSelection((state) => state.selected);
  const entity = useEntity(id);
  const isLoaded = useWorld((state) => state.story > 0);
  if (id === null) return <EmptyState text={words.nothing} />;
  if (entity !== null) return <Thing key={id} entity={entity} />;
  return isLoaded ? <Asked key={id} id={id} /> : <SkeletonRows count={6} />;
}
