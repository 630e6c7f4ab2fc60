import type { ReactNode } from 'react';
import type { AdviceAnswer, AdvisorMode, RideThrough } from '../../../sim/contract/advisor.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { AdviceHands } from './advice-card.tsx';
import { AdvisorPanel } from './advisor-panel.tsx';
import type { CoolingSources } from './cooling-sources.ts';
import { EfficiencyChart } from './efficiency-chart.tsx';
import { LoopDiagrams } from './loop-diagram.tsx';
import type { CoolingPlant } from './plant-of.ts';
import type { SetSetpoint } from './set-point-cell.tsx';
import { UnitTable } from './unit-table.tsx';
import { ZoneList } from './zone-list.tsx';

export type CoolingViewProps = AdviceHands & {
  readonly plant: QueryState<CoolingPlant>;
  readonly sources: CoolingSources;
  readonly advice: QueryState<AdviceAnswer>;
  readonly trend: QueryState<QueryAnswer<'history'>>;
  readonly rides: QueryState<{ readonly items: readonly RideThrough[] }>;
  readonly trends: ReadonlyMap<EntityId, readonly (number | null)[]>;
  readonly selected: EntityId | null;
  readonly nameOf: (id: string) => string;
  readonly onSelect: (id: EntityId) => void;
  readonly onSet: SetSetpoint;
  readonly onMode: (mode: AdvisorMode) => void;
  /** What one does in a lab that nothing cools. */
  readonly newLab: ReactNode;
  /** Where there are several sites: which one. */
  readonly siteChoice: ReactNode;
};

export function CoolingView(props: CoolingViewProps): ReactNode {
  const words = useText().cooling;
  return (
    <Face state={props.plant} what={words.title}>
      {(plant) =>
        plant.units.length === 0 ? (
          <EmptyState text={words.empty} action={props.newLab} />
        ) : (
          <Full {...props} of={plant} />
        )
      }
    </Face>
  );
}

const chartHeight = 150;

function Full({ of: plant, ...props }: CoolingViewProps & { readonly of: CoolingPlant }): ReactNode {
  const words = useText().cooling;
  const { sources, rides } = props;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3">
      <h1 className="sr-only">{words.title}</h1>
      {props.siteChoice}
      <Panel
        title={words.units.title}
        note={words.units.note(plant.units.length)}
        className="max-h-[45%] min-h-44 shrink-0"
      >
        <UnitTable {...props} units={plant.units} />
      </Panel>
      <div className="grid shrink-0 grow grid-cols-[minmax(0,1fr)_minmax(380px,0.8fr)] gap-3 max-[1100px]:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-3">
          <Panel title={words.zones.title} note={words.zones.note} className="shrink-0">
            <ZoneList zones={plant.zones} sources={sources} rides={rides.data?.items ?? []} />
          </Panel>
          <Panel title={words.water.title} className="shrink-0">
            <LoopDiagrams plant={plant} sources={sources} />
          </Panel>
          <Panel title={words.efficiency.title} note={words.efficiency.note} className="shrink-0">
            <EfficiencyChart trend={props.trend} meters={plant.meters} height={chartHeight} />
          </Panel>
        </div>
        <div className="relative min-w-0">
          <div className="absolute inset-0 flex flex-col *:flex-1 max-[1100px]:static">
            <AdvisorPanel {...props} />
          </div>
        </div>
      </div>
    </div>
  );
}
