/** The floor's twin for who cannot or will not use a drawing: the same racks, the same values, as rows. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { powerSeverity, type RackPower } from '../../canvas/floor/floor-plant.ts';
import { markRank, type RackMark } from '../../canvas/floor/mark-cells.ts';
import { type FloorLayer, isGroupLayer } from '../../canvas/heat/floor-layer.table.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { LayerValue } from './layer-value.tsx';
import { LiveAge } from './live-age.tsx';
import type { RackReadingsSource } from './rack-readings.ts';
import { groupText } from './rack-words.ts';
import type { RoomFloor } from './room-floor.ts';
import { type PlantSource, usePlantNow } from './use-plant.ts';

export type FloorTableProps = {
  readonly floor: RoomFloor;
  readonly layer: FloorLayer;
  readonly readings: RackReadingsSource;
  /** History: then only the layer's own column has values. */
  readonly isPast: boolean;
  readonly marks: readonly (RackMark | null)[];
  readonly plant: PlantSource;
  readonly selected: EntityId | null;
  readonly onSelect: (id: EntityId) => void;
  readonly chosen: ReadonlySet<EntityId>;
  readonly onChosen: (ids: ReadonlySet<EntityId>) => void;
};

const usualLanes = ['inlet', 'humidity', 'power'] as const;
type UsualLane = (typeof usualLanes)[number];
const metrics = { inlet: 'temperature', humidity: 'humidity', power: 'power' } as const;

type Row = {
  readonly id: EntityId;
  readonly name: string;
  readonly index: number;
  readonly mark: RackMark | null;
  readonly power: RackPower | null;
  readonly sensors: Readonly<Record<UsualLane, EntityId | null>>;
};

type Drawn = {
  readonly marks: readonly (RackMark | null)[];
  readonly power: readonly (RackPower | null)[];
};

function rowsOf(floor: RoomFloor, { marks, power }: Drawn): readonly Row[] {
  return floor.plan.racks.map(({ id, name }, index) => ({
    id,
    name,
    index,
    mark: marks[index] ?? null,
    power: power[index] ?? null,
    sensors: {
      inlet: floor.lanes.inlet[index] ?? null,
      humidity: floor.lanes.humidity[index] ?? null,
      power: floor.lanes.power[index] ?? null,
    },
  }));
}

const rankOf = ({ mark, power }: Row): number =>
  (power === null ? 0 : power === 'dark' ? 100 : 50) + (mark === null ? 0 : markRank(mark));

/** Which feeds live, before what rings. */
function StateCell({ mark, power }: Pick<Row, 'mark' | 'power'>): ReactNode {
  const words = useText();
  if (power !== null)
    return <StatusMark kind={powerSeverity[power]} word={words.floor.powerWords[power]} showWord />;
  if (mark === null) return <StatusMark kind="ok" showWord />;
  return <StatusMark kind={mark.severity} showWord isUnacknowledged={!mark.acknowledged} />;
}

type Words = Catalogue['floor'];

const laneColumn = (lane: UsualLane, words: Words): Column<Row> => ({
  id: lane,
  header: words.short[lane],
  width: 'minmax(104px, 1fr)',
  align: 'end',
  cell: ({ sensors }) => {
    const sensor = sensors[lane];
    return sensor === null ? (
      <span className="text-text-3">{words.noSensor}</span>
    ) : (
      <LiveValue sensor={sensor} metric={metrics[lane]} />
    );
  },
});

type Shown = Pick<FloorTableProps, 'floor' | 'layer' | 'readings'>;

/** The layer that colours the map, where it is none of the usual columns. */
function layerColumn({ floor, layer, readings }: Shown, words: Words): Column<Row> {
  const valueOf = ({ index }: Row): number => readings.latest()?.values[index] ?? Number.NEGATIVE_INFINITY;
  return {
    id: layer,
    header: words.short[layer],
    width: 'minmax(112px, 1.2fr)',
    align: isGroupLayer(layer) ? 'start' : 'end',
    cell: ({ index }) =>
      isGroupLayer(layer) ? (
        groupText(floor, layer, index)
      ) : (
        <LayerValue floor={floor} layer={layer} index={index} readings={readings} />
      ),
    compare: (one, other) =>
      isGroupLayer(layer)
        ? groupText(floor, layer, one.index).localeCompare(groupText(floor, layer, other.index))
        : valueOf(one) - valueOf(other),
  };
}

const isUsual = (layer: FloorLayer): layer is UsualLane => usualLanes.some((lane) => lane === layer);

function columnsOf(props: Shown & Pick<FloorTableProps, 'isPast'>, words: Words): readonly Column<Row>[] {
  const { floor, layer, isPast } = props;
  const lanes = isPast ? [] : usualLanes.filter((lane) => floor.layers.includes(lane));
  const own = isPast || !isUsual(layer) ? [layerColumn(props, words)] : [];
  return [
    {
      id: 'name',
      header: words.columns.name,
      width: 'minmax(88px, 1fr)',
      cell: (row) => <span className="font-medium">{row.name}</span>,
      compare: (one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }),
    },
    ...own,
    ...lanes.map((lane) => laneColumn(lane, words)),
    ...(isPast ? [] : nowColumns(words)),
  ];
}

const nowColumns = (words: Words): readonly Column<Row>[] => [
  {
    id: 'age',
    header: words.columns.age,
    width: 'minmax(84px, 0.7fr)',
    align: 'end',
    cell: ({ sensors }) => {
      const sensor = sensors.inlet ?? sensors.power ?? sensors.humidity;
      return sensor === null ? '–' : <LiveAge sensor={sensor} />;
    },
  },
  {
    id: 'state',
    header: words.columns.state,
    width: 'minmax(112px, 1fr)',
    cell: ({ mark, power }) => <StateCell mark={mark} power={power} />,
    compare: (one, other) => rankOf(other) - rankOf(one),
  },
];

export function FloorTable(props: FloorTableProps): ReactNode {
  const { floor, layer, readings, isPast, marks, plant, selected } = props;
  const words = useText().floor;
  const { racks: power } = usePlantNow(plant);
  const rows = useMemo(() => rowsOf(floor, { marks, power }), [floor, marks, power]);
  const columns = useMemo(
    () => columnsOf({ floor, layer, readings, isPast }, words),
    [floor, layer, readings, isPast, words],
  );
  return (
    <DataTable
      key={`${layer}-${isPast}`}
      label={words.tableLabel(floor.plan.room.name)}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      onOpen={(row) => props.onSelect(row.id)}
      isChosen={(row) => row.id === selected}
      ticked={props.chosen}
      onTick={(keys) => props.onChosen(keys as ReadonlySet<EntityId>)}
      initialSort={{ column: 'name', direction: 'ascending' }}
      empty={<EmptyState text={words.noRacksTable} />}
    />
  );
}
