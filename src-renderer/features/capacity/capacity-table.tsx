import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CapacityLimit, CapacityPlace } from '../../../sim/contract/capacity.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { AmountBar } from './amount-bar.tsx';
import type { Amount } from './amount-bar.tsx';
import { levelBelow } from './use-capacity.ts';
import type { CapacityLine } from './use-capacity.ts';

export type CapacityTableProps = {
  readonly lines: readonly CapacityLine[];
  readonly selected: EntityId | null;
  readonly onToggle: (id: EntityId) => void;
  readonly onSelect: (id: EntityId) => void;
};

const head = 'sticky top-0 z-1 bg-surface px-1.5 py-1 text-left font-medium whitespace-nowrap text-text-2';
const cell = 'h-10 px-1.5 align-middle';

export function CapacityTable(props: CapacityTableProps): ReactNode {
  const words = useText().capacity;
  const titles = [
    words.units,
    words.kilowatts,
    words.heat,
    words.ports,
    words.kilos,
    words.first,
    words.stranded,
  ];
  return (
    <div
      role="region"
      aria-label={words.table}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      <table className="w-full border-collapse text-12">
        <thead>
          <tr>
            <th scope="col" className={head}>
              {words.place}
            </th>
            {titles.map((title) => (
              <th key={title} scope="col" className={head}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <Line key={line.place.id} line={line} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlaceCell({
  line: { place, depth, isOpen },
  onToggle,
  onSelect,
}: CapacityTableProps & { readonly line: CapacityLine }): ReactNode {
  const words = useText();
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <th scope="row" className={`${cell} text-left font-normal whitespace-nowrap`}>
      <div className="flex items-center" style={{ paddingLeft: depth * 16 }}>
        {levelBelow(place) === null ? (
          <span className="size-6" />
        ) : (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={isOpen ? words.capacity.close(place.name) : words.capacity.open(place.name)}
            onClick={() => onToggle(place.id)}
            className="grid size-6 place-items-center rounded-sm hover:bg-hover"
          >
            <Icon aria-hidden size={14} />
          </button>
        )}
        <button
          type="button"
          onClick={() => onSelect(place.id)}
          className="flex min-h-6 items-baseline gap-2 rounded-sm px-1 hover:underline"
        >
          <span className="text-13 font-medium">{place.name}</span>
          <span className="text-11 text-text-3">
            {words.kinds[place.kind]}
            {place.kind === 'rack' ? '' : ` · ${words.capacity.racks(place.racks)}`}
          </span>
        </button>
        {place.kind !== 'rack' && place.racksOver > 0 && (
          <StatusMark kind="critical" word={words.capacity.racksOver(place.racksOver)} showWord size={12} />
        )}
      </div>
    </th>
  );
}

function Line(props: CapacityTableProps & { readonly line: CapacityLine }): ReactNode {
  const { place } = props.line;
  const words = useText().capacity;
  const { first, stranded, over } = place;
  return (
    <tr
      aria-selected={props.selected === place.id}
      className="border-t hover:bg-hover aria-selected:bg-hover"
    >
      <PlaceCell {...props} />
      {barsOf(place, words).map(({ limit, amount, decimals, note }) => (
        <td key={limit} className={cell}>
          <AmountBar
            label={words.limits[limit]}
            amount={amount}
            decimals={decimals}
            isOver={over.some((one) => one.limit === limit)}
            note={note}
          />
        </td>
      ))}
      <td className={`${cell} whitespace-nowrap`}>
        {first === null
          ? '–'
          : `${words.limits[first.limit]}, ${withUnit(numberText(100 * first.share, 0), '%')}`}
      </td>
      <td className={`${cell} whitespace-nowrap`}>
        {stranded.because === null ? (
          '–'
        ) : (
          <>
            {words.strandedAmount(numberText(stranded.units, 0), numberText(stranded.kilowatts, 1))}
            <span className="block text-11 leading-4 text-text-2">
              {words.runsOut(words.limits[stranded.because])}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

type Bar = {
  readonly limit: CapacityLimit;
  readonly amount: Amount;
  readonly decimals: number;
  readonly note: string;
};

function barsOf({ space, power, cooling, ports, weight }: CapacityPlace, words: Words): readonly Bar[] {
  const { both, front, rear } = space.largestGap;
  const out = cooling.ofWithOneOut;
  return [
    { limit: 'space', amount: space, decimals: 0, note: words.gap(both, front, rear) },
    { limit: 'power', amount: power, decimals: 1, note: words.drawn(numberText(power.drawn, 1)) },
    {
      limit: 'cooling',
      amount: cooling,
      decimals: 1,
      note: out === null ? '' : words.oneOut(numberText(out, 1)),
    },
    { limit: 'ports', amount: ports, decimals: 0, note: '' },
    {
      limit: 'weight',
      amount: weight,
      decimals: 0,
      note: weight.unknown === 0 ? '' : words.unknownWeight(weight.unknown),
    },
  ];
}

type Words = ReturnType<typeof useText>['capacity'];
