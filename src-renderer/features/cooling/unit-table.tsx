import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import type { CoolingSources } from './cooling-sources.ts';
import type { CoolingUnit } from './plant-of.ts';
import { SetPointCell } from './set-point-cell.tsx';
import type { SetSetpoint } from './set-point-cell.tsx';
import { SupplySpark } from './supply-spark.tsx';

export type UnitTableProps = {
  readonly units: readonly CoolingUnit[];
  readonly sources: CoolingSources;
  readonly trends: ReadonlyMap<EntityId, readonly (number | null)[]>;
  readonly selected: EntityId | null;
  readonly onSelect: (id: EntityId) => void;
  readonly onSet: SetSetpoint;
};

const head = 'sticky top-0 z-1 bg-surface px-2 py-1 font-medium whitespace-nowrap text-text-2';
const cell = 'h-8 px-2 whitespace-nowrap';
const figure = `${cell} text-right tabular-nums`;

export function UnitTable(props: UnitTableProps): ReactNode {
  const words = useText().cooling.units;
  const figures = [
    words.supply,
    words.back,
    words.difference,
    words.setpoint,
    words.fan,
    words.drive,
    words.load,
    words.power,
  ];
  return (
    <div
      role="region"
      aria-label={words.label}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      <table className="w-full border-collapse text-12">
        <thead>
          <tr className="text-left">
            <th scope="col" className={head}>
              {words.name}
            </th>
            <th scope="col" className={head}>
              {words.state}
            </th>
            {figures.map((title) => (
              <th key={title} scope="col" className={`${head} text-right`}>
                {title}
              </th>
            ))}
            <th scope="col" className={`${head} max-lg:hidden`}>
              {words.trend}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {words.age}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.units.map((unit) => (
            <UnitRow key={unit.id} unit={unit} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UnitRow({ unit, ...props }: UnitTableProps & { readonly unit: CoolingUnit }): ReactNode {
  const { sources, trends, selected, onSelect, onSet } = props;
  const words = useText().cooling.units;
  const { sensors } = unit;
  const isCrac = unit.kind === 'crac';
  const supply = isCrac ? sensors['supply-temperature'] : sensors['water-supply'];
  const back = isCrac ? sensors['return-temperature'] : sensors['water-return'];
  const place = isCrac
    ? `${unit.room}, ${unit.coil === 'compressor' ? words.compressor : words.water}`
    : words.water;
  return (
    <tr className={`border-t hover:bg-hover ${selected === unit.id ? 'bg-hover' : ''}`}>
      <th scope="row" className={`${cell} text-left font-normal`}>
        <button
          type="button"
          title={words.open(unit.name)}
          aria-current={selected === unit.id}
          onClick={() => onSelect(unit.id)}
          className="min-h-6 rounded-sm text-13 font-medium hover:underline"
        >
          {unit.name}
        </button>
        <span className="ml-2 text-11 text-text-3">{place}</span>
      </th>
      <td className={`${cell} max-w-36`}>{sources.state(sensors.state)}</td>
      <td className={figure}>
        {sources.value({ sensor: supply, metric: isCrac ? 'supply-temperature' : 'water-supply' })}
      </td>
      <td className={figure}>
        {sources.value({ sensor: back, metric: isCrac ? 'return-temperature' : 'water-return' })}
      </td>
      <td className={figure}>{sources.difference(unit)}</td>
      <td className={figure}>
        <SetPointCell key={unit.setpoint} unit={unit} onSet={onSet} />
      </td>
      <td className={figure}>{sources.value({ sensor: sensors['fan-speed'], metric: 'fan-speed' })}</td>
      <td className={figure}>{sources.value({ sensor: sensors.compressor, metric: 'compressor' })}</td>
      <td className={figure}>
        {sources.value({ sensor: sensors.load, metric: 'load' })}
        <span className="ml-1 text-11 text-text-3">/ {withUnit(numberText(unit.rated, 0), 'kW')}</span>
      </td>
      <td className={figure}>{sources.value({ sensor: sensors.power, metric: 'power' })}</td>
      <td className={`${cell} max-lg:hidden`}>
        <SupplySpark values={supply === undefined ? [] : (trends.get(supply) ?? [])} />
      </td>
      <td className={`${figure} text-11 text-text-3`}>{sources.age(supply)}</td>
    </tr>
  );
}
