/** The diagram on the live lab: what is selected, what is previewed, what was ordered. */
import { useCallback, useEffect, useEffectEvent, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { text, useText } from '../../text/text.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { worstMarks } from '../floor/floor-marks.ts';
import { orderActions, thingActions } from '../inspector/thing-actions.ts';
import { useDevicesOf } from '../topology/rack-devices.ts';
import { DiagramView } from './diagram-view.tsx';
import { foldAll, setOpen, usePower } from './power-state.ts';
import { ordersTo } from './selected-bar.tsx';
import type { SelectedBarProps } from './selected-bar.tsx';
import type { PowerScene } from './use-power.ts';
import { canBeLost, useWhatIf } from './use-what-if.ts';

export type DiagramTabProps = PowerScene & {
  readonly selected: EntityId | null;
  readonly lost: EntityId | null;
  readonly onPreview: (lost: EntityId | null) => void;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
};

/** Escape leaves the preview before it means anything else. */
function useEscape(isPreviewing: boolean, leave: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  });
  useEffect(() => {
    if (!isPreviewing) return undefined;
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [isPreviewing]);
}

/** A device hangs on the rack PDUs that feed it: on both where it has two supplies, else on its own feed's. */
function useDevices({ inventory, graph }: PowerScene, selected: EntityId | null) {
  const pdu = selected === null ? undefined : inventory.entities.get(selected);
  const rack = pdu?.kind === 'pdu' ? pdu.parent : null;
  const racks = useMemo(() => (rack === null ? [] : [rack]), [rack]);
  const held = useDevicesOf(racks);
  return useMemo(() => {
    const all = rack === null ? undefined : held.get(rack);
    if (pdu?.kind !== 'pdu' || all === undefined || !graph.feedersOf.has(pdu.id))
      return new Map<EntityId, readonly Entity[]>();
    const mine = all.filter(
      (device) => device.kind === 'device' && (device.spec.psus === 2 || device.spec.feed === pdu.spec.feed),
    );
    return new Map<EntityId, readonly Entity[]>([[pdu.id, mine]]);
  }, [graph, held, pdu, rack]);
}

/** Rack PDUs of different racks share their names. */
function placedName({ entities }: Inventory, id: EntityId): string {
  const entity = entities.get(id);
  const rack = entity?.kind === 'pdu' && entity.parent !== null ? entities.get(entity.parent) : undefined;
  if (entity === undefined) return id;
  return rack === undefined ? entity.name : text().power.diagram.at(rack.name, entity.name);
}

function useSelectedBar(
  entity: Entity | undefined,
  onPreview: DiagramTabProps['onPreview'],
): SelectedBarProps | null {
  const words = useText().power.selected;
  const epoch = useWorld((state) => state.status?.clock.epoch ?? 0);
  const events = useQuery('events', entity === undefined ? null : { types: ['plant.ordered'], limit: 200 }, {
    every: 3000,
  });
  if (entity === undefined || entity.kind === 'sensor') return null;
  return {
    entity,
    orders: orderActions(entity, useWorld.getState()),
    given: ordersTo(events.data?.items ?? [], entity.id, epoch),
    refusesPreview: canBeLost(entity.kind) ? null : words.cannotLose,
    onPreview: () => onPreview(entity.id),
  };
}

const previewItem = (id: EntityId, onPreview: (id: EntityId) => void): MenuItem => ({
  id: 'power.what-if',
  title: text().power.selected.lose,
  run: () => onPreview(id),
});

export function DiagramTab(props: DiagramTabProps): ReactNode {
  const { inventory, graph, source, selected, lost, onPreview, site } = props;
  const alarms = useWorld((state) => state.alarms);
  const fitTurn = usePower((state) => state.fitTurn);
  const marks = useMemo(() => worstMarks(inventory.entities, alarms.values()), [inventory, alarms]);
  const devices = useDevices(props, selected);
  const selectedBar = useSelectedBar(
    selected === null ? undefined : inventory.entities.get(selected),
    onPreview,
  );
  const { answer, whatIf } = useWhatIf({ lost, graph, source, flow: props.flow });
  const select = useSelection((state) => state.select);
  useEscape(lost !== null, () => onPreview(null));
  const menuOf = useCallback(
    (id: EntityId): readonly MenuItem[] => {
      const entity = useWorld.getState().entities.get(id);
      if (entity === undefined) return [];
      return [...(canBeLost(entity.kind) ? [previewItem(id, onPreview)] : []), ...thingActions(entity)];
    },
    [onPreview],
  );
  return (
    <DiagramView
      {...props}
      siteName={site?.name ?? ''}
      flow={whatIf?.flow ?? props.flow}
      whatIf={whatIf}
      marks={marks}
      devices={devices}
      fitTurn={fitTurn}
      onSelect={select}
      onToggle={setOpen}
      onFold={foldAll}
      menuOf={menuOf}
      selectedBar={selectedBar}
      preview={
        lost === null
          ? null
          : {
              lost,
              answer,
              whatIf,
              onSelect: select,
              nameOf: (id) => placedName(inventory, id),
              isUps: inventory.entities.get(lost)?.kind === 'ups',
              onLeave: () => onPreview(null),
            }
      }
    />
  );
}
