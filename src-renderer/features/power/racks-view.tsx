/** Every rack against what its feeds allow: sorted, filtered, and said loudly where one is over. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { TextInput } from '../../ui/field.tsx';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { Select } from '../../ui/select.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { PowerSource } from './power-hub.ts';
import { FeedCell, ImbalanceCell, TotalCell } from './rack-cells.tsx';
import { fitsShow, fullest, rackShows } from './rack-rows.ts';
import type { Band, RackFigures, RackRow, RackShow } from './rack-rows.ts';
import type { Figures } from './use-rack-figures.ts';

export type RacksViewProps = {
  readonly siteName: string;
  readonly rows: readonly RackRow[];
  readonly figures: Figures;
  readonly source: PowerSource;
  readonly inventory: Inventory;
  readonly selected: EntityId | null;
  readonly onSelect: (id: EntityId) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly show: RackShow;
  readonly onShow: (show: RackShow) => void;
};

type Words = Catalogue['power']['rackTab'];

const bandKinds = { over80: 'minor', failover: 'minor', over: 'major' } as const;

const Status = ({ band, words }: { readonly band: Band; readonly words: Words }): ReactNode =>
  band === 'within' ? (
    <span className="text-text-3">{words.within}</span>
  ) : (
    <StatusMark kind={bandKinds[band]} word={words[band]} showWord size={12} />
  );

const bandRank = { within: 0, over80: 1, failover: 2, over: 3 } as const satisfies Record<Band, number>;
const percentText = (share: number | null): string =>
  share === null ? '–' : withUnit(numberText(share * 100, 0), '%');

const unknown: RackFigures = { a: null, b: null, total: null, share: null, failover: null, band: 'within' };

type Ground = Pick<RacksViewProps, 'figures' | 'source' | 'inventory'>;
type RackColumn = Column<RackRow>;

const of = ({ figures }: Ground, row: RackRow): RackFigures => figures.get(row.id) ?? unknown;
const byFigure =
  (ground: Ground, pick: (found: RackFigures) => number | null): NonNullable<RackColumn['compare']> =>
  (one, other) =>
    (pick(of(ground, one)) ?? -1) - (pick(of(ground, other)) ?? -1);
const byText =
  (pick: (row: RackRow) => string): NonNullable<RackColumn['compare']> =>
  (one, other) =>
    pick(one).localeCompare(pick(other), undefined, { numeric: true });

const bars = 'minmax(150px, 1.4fr)';
const names = 'minmax(72px, 0.7fr)';

function barColumns(ground: Ground, { columns }: Words): readonly RackColumn[] {
  const { source } = ground;
  return [
    {
      id: 'a',
      header: columns.a,
      width: bars,
      cell: (row) => <FeedCell row={row} feed="A" source={source} />,
      compare: byFigure(ground, ({ a }) => a),
    },
    {
      id: 'b',
      header: columns.b,
      width: bars,
      cell: (row) => <FeedCell row={row} feed="B" source={source} />,
      compare: byFigure(ground, ({ b }) => b),
    },
    {
      id: 'total',
      header: columns.total,
      width: bars,
      cell: (row) => <TotalCell row={row} source={source} />,
      compare: byFigure(ground, ({ share }) => share),
    },
  ];
}

function judgedColumns(ground: Ground, text: Words): readonly RackColumn[] {
  const { columns } = text;
  const byBand: NonNullable<RackColumn['compare']> = (one, other) =>
    bandRank[of(ground, one).band] - bandRank[of(ground, other).band] ||
    fullest(of(ground, one)) - fullest(of(ground, other));
  return [
    {
      id: 'failover',
      header: columns.failover,
      width: '104px',
      align: 'end',
      cell: (row) => percentText(of(ground, row).failover),
      compare: byFigure(ground, ({ failover }) => failover),
    },
    {
      id: 'phases',
      header: columns.phases,
      width: '124px',
      align: 'end',
      cell: (row) => <ImbalanceCell row={row} inventory={ground.inventory} />,
    },
    {
      id: 'status',
      header: columns.status,
      width: 'minmax(150px, 1fr)',
      cell: (row) => <Status band={of(ground, row).band} words={text} />,
      compare: byBand,
    },
  ];
}

const columnsOf = (ground: Ground, text: Words): readonly RackColumn[] => [
  {
    id: 'rack',
    header: text.columns.rack,
    width: names,
    cell: ({ name }) => name,
    compare: byText(({ name }) => name),
  },
  {
    id: 'room',
    header: text.columns.room,
    width: names,
    cell: ({ room }) => room,
    compare: byText(({ room }) => room),
  },
  ...barColumns(ground, text),
  ...judgedColumns(ground, text),
];

const mostNamed = 4;

/** Loud only where a rack is over; otherwise one quiet line. */
function Alert({ rows, figures }: Pick<RacksViewProps, 'rows' | 'figures'>): ReactNode {
  const words = useText().power.rackTab;
  const bandOf = ({ id }: RackRow): Band => figures.get(id)?.band ?? 'within';
  const over = rows.filter((row) => bandOf(row) === 'over');
  const near = rows.filter((row) => bandOf(row) === 'over80').length;
  if (over.length > 0) {
    const names = over
      .slice(0, mostNamed)
      .map(({ name }) => name)
      .join(', ');
    const word = words.alertOver(over.length, over.length > mostNamed ? `${names} …` : names);
    return (
      <p role="alert" className="min-w-0">
        <StatusMark kind="major" word={word} showWord />
      </p>
    );
  }
  return (
    <p className="min-w-0 text-12 text-text-2">
      {near > 0 ? <StatusMark kind="minor" word={words.alertNear(near)} showWord /> : words.calm}
    </p>
  );
}

const showWords = (words: Words): Readonly<Record<RackShow, string>> => ({
  all: words.all,
  over80: words.overEighty,
  over: words.overFull,
  failover: words.noOneFeed,
});

export function RacksView(props: RacksViewProps): ReactNode {
  const { rows, figures, siteName, selected, onSelect, text, onText, show, onShow } = props;
  const words = useText().power.rackTab;
  const { source, inventory } = props;
  const columns = useMemo(
    () => columnsOf({ figures, source, inventory }, words),
    [figures, source, inventory, words],
  );
  const wanted = text.trim().toLowerCase();
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (wanted === '' || `${row.name} ${row.room}`.toLowerCase().includes(wanted)) &&
          (show === 'all' || fitsShow(figures.get(row.id) ?? unknown, show)),
      ),
    [rows, wanted, show, figures],
  );
  if (rows.length === 0) return <EmptyState text={words.none} />;
  const titles = showWords(words);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1.5">
        <Alert rows={rows} figures={figures} />
        <span className="ml-auto flex items-center gap-2">
          <TextInput
            type="search"
            aria-label={words.filter}
            placeholder={words.filterHint}
            value={text}
            onChange={(event) => onText(event.target.value)}
            className="h-7! w-40!"
          />
          <Select
            label={words.show}
            value={show}
            options={rackShows.map((value) => ({ value, title: titles[value] }))}
            onChange={onShow}
          />
        </span>
      </div>
      <DataTable
        label={words.label(siteName)}
        rows={shown}
        columns={columns}
        keyOf={({ id }) => id}
        isChosen={({ id }) => id === selected}
        onOpen={({ id }) => onSelect(id)}
        initialSort={{ column: 'status', direction: 'descending' }}
        empty={<EmptyState text={words.noMatch} />}
      />
      <p className="border-t px-3 py-1 text-11 text-text-3">{words.key}</p>
    </div>
  );
}
