/** The floor's twin for who cannot or will not use a drawing: the same racks, the same values, as rows. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { FloorMetric } from '../../canvas/heat/metric-scale.table.ts';
import { powerSeverity, type RackPower } from '../../canvas/floor/floor-plant.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { markRank } from '../../canvas/floor/mark-cells.ts';
import type { RoomFloor } from './plan-from-world.ts';
import { LiveAge } from './live-age.tsx';
import { type PlantSource, usePlantNow } from './use-plant.ts';

export type FloorTableProps = {
  readonly floor: RoomFloor;
  readonly marks: readonly (RackMark | null)[];
  readonly plant: PlantSource;
  readonly selected: EntityId | null;
  readonly onSelect: (id: EntityId) => void;
};

type Row = {
  readonly id: EntityId;
  readonly name: string;
  readonly mark: RackMark | null;
  readonly power: RackPower | null;
  readonly sensors: Readonly<Record<FloorMetric, EntityId | null>>;
};

type Drawn = {
  readonly marks: readonly (RackMark | null)[];
  readonly power: readonly (RackPower | null)[];
};

function rowsOf(floor: RoomFloor, { marks, power }: Drawn): readonly Row[] {
  return floor.plan.racks.map(({ id, name }, index) => ({
    id,
    name,
    mark: marks[index] ?? null,
    power: power[index] ?? null,
    sensors: {
      temperature: floor.sensors.temperature[index] ?? null,
      humidity: floor.sensors.humidity[index] ?? null,
      power: floor.sensors.power[index] ?? null,
    },
  }));
}

const rankOf = ({ mark, power }: Row): number =>
  (power === null ? 0 : power === 'dark' ? 100 : 50) + (mark === null ? 0 : markRank(mark));

/** Which feeds live, before what rings. */
function StateCell({ mark, power }: Pick<Row, 'mark' | 'power'>): ReactNode {
  if (power !== null)
    return <StatusMark kind={powerSeverity[power]} word={power === 'dark' ? 'Dark' : 'One feed'} showWord />;
  if (mark === null) return <StatusMark kind="ok" showWord />;
  return <StatusMark kind={mark.severity} showWord isUnacknowledged={!mark.acknowledged} />;
}

const metricColumn = (metric: FloorMetric): Column<Row> => ({
  id: metric,
  header: metric === 'temperature' ? 'Inlet' : metricTable[metric].label,
  width: 'minmax(104px, 1fr)',
  align: 'end',
  cell: ({ sensors }) => {
    const sensor = sensors[metric];
    return sensor === null ? (
      <span className="text-text-3">no sensor</span>
    ) : (
      <LiveValue sensor={sensor} metric={metric} />
    );
  },
});

const columnsOf = (metrics: readonly FloorMetric[]): readonly Column<Row>[] => [
  {
    id: 'name',
    header: 'Rack',
    width: 'minmax(88px, 1fr)',
    cell: (row) => <span className="font-medium">{row.name}</span>,
    compare: (one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }),
  },
  ...metrics.map(metricColumn),
  {
    id: 'age',
    header: 'Read',
    width: 'minmax(84px, 0.7fr)',
    align: 'end',
    cell: ({ sensors }) => {
      const sensor = sensors.temperature ?? sensors.power ?? sensors.humidity;
      return sensor === null ? '–' : <LiveAge sensor={sensor} />;
    },
  },
  {
    id: 'state',
    header: 'State',
    width: 'minmax(112px, 1fr)',
    cell: ({ mark, power }) => <StateCell mark={mark} power={power} />,
    compare: (one, other) => rankOf(other) - rankOf(one),
  },
];

export function FloorTable({ floor, marks, plant, selected, onSelect }: FloorTableProps): ReactNode {
  const { racks: power } = usePlantNow(plant);
  const rows = useMemo(() => rowsOf(floor, { marks, power }), [floor, marks, power]);
  const columns = useMemo(() => columnsOf(floor.metrics), [floor.metrics]);
  return (
    <DataTable
      label={`Racks of ${floor.plan.room.name}`}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      onOpen={(row) => onSelect(row.id)}
      isChosen={(row) => row.id === selected}
      initialSort={{ column: 'name', direction: 'ascending' }}
      empty={<EmptyState text="This room has no racks yet." />}
    />
  );
}
