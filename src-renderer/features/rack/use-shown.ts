/** The racks that are looked at, with all that is known of them. */
import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'react-router';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import { ancestorOf } from '../../data/world.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { type Rack } from './elevation.ts';
import { allRacks, rackModel, type RackModel } from './rack-model.ts';
import { useRacks } from './rack-state.ts';
import { showRacks } from './rack-deeds.ts';
import { racksIn } from './shown-racks.ts';
import { type RackDevices, useRackDevices } from './use-rack-devices.ts';

const isRack = (inventory: Inventory, id: EntityId): boolean => inventory.entities.get(id)?.kind === 'rack';

/** As far as the page knows without asking. */
function rackAtHand(inventory: Inventory, known: RackDevices, id: EntityId): EntityId | null {
  const held = ancestorOf(inventory.entities, id, 'rack');
  if (held !== null) return held.id;
  return [...known.devices].find(([, devices]) => devices.some((device) => device.id === id))?.[0] ?? null;
}

const isUnheld = ({ entities }: Inventory, id: EntityId | null): id is EntityId =>
  id !== null && entities.size > 0 && !entities.has(id);

/** The rack of what is selected. The page holds no devices, so a device's is asked for. */
function useSelectedRack(inventory: Inventory, known: RackDevices): EntityId | null {
  const selected = useSelection((state) => state.selected);
  const here = selected === null ? null : rackAtHand(inventory, known, selected);
  const isAsked = here === null && isUnheld(inventory, selected);
  const { data } = useQuery('entity', isAsked ? { id: selected } : null);
  const asked = isAsked && data?.id === selected ? data.parent : null;
  return here ?? (asked !== null && isRack(inventory, asked) ? asked : null);
}

export type Shown = {
  readonly racks: readonly Rack[];
  readonly models: readonly RackModel[];
  readonly known: RackDevices;
};

export function useShown(inventory: Inventory): Shown {
  const { search } = useLocation();
  const last = useRacks((state) => state.shown);
  const turn = useSelection((state) => state.turn);
  const linked = useMemo(() => racksIn(search).filter((id) => isRack(inventory, id)), [search, inventory]);
  const wanted = linked.length > 0 ? linked : last.filter((id) => isRack(inventory, id));
  const known = useRackDevices(wanted);
  const selectedRack = useSelectedRack(inventory, known);

  // A rack that is chosen elsewhere is shown here; a comparison stays as it was made.
  const seen = useRef({ turn: linked.length > 0 ? turn : -1, rack: linked[0] ?? null });
  useEffect(() => {
    if (selectedRack === null || seen.current.rack === selectedRack) return;
    const isNew = seen.current.turn !== turn || linked.length === 0;
    seen.current = { turn, rack: selectedRack };
    if (isNew && linked.length < 2 && linked[0] !== selectedRack) showRacks([selectedRack]);
  }, [selectedRack, turn, linked]);

  const first = wanted.length === 0 && selectedRack === null ? (allRacks(inventory)[0]?.id ?? null) : null;
  useEffect(() => {
    if (first !== null) showRacks([first]);
  }, [first]);

  const ids = wanted.join(',');
  useEffect(() => {
    if (ids !== '') useRacks.setState({ shown: ids.split(',') as EntityId[] });
  }, [ids]);

  const { devices } = known;
  return useMemo(() => {
    const racks = (ids === '' ? [] : (ids.split(',') as EntityId[])).flatMap((id) => {
      const entity = inventory.entities.get(id);
      return entity?.kind === 'rack' ? [entity] : [];
    });
    return {
      racks,
      known,
      models: racks.map((rack) => rackModel(inventory, rack, devices.get(rack.id) ?? null)),
    };
  }, [ids, inventory, devices, known]);
}
