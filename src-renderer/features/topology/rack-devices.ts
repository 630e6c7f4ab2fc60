/** Devices of the racks that are folded open: asked for once each, again when another lab comes. */
import { useEffect, useMemo, useState } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { query } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';

type Devices = ReadonlyMap<EntityId, readonly Entity[]>;
const none: Devices = new Map();

export function useDevicesOf(racks: readonly EntityId[]): Devices {
  const layout = useWorld((state) => state.layout);
  const [held, setHeld] = useState<{ readonly layout: number; readonly devices: Devices }>({
    layout: -1,
    devices: none,
  });
  const wanted = racks.join(',');
  const current = held.layout === layout ? held.devices : none;
  const missing = useMemo(
    () => (wanted === '' ? [] : (wanted.split(',') as EntityId[])).filter((rack) => !current.has(rack)),
    [wanted, current],
  );

  useEffect(() => {
    if (missing.length === 0) return undefined;
    let live = true;
    const ask = async (): Promise<void> => {
      const answers = await Promise.all(
        missing.map(
          async (parent) =>
            [parent, await query('entities', { parent, kinds: ['device'], limit: 200 })] as const,
        ),
      );
      if (!live) return;
      const found = answers.map(([rack, answer]) => [rack, answer.ok ? answer.value.items : []] as const);
      setHeld((last) => ({
        layout,
        devices: new Map([...(last.layout === layout ? last.devices : none), ...found]),
      }));
    };
    void ask();
    return () => {
      live = false;
    };
  }, [missing, layout]);

  // While a changed layout is asked for again, the last known devices stay.
  return held.devices;
}
