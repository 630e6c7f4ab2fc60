/** UPSes: the list of them, and one in full with its strings and their cells. */
import { Workflow } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { LiveState } from '../../ui/live-state.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { sensorFor } from '../floor/rack-sensors.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';

export type UpsViewProps = {
  readonly inventory: Inventory;
  readonly list: readonly EntityOf<'ups'>[];
  readonly shown: EntityOf<'ups'> | null;
  readonly batteries: readonly EntityOf<'battery'>[];
  readonly onShow: (id: EntityId) => void;
  readonly onDiagram: (id: EntityId) => void;
  /** The charge over the day, and each string's cells. */
  readonly history: ReactNode;
  readonly cells: ReadonlyMap<EntityId, ReactNode>;
};

type Words = Catalogue['power']['ups'];

const Value = ({
  inventory,
  id,
  metric,
}: {
  readonly inventory: Inventory;
  readonly id: EntityId;
  readonly metric: Metric;
}): ReactNode => {
  const sensor = sensorFor(inventory, id, metric);
  return sensor === null ? '–' : <LiveValue sensor={sensor.id} metric={metric} />;
};

const Word = ({ inventory, id }: { readonly inventory: Inventory; readonly id: EntityId }): ReactNode => {
  const sensor = sensorFor(inventory, id, 'state');
  return sensor === null ? '–' : <LiveState sensor={sensor.id} />;
};

function columnsOf(inventory: Inventory, words: Words): readonly Column<EntityOf<'ups'>>[] {
  const value = (metric: Metric, header: string, width: string): Column<EntityOf<'ups'>> => ({
    id: metric,
    header,
    width,
    align: 'end',
    cell: ({ id }) => <Value inventory={inventory} id={id} metric={metric} />,
  });
  return [
    {
      id: 'name',
      header: words.columns.name,
      width: 'minmax(80px, 1fr)',
      cell: ({ name }) => name,
      compare: (one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }),
    },
    {
      id: 'state',
      header: words.columns.state,
      width: 'minmax(96px, 1fr)',
      cell: ({ id }) => <Word inventory={inventory} id={id} />,
    },
    value('load', words.columns.load, '84px'),
    value('charge', words.columns.charge, '84px'),
    value('runtime', words.columns.runtime, '96px'),
    value('health', words.columns.health, '84px'),
  ];
}

type FactProps = { readonly label: string; readonly note?: string; readonly children: ReactNode };

const Fact = ({ label, note, children }: FactProps): ReactNode => (
  <div className="min-w-28 px-3 py-1.5">
    <dt className="text-12 text-text-2">{label}</dt>
    <dd className="text-16 leading-6 font-semibold">{children}</dd>
    {note !== undefined && <dd className="text-11 text-text-3">{note}</dd>}
  </div>
);

const upsFacts = [
  ['input-voltage', 'input'],
  ['output-voltage', 'output'],
  ['frequency', 'frequency'],
  ['load', 'load'],
  ['power', 'power'],
  ['charge', 'charge'],
  ['runtime', 'runtime'],
  ['health', 'health'],
] as const satisfies readonly (readonly [Metric, keyof Words])[];

const batteryFacts = [
  ['voltage', 'voltage'],
  ['current', 'current'],
  ['charge', 'charge'],
  ['temperature', 'temperature'],
  ['health', 'health'],
] as const satisfies readonly (readonly [Metric, keyof Words])[];

function Detail(props: UpsViewProps & { readonly ups: EntityOf<'ups'> }): ReactNode {
  const { inventory, ups, batteries, onDiagram, history, cells } = props;
  const words = useText().power.ups;
  return (
    <ScrollRegion label={ups.name}>
      <header className="flex flex-wrap items-center gap-3 border-b px-3 py-2">
        <h2 className="text-14 font-semibold">{ups.name}</h2>
        <Word inventory={inventory} id={ups.id} />
        <span className="text-12 text-text-2">
          {ups.spec.model}, {words.rated(withUnit(numberText(ups.spec.ratedPower, 0), 'kW'))}
        </span>
        <Button icon={Workflow} className="ml-auto" onClick={() => onDiagram(ups.id)}>
          {words.showInDiagram}
        </Button>
      </header>
      <dl className="flex flex-wrap border-b">
        {upsFacts.map(([metric, word]) => (
          <Fact key={metric} label={words[word]} {...(metric === 'health' ? { note: words.replaceAt } : {})}>
            <Value inventory={inventory} id={ups.id} metric={metric} />
          </Fact>
        ))}
      </dl>
      {history}
      {batteries.length === 0 && <p className="border-t px-3 py-2 text-12 text-text-3">{words.noBattery}</p>}
      {batteries.map((battery) => (
        <section key={battery.id} aria-label={words.string(battery.name)} className="border-t">
          <header className="flex flex-wrap items-center gap-3 px-3 pt-2">
            <h3 className="text-13 font-semibold">{words.string(battery.name)}</h3>
            <Word inventory={inventory} id={battery.id} />
            <span className="text-12 text-text-2">{battery.spec.model}</span>
          </header>
          <dl className="flex flex-wrap">
            {batteryFacts.map(([metric, word]) => (
              <Fact key={metric} label={words[word]}>
                <Value inventory={inventory} id={battery.id} metric={metric} />
              </Fact>
            ))}
          </dl>
          <div className="max-w-2xl">{cells.get(battery.id)}</div>
        </section>
      ))}
    </ScrollRegion>
  );
}

export function UpsView(props: UpsViewProps): ReactNode {
  const { inventory, list, shown, onShow } = props;
  const words = useText().power.ups;
  const columns = useMemo(() => columnsOf(inventory, words), [inventory, words]);
  if (list.length === 0) return <EmptyState text={words.none} />;
  return (
    <div className="flex min-h-0 flex-1 max-[1400px]:flex-col">
      <div className="flex min-h-0 shrink-0 border-r max-[1400px]:h-36 max-[1400px]:border-r-0 max-[1400px]:border-b min-[1401px]:w-[34rem]">
        <DataTable
          label={words.list}
          rows={list}
          columns={columns}
          keyOf={({ id }) => id}
          isChosen={({ id }) => id === shown?.id}
          onOpen={({ id }) => onShow(id)}
          empty={null}
        />
      </div>
      {shown !== null && <Detail {...props} ups={shown} />}
    </div>
  );
}
