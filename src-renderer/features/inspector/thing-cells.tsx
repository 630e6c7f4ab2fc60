import { ChartColumn, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Severity } from '../../../sim/contract/alarms.ts';
import { useText } from '../../text/text.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { CellGrid } from './cell-grid.tsx';
import type { Cell } from './cells.ts';
import { Section } from './section.tsx';
import { type CellSource, useSeverities } from './use-cells.ts';

export type ThingCellsProps = {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly source: CellSource;
  readonly onReplace: (number: number) => void;
};

type Words = Catalogue['inspector']['cells'];
type Row = { readonly cell: Cell; readonly index: number; readonly severity: Severity | null };

const rank = { critical: 3, major: 2, minor: 1, info: 0 } as const satisfies Record<Severity, number>;
const rankOf = ({ severity }: Row): number => (severity === null ? -1 : rank[severity]);

const Mark = ({ severity }: { readonly severity: Severity | null }): ReactNode =>
  severity === null ? <StatusMark kind="ok" size={12} /> : <StatusMark kind={severity} size={12} />;

const columnsOf = (words: Words, onReplace: (number: number) => void): readonly Column<Row>[] => [
  {
    id: 'number',
    header: words.columns.number,
    width: '44px',
    align: 'end',
    cell: ({ cell }) => cell.number,
    compare: (one, other) => one.cell.number - other.cell.number,
  },
  {
    id: 'voltage',
    header: words.columns.voltage,
    width: 'minmax(68px, 1fr)',
    align: 'end',
    cell: ({ cell }) =>
      cell.voltage === null ? '–' : <LiveValue sensor={cell.voltage} metric="cell-voltage" />,
  },
  {
    id: 'resistance',
    header: words.columns.resistance,
    width: 'minmax(76px, 1fr)',
    align: 'end',
    cell: ({ cell }) =>
      cell.resistance === null ? '–' : <LiveValue sensor={cell.resistance} metric="cell-resistance" />,
  },
  {
    id: 'state',
    header: words.columns.state,
    width: '56px',
    cell: ({ severity }) => <Mark severity={severity} />,
    compare: (one, other) => rankOf(other) - rankOf(one),
  },
  {
    id: 'replace',
    header: '',
    width: '92px',
    cell: ({ cell }) => (
      <Button
        look="ghost"
        className="h-6! px-2!"
        aria-label={words.replaceOf(cell.number)}
        onClick={() => onReplace(cell.number)}
      >
        {words.replace}
      </Button>
    ),
  },
];

function PickedCell({
  row,
  onReplace,
}: {
  readonly row: Row;
  readonly onReplace: (number: number) => void;
}): ReactNode {
  const words = useText().inspector.cells;
  const { cell, severity } = row;
  return (
    <div className="mt-2 flex min-h-8 flex-wrap items-center gap-x-2 px-3 text-12">
      <span className="font-medium">{words.one(cell.number)}</span>
      {cell.voltage !== null && <LiveValue sensor={cell.voltage} metric="cell-voltage" />}
      {cell.resistance !== null && <LiveValue sensor={cell.resistance} metric="cell-resistance" />}
      <Mark severity={severity} />
      <Button className="ml-auto" onClick={() => onReplace(cell.number)}>
        {words.replaceOf(cell.number)}
      </Button>
    </div>
  );
}

function summary(words: Words, severities: readonly (Severity | null)[]): string {
  const bad = severities.filter((severity) => severity !== null).length;
  return bad === 0 ? words.alike : words.unlike(bad);
}

const NoCells = ({ words }: { readonly words: Words }): ReactNode => (
  <Section title={words.title}>
    <p className="px-3 text-12 text-text-3">{words.none}</p>
  </Section>
);

export function ThingCells({ name, cells, source, onReplace }: ThingCellsProps): ReactNode {
  const words = useText().inspector.cells;
  const [picked, setPicked] = useState<number | null>(null);
  const [isTable, setTable] = useState(false);
  const severities = useSeverities(source);
  const rows = useMemo(
    () => cells.map((cell, index): Row => ({ cell, index, severity: severities[index] ?? null })),
    [cells, severities],
  );
  const columns = useMemo(() => columnsOf(words, onReplace), [words, onReplace]);
  if (cells.length === 0) return <NoCells words={words} />;
  const row = picked === null ? undefined : rows[picked];
  return (
    <Section
      title={words.titleOf(cells.length)}
      note={
        <>
          <span className="text-11 text-text-3">{summary(words, severities)}</span>
          <IconButton
            icon={isTable ? ChartColumn : Table2}
            label={isTable ? words.asBars : words.asTable}
            onClick={() => setTable(!isTable)}
          />
        </>
      }
    >
      {isTable ? (
        <div className="flex h-72 px-1">
          <DataTable
            label={words.of(name)}
            rows={rows}
            columns={columns}
            keyOf={({ cell }) => String(cell.number)}
            isChosen={({ index }) => index === picked}
            onOpen={({ index }) => setPicked(index)}
            initialSort={{ column: 'number', direction: 'ascending' }}
            empty={null}
          />
        </div>
      ) : (
        <CellGrid
          label={words.gridOf(name, cells.length, summary(words, severities))}
          cells={cells}
          source={source}
          picked={picked}
          onPick={setPicked}
        />
      )}
      {row === undefined ? (
        <p className="px-3 pt-1 text-11 text-text-3">{words.how}</p>
      ) : (
        <PickedCell row={row} onReplace={onReplace} />
      )}
    </Section>
  );
}
