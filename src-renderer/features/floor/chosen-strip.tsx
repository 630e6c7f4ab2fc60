/** Chosen racks beside each other, with what the layer says of each. */
import { Tags, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorLayer } from '../../canvas/heat/floor-layer.table.ts';
import { isGroupLayer } from '../../canvas/heat/floor-layer.table.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { chooseNone, openForm, toggleChosen } from './floor-edit.ts';
import { LayerValue } from './layer-value.tsx';
import type { RackReadingsSource } from './rack-readings.ts';
import { groupText, spaceText } from './rack-words.ts';
import type { RoomFloor } from './room-floor.ts';

export type ChosenStripProps = {
  readonly floor: RoomFloor;
  readonly layer: FloorLayer;
  readonly readings: RackReadingsSource;
  readonly isPast: boolean;
  readonly chosen: ReadonlySet<EntityId>;
  readonly onSelect: (id: EntityId) => void;
};

const mostShown = 8;
const metrics = { inlet: 'temperature', outlet: 'temperature', power: 'power' } as const;
const lanes = ['inlet', 'outlet', 'power'] as const;

type OneProps = Omit<ChosenStripProps, 'chosen'> & { readonly index: number };

function Facts({ floor, layer, readings, isPast, index }: OneProps): ReactNode {
  const words = useText().floor;
  const shown = isPast ? [] : lanes.filter((lane) => lane !== layer);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-12">
      <dt className="text-text-2">{words.short[layer]}</dt>
      <dd className="text-right font-semibold">
        {isGroupLayer(layer) ? (
          groupText(floor, layer, index)
        ) : (
          <LayerValue floor={floor} layer={layer} index={index} readings={readings} />
        )}
      </dd>
      {shown.map((lane) => {
        const sensor = floor.lanes[lane][index] ?? null;
        return sensor === null ? null : (
          <div key={lane} className="contents">
            <dt className="text-text-2">{words.short[lane]}</dt>
            <dd className="text-right">
              <LiveValue sensor={sensor} metric={metrics[lane]} />
            </dd>
          </div>
        );
      })}
      {layer !== 'space' && (
        <>
          <dt className="text-text-2">{words.short.space}</dt>
          <dd className="text-right">{spaceText(floor, index)}</dd>
        </>
      )}
    </dl>
  );
}

function One(props: OneProps): ReactNode {
  const words = useText().floor.chosen;
  const rack = props.floor.plan.racks[props.index];
  if (rack === undefined) return null;
  return (
    <li className="w-40 shrink-0 rounded-md border border-line bg-raised px-2 py-1">
      <div className="flex items-center justify-between gap-1">
        <button
          type="button"
          className="min-h-6 truncate rounded-sm text-13 font-semibold hover:underline"
          onClick={() => props.onSelect(rack.id)}
        >
          {rack.name}
        </button>
        <IconButton
          icon={X}
          label={words.drop(rack.name)}
          className="size-6!"
          onClick={() => toggleChosen(rack.id)}
        />
      </div>
      <Facts {...props} />
    </li>
  );
}

export function ChosenStrip(props: ChosenStripProps): ReactNode {
  const { floor, chosen } = props;
  const words = useText().floor;
  const indexes = floor.plan.racks.flatMap(({ id }, index) => (chosen.has(id) ? [index] : []));
  if (indexes.length === 0) return null;
  const rest = indexes.length - mostShown;
  return (
    <section aria-label={words.chosen.label} className="flex items-start gap-2 border-t bg-bg px-3 py-2">
      <ul className="flex min-w-0 flex-1 items-stretch gap-2 overflow-x-auto">
        {indexes.slice(0, mostShown).map((index) => (
          <One key={floor.plan.racks[index]?.id} {...props} index={index} />
        ))}
        {rest > 0 && <li className="self-center text-12 text-text-2">{words.chosen.more(rest)}</li>}
      </ul>
      <div className="flex shrink-0 items-center">
        <IconButton icon={Tags} label={words.chosen.card} onClick={() => openForm('card')} />
        <IconButton icon={Trash2} label={words.edit.remove} onClick={() => openForm('remove')} />
        <IconButton icon={X} label={words.chosen.clear} onClick={chooseNone} />
      </div>
    </section>
  );
}
