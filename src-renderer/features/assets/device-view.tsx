import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import type { Inventory } from '../floor/rack-sensors.ts';
import { FactList } from '../inspector/fact-list.tsx';
import type { Fact } from '../inspector/fact-list.tsx';
import { LifecycleMark } from './asset-cells.tsx';
import { DeviceCard } from './device-card.tsx';
import type { DeviceFacts } from './device-facts.ts';
import { DeviceLife } from './device-life.tsx';
import { DevicePapers } from './device-papers.tsx';
import { DevicePlace } from './device-place.tsx';
import { DeviceCooling, DevicePower, DeviceSensors } from './device-relations.tsx';
import { DeviceStory } from './device-story.tsx';

type DeviceViewProps = {
  /** `none` where there is no such device, or no more. */
  readonly state: QueryState<DeviceFacts | 'none'>;
  readonly inventory: Inventory;
  readonly today: string;
  readonly epoch: number;
  readonly nameOf: (id: string) => string;
  readonly onSelect: (id: EntityId) => void;
  /** What can be done to it. */
  readonly actions: ReactNode;
};

export function DeviceView(props: DeviceViewProps): ReactNode {
  const words = useText().assets.device;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="px-3 pt-2">
        <Link
          to="/assets"
          className="inline-flex min-h-6 items-center gap-1 text-12 text-text-2 hover:text-text"
        >
          <ArrowLeft aria-hidden size={14} /> {words.back}
        </Link>
      </div>
      {props.state.data === null && <h1 className="sr-only">{words.what}</h1>}
      <Face state={props.state} what={words.what} still={words.still}>
        {(facts) => (facts === 'none' ? <Gone /> : <Full {...props} facts={facts} />)}
      </Face>
    </div>
  );
}

function Gone(): ReactNode {
  const words = useText().assets.device;
  return (
    <>
      <h1 className="sr-only">{words.what}</h1>
      <EmptyState text={words.gone} />
    </>
  );
}

const watts = (value: number): string => withUnit(numberText(value, 0), 'W');

function useIdentity({ device, row }: DeviceFacts): readonly Fact[] {
  const words = useText().assets;
  const { spec, id } = device;
  const { asset } = spec;
  const mono = (value: string | undefined): ReactNode =>
    value === undefined ? '–' : <span className="font-mono">{value}</span>;
  return [
    { label: words.columns.model, value: spec.model },
    { label: words.columns.manufacturer, value: spec.manufacturer ?? '–' },
    { label: words.columns.tag, value: mono(asset?.tag) },
    { label: words.columns.serial, value: mono(spec.serial) },
    { label: words.columns.address, value: mono(spec.address) },
    { label: words.columns.owner, value: asset?.owner ?? '–' },
    { label: words.columns.service, value: asset?.service ?? '–' },
    { label: words.columns.feed, value: spec.psus === 2 ? 'A+B' : spec.feed },
    { label: words.columns.rated, value: watts(spec.ratedPower) },
    { label: words.columns.drawn, value: row === null ? '–' : words.device.drawn(watts(row.drawn)) },
    {
      label: words.columns.weight,
      value: spec.weight === undefined ? '–' : withUnit(numberText(spec.weight, 1), 'kg'),
    },
    { label: words.device.id, value: mono(id) },
  ];
}

type FullProps = DeviceViewProps & { readonly facts: DeviceFacts };

function Full({ facts, inventory, today, epoch, nameOf, onSelect, actions }: FullProps): ReactNode {
  const words = useText().assets;
  const { device, story, neighbours } = facts;
  const near = { device, inventory, onSelect };
  const identity = useIdentity(facts);
  return (
    <>
      <header className="flex flex-wrap items-center gap-3 px-3 pb-2">
        <h1 className="min-w-0 truncate text-20 font-semibold">{device.name}</h1>
        <span className="text-12 text-text-2">{words.categories[device.spec.category]}</span>
        <span className="text-12">
          <LifecycleMark lifecycle={device.spec.lifecycle} />
        </span>
        <span className="ml-auto flex flex-wrap gap-2">{actions}</span>
      </header>
      <div className="grid items-start gap-3 px-3 pb-4 md:grid-cols-2 2xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-3">
          <DeviceCard title={words.device.identity}>
            <FactList facts={identity} />
          </DeviceCard>
          <DeviceLife device={device} story={story} today={today} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <DevicePlace device={device} neighbours={neighbours} inventory={inventory} />
          <DevicePower {...near} />
          <DeviceCooling {...near} />
        </div>
        <div className="flex min-w-0 flex-col gap-3 md:col-span-2 2xl:col-span-1">
          <DeviceSensors {...near} />
          <DevicePapers device={device} />
          <DeviceStory story={story} epoch={epoch} nameOf={nameOf} />
        </div>
      </div>
    </>
  );
}
