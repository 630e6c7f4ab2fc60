/** One device, at an address of its own: `/device?id=device-12`. */
import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { labDate } from '../../ui/numbers.ts';
import { useInventory } from '../floor/use-inventory.ts';
import { useRackDevices } from '../rack/use-rack-devices.ts';
import { DeviceButtons } from './device-buttons.tsx';
import type { Device } from './device-chains.ts';
import type { DeviceFacts } from './device-facts.ts';
import { DeviceView } from './device-view.tsx';

/** Wall milliseconds. */
const renew = 5000;
const renewStory = 15_000;
const noDevices: readonly Device[] = [];

type Asked = QueryState<Entity>;

/** Of what was removed, is of another kind, or never was. */
const isNone = ({ data, refusal }: Asked): boolean =>
  refusal?.code === 'unknown-entity' ||
  refusal?.code === 'not-found' ||
  (data !== null && data.kind !== 'device');

/** Asked again when the lab changed: at once, not with the next round. */
function useAnew(layout: number, queries: readonly { readonly retry: () => void }[]): void {
  const seen = useRef(layout);
  useEffect(() => {
    if (seen.current === layout) return;
    seen.current = layout;
    for (const { retry } of queries) retry();
  }, [layout, queries]);
}

function useNeighbours(device: Device | null): readonly Device[] {
  const parent = device?.parent ?? null;
  const racks = useMemo(() => (parent === null ? [] : [parent]), [parent]);
  const { devices } = useRackDevices(racks);
  return parent === null ? noDevices : (devices.get(parent) ?? noDevices);
}

/** Devices are not held by the page: they are asked for, and again with each change of the lab. */
function useDevice(id: EntityId): QueryState<DeviceFacts | 'none'> {
  const layout = useWorld((state) => state.layout);
  const entity = useQuery('entity', { id }, { every: renewStory });
  const rows = useQuery('assets', { ids: [id], limit: 1 }, { every: renew });
  const story = useQuery('device-story', { id }, { every: renewStory });
  useAnew(layout, [entity, story]);
  const device = entity.data?.kind === 'device' ? entity.data : null;
  const neighbours = useNeighbours(device);
  if (isNone(entity)) return { ...entity, data: 'none', phase: 'ready', refusal: null };
  if (device === null) return { ...entity, data: null };
  const row = rows.data?.items[0] ?? null;
  return { ...entity, data: { device, row, story: story.data, neighbours } };
}

export function DeviceScreen(): ReactNode {
  const [params] = useSearchParams();
  const id = (params.get('id') ?? '') as EntityId;
  return <DevicePage key={id} id={id} />;
}

function DevicePage({ id }: { readonly id: EntityId }): ReactNode {
  const state = useDevice(id);
  const inventory = useInventory();
  const today = useWorld((world) => labDate(world.status?.at ?? 0));
  const epoch = useWorld((world) => world.status?.clock.epoch ?? 0);
  const select = useSelection((selection) => selection.select);
  const device = state.data === null || state.data === 'none' ? null : state.data.device;
  return (
    <DeviceView
      state={state}
      inventory={inventory}
      today={today}
      epoch={epoch}
      nameOf={(one) => (one === device?.id ? device.name : nameOfEntity(one))}
      onSelect={select}
      actions={device === null ? null : <DeviceButtons device={device} />}
    />
  );
}
