import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Menu } from '../../ui/menu.tsx';
import { metricText, numberText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { levelMarks } from '../overview/resilience-words.ts';
import type { SiteRow } from './site-rows.ts';

export type SiteDeeds = {
  readonly onLook: (site: EntityId) => void;
  readonly onEdit: (site: EntityId) => void;
  readonly onRemove: (site: EntityId) => void;
};

type TableProps = SiteDeeds & {
  readonly rows: readonly SiteRow[];
  readonly scope: EntityId | null;
  readonly empty: ReactNode;
};

const severities = ['critical', 'major', 'minor'] as const;

function Alarms({
  row,
  words,
}: {
  readonly row: SiteRow;
  readonly words: Catalogue['sites']['table'];
}): ReactNode {
  const { critical, major, minor } = row.alarms;
  const rung = severities.filter((severity) => row.alarms[severity] > 0);
  if (rung.length === 0) return <span className="text-text-3">{words.noAlarms}</span>;
  return (
    <span className="flex gap-3" title={words.alarmsOf(critical, major, minor)}>
      {rung.map((severity) => (
        <StatusMark key={severity} kind={severity} word={String(row.alarms[severity])} showWord />
      ))}
    </span>
  );
}

const byNumber =
  (read: (row: SiteRow) => number | null) =>
  (a: SiteRow, b: SiteRow): number =>
    (read(a) ?? Number.NEGATIVE_INFINITY) - (read(b) ?? Number.NEGATIVE_INFINITY);

type Words = Pick<Catalogue, 'sites' | 'overview'>;

function figureColumns({ sites: { table: words } }: Words): readonly Column<SiteRow>[] {
  const end = { align: 'end' as const };
  return [
    {
      id: 'power',
      header: words.power,
      width: '92px',
      ...end,
      cell: (row) => metricText('total-power', row.totalPower),
      compare: byNumber((row) => row.totalPower),
    },
    {
      id: 'pue',
      header: words.pue,
      width: '60px',
      ...end,
      cell: (row) => metricText('pue', row.pue),
      compare: byNumber((row) => row.pue),
    },
    {
      id: 'inlet',
      header: words.inlet,
      width: '88px',
      ...end,
      cell: (row) => metricText('temperature', row.maxInlet),
      compare: byNumber((row) => row.maxInlet),
    },
    {
      id: 'alarms',
      header: words.alarms,
      width: 'minmax(136px,1fr)',
      cell: (row) => <Alarms row={row} words={words} />,
      compare: byNumber(({ alarms }) => alarms.critical * 1e6 + alarms.major * 1e3 + alarms.minor),
    },
  ];
}

function lastingColumns({ sites: { table: words }, overview }: Words): readonly Column<SiteRow>[] {
  return [
    {
      id: 'redundancy',
      header: words.redundancy,
      width: '104px',
      cell: ({ level }) =>
        level === null ? (
          '–'
        ) : (
          <StatusMark kind={levelMarks[level]} word={overview.resilience.levels[level]} showWord />
        ),
    },
    {
      id: 'runtime',
      header: words.runtime,
      width: '96px',
      align: 'end',
      cell: (row) => metricText('runtime', row.upsRuntime),
      compare: byNumber((row) => row.upsRuntime),
    },
    {
      id: 'energy',
      header: words.energy,
      width: '112px',
      align: 'end',
      cell: (row) => <span title={words.energyHint}>{metricText('energy', row.energyToday)}</span>,
      compare: byNumber((row) => row.energyToday),
    },
    {
      id: 'racks',
      header: words.racks,
      width: '56px',
      align: 'end',
      cell: (row) => String(row.racks),
      compare: byNumber((row) => row.racks),
    },
  ];
}

function nameColumns({ sites: { table: words }, overview }: Words): readonly Column<SiteRow>[] {
  return [
    {
      id: 'name',
      header: words.name,
      width: 'minmax(150px,2fr)',
      cell: ({ name, location }) => (
        <span title={location}>
          <span className="font-medium">{name}</span>
          <span className="ml-2 text-text-3">{location}</span>
        </span>
      ),
      compare: (a, b) => a.name.localeCompare(b.name),
    },
    {
      id: 'health',
      header: words.health,
      width: '150px',
      cell: ({ score, kind }) => (
        <span className="flex items-center gap-2">
          <span className="w-7 text-right font-medium">{numberText(score, 0)}</span>
          <StatusMark kind={kind} word={overview.health.words[kind]} showWord />
        </span>
      ),
      compare: byNumber((row) => row.score),
    },
  ];
}

function RowMenu({ row, deeds }: { readonly row: SiteRow; readonly deeds: SiteDeeds }): ReactNode {
  const words = useText().sites;
  return (
    <Menu
      align="end"
      sections={[
        {
          items: [
            { id: 'look', title: words.look, run: () => deeds.onLook(row.id) },
            { id: 'edit', title: words.edit, run: () => deeds.onEdit(row.id) },
            { id: 'remove', title: words.remove, run: () => deeds.onRemove(row.id) },
          ],
        },
      ]}
    >
      <IconButton
        icon={Ellipsis}
        label={words.table.more(row.name)}
        onClick={(event) => event.stopPropagation()}
      />
    </Menu>
  );
}

const moreColumn = (deeds: SiteDeeds): Column<SiteRow> => ({
  id: 'more',
  header: '',
  width: '48px',
  cell: (row) => <RowMenu row={row} deeds={deeds} />,
});

export function SitesTable({ rows, scope, empty, ...deeds }: TableProps): ReactNode {
  const words = useText();
  const columns: readonly Column<SiteRow>[] = [
    ...nameColumns(words),
    ...figureColumns(words),
    ...lastingColumns(words),
    moreColumn(deeds),
  ];
  return (
    <DataTable
      label={words.sites.table.label}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      onOpen={({ id }) => deeds.onLook(id)}
      isChosen={({ id }) => id === scope}
      empty={empty}
    />
  );
}
