/** Devices of the racks that are shown: asked for again whenever the inventory changed. The last ones stay until then. */
import { useCallback, useEffect, useState } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { query } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import type { Device } from './elevation.ts';

export type RackDevices = {
  readonly devices: ReadonlyMap<EntityId, readonly Device[]>;
  readonly refusal: Refusal | null;
  readonly retry: () => void;
};

type Held = Omit<RackDevices, 'retry'>;
/** Two half-depth devices to each of sixty units. */
const most = 120;

async function devicesOf(rack: EntityId): Promise<readonly Device[] | Refusal> {
  const answer = await query('entities', { parent: rack, kinds: ['device'], limit: most });
  if (!answer.ok) return answer.refusal;
  return answer.value.items.filter((entity): entity is Device => entity.kind === 'device');
}

async function askFor(racks: readonly EntityId[]): Promise<Held> {
  const answers = await Promise.all(racks.map(async (rack) => [rack, await devicesOf(rack)] as const));
  const devices = new Map<EntityId, readonly Device[]>();
  let refusal: Refusal | null = null;
  for (const [rack, answer] of answers) {
    if ('code' in answer) refusal = answer;
    else devices.set(rack, answer);
  }
  return { devices, refusal };
}

export function useRackDevices(racks: readonly EntityId[]): RackDevices {
  const layout = useWorld((state) => state.layout);
  const [turn, setTurn] = useState(0);
  const [held, setHeld] = useState<Held>({ devices: new Map(), refusal: null });
  const wanted = racks.join(',');
  useEffect(() => {
    if (wanted === '') return undefined;
    let live = true;
    const load = async (): Promise<void> => {
      const next = await askFor(wanted.split(',') as EntityId[]);
      if (live)
        setHeld((last) => ({ devices: new Map([...last.devices, ...next.devices]), refusal: next.refusal }));
    };
    void load();
    return () => {
      live = false;
    };
  }, [wanted, layout, turn]);
  const retry = useCallback(() => setTurn((last) => last + 1), []);
  return { ...held, retry };
}
