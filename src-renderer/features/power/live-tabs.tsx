/** The other tabs on the live lab. */
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { EnergyView } from './energy-view.tsx';
import type { RackRow, RackShow } from './rack-rows.ts';
import { RacksView } from './racks-view.tsx';
import { LiveCells, LiveCharge } from './ups-live.tsx';
import { UpsView } from './ups-view.tsx';
import { siteRatings, siteSensors, useBalance, useEnergy } from './use-energy.ts';
import type { PueRange } from './use-energy.ts';
import type { PowerScene } from './use-power.ts';
import type { Figures } from './use-rack-figures.ts';

type TabProps = PowerScene & { readonly selected: EntityId | null };

export function RacksTab(
  props: TabProps & { readonly rows: readonly RackRow[]; readonly figures: Figures },
): ReactNode {
  const { rows, figures, source, inventory, selected, site } = props;
  const [text, setText] = useState('');
  const [show, setShow] = useState<RackShow>('all');
  return (
    <RacksView
      siteName={site?.name ?? ''}
      rows={rows}
      figures={figures}
      source={source}
      inventory={inventory}
      selected={selected}
      onSelect={(id) => useSelection.getState().select(id)}
      text={text}
      onText={setText}
      show={show}
      onShow={setShow}
    />
  );
}

const noBatteries: readonly EntityOf<'battery'>[] = [];

export function UpsTab({ inventory, whole: graph, selected }: TabProps): ReactNode {
  const found = useMemo(
    () =>
      [...graph.nodes.values()].flatMap((node) =>
        node.type === 'unit' && node.entity.kind === 'ups'
          ? [{ ups: node.entity, batteries: node.batteries }]
          : [],
      ),
    [graph],
  );
  const list = useMemo(() => found.map(({ ups }) => ups), [found]);
  const isOn = (id: EntityId | null, one: (typeof found)[number]): boolean =>
    one.ups.id === id || one.batteries.some((battery) => battery.id === id);
  const shown = found.find((one) => isOn(selected, one)) ?? found[0] ?? null;
  const batteries = shown?.batteries ?? noBatteries;
  const cells = useMemo(
    () =>
      new Map(
        batteries.map((one) => [one.id, <LiveCells key={one.id} inventory={inventory} battery={one} />]),
      ),
    [batteries, inventory],
  );
  return (
    <UpsView
      inventory={inventory}
      list={list}
      shown={shown?.ups ?? null}
      batteries={batteries}
      onShow={(id) => useSelection.getState().select(id)}
      onDiagram={(id) => {
        useSelection.getState().select(id);
        goTo('/power');
      }}
      history={
        shown === null ? null : <LiveCharge key={shown.ups.id} inventory={inventory} ups={shown.ups} />
      }
      cells={cells}
    />
  );
}

export function EnergyTab({
  inventory,
  whole: graph,
  source,
  site,
}: TabProps & { readonly site: EntityOf<'site'> }): ReactNode {
  const [range, setRange] = useState<PueRange>('day');
  const sensors = useMemo(() => siteSensors(inventory, site.id, graph), [inventory, site.id, graph]);
  const ratings = useMemo(() => siteRatings(graph), [graph]);
  const data = useEnergy(sensors, site, range);
  const balance = useBalance(graph, source);
  return (
    <EnergyView
      site={site}
      sensors={sensors}
      ratings={ratings}
      data={data}
      balance={balance}
      range={range}
      onRange={setRange}
    />
  );
}
