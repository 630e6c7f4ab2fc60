/** What it hangs on: power up both feeds, cooling, and the sensors around it, each with its value of now. */
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { LiveState } from '../../ui/live-state.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { wordsFor } from '../../ui/value-words.ts';
import { sensorFor } from '../floor/rack-sensors.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { sensorLabel } from '../inspector/fact-list.tsx';
import { ThingLink } from '../inspector/thing-relations.tsx';
import { DeviceCard, Quiet } from './device-card.tsx';
import { coolersOf, feedChains, sensorsNear } from './device-chains.ts';
import type { Device, FeedChain } from './device-chains.ts';

type RelationsProps = {
  readonly device: Device;
  readonly inventory: Inventory;
  readonly onSelect: (id: EntityId) => void;
};

export function DevicePower({ device, inventory, onSelect }: RelationsProps): ReactNode {
  const words = useText().assets.device;
  const chains = feedChains(inventory, device);
  return (
    <DeviceCard title={words.fedBy}>
      {chains.length === 0 && <Quiet>{words.noFeed}</Quiet>}
      {chains.map((chain) => (
        <Chain
          key={chain.things[0]?.id ?? chain.feed}
          chain={chain}
          inventory={inventory}
          onSelect={onSelect}
        />
      ))}
    </DeviceCard>
  );
}

type ChainProps = Pick<RelationsProps, 'inventory' | 'onSelect'> & { readonly chain: FeedChain };

const Chain = ({ chain, inventory, onSelect }: ChainProps): ReactNode => {
  const words = useText().assets.device;
  return (
    <>
      <h3 className="px-3 pt-1 text-11 font-medium text-text-2">{words.feed(chain.feed)}</h3>
      <ol aria-label={words.feed(chain.feed)}>
        {chain.things.map((thing) => (
          <li key={thing.id}>
            <ThingLink entity={thing} inventory={inventory} onSelect={onSelect} />
          </li>
        ))}
      </ol>
    </>
  );
};

export function DeviceCooling({ device, inventory, onSelect }: RelationsProps): ReactNode {
  const words = useText().assets.device;
  const coolers = coolersOf(inventory, device);
  return (
    <DeviceCard title={words.cooledBy}>
      {coolers.length === 0 && <Quiet>{words.noCooling}</Quiet>}
      <ul>
        {coolers.map((thing: Entity) => (
          <li key={thing.id}>
            <ThingLink entity={thing} inventory={inventory} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      <Quiet>{words.noMachines}</Quiet>
    </DeviceCard>
  );
}

export function DeviceSensors({ device, inventory, onSelect }: RelationsProps): ReactNode {
  const words = useText().assets.device;
  const sensors = sensorsNear(inventory, device);
  const isOwn = sensorFor(inventory, device.id, 'power') !== null;
  return (
    <DeviceCard title={words.sensors}>
      {!isOwn && <Quiet>{words.sensorsOfRack}</Quiet>}
      <ul className="text-12">
        {sensors.map((sensor) => {
          const { id, parent, spec } = sensor;
          const kind = parent === null ? undefined : inventory.entities.get(parent)?.kind;
          const isState = kind !== undefined && wordsFor({ kind, metric: spec.metric }) !== null;
          return (
            <li key={id}>
              <button
                type="button"
                onClick={() => onSelect(id)}
                className="flex min-h-7 w-full items-center gap-2 px-3 text-left -outline-offset-2 hover:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate text-text-2">{sensorLabel(sensor)}</span>
                {isState ? (
                  <LiveState sensor={id} metric={spec.metric} />
                ) : (
                  <LiveValue sensor={id} metric={spec.metric} />
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </DeviceCard>
  );
}
