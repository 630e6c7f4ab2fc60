import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview, QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { EventFeed } from './event-feed.tsx';
import { HealthScore } from './health-score.tsx';
import { KpiStrip } from './kpi-strip.tsx';
import type { KpiTrends } from './kpi-strip.tsx';
import { RoomList } from './room-list.tsx';
import { InletChart, PowerChart } from './trend-charts.tsx';
import type { Trends } from './use-trends.ts';

export type OverviewViewProps = {
  readonly overview: QueryState<Overview>;
  readonly trends: Trends;
  readonly kpis: KpiTrends;
  readonly rules: readonly AlarmRule[];
  readonly events: QueryState<QueryAnswer<'events'>>;
  readonly epoch: number;
  readonly nameOf: (id: string) => string;
  /** What the event is about; null where it is about nothing that is there. */
  readonly onOpenEvent: (about: string | null) => void;
  readonly onOpenRoom: (id: EntityId) => void;
  /** What one does in a lab without anything in it. */
  readonly newLab: ReactNode;
  readonly alarmFeed: ReactNode;
};

const noTrends = { totalPower: null, pue: null } as const;

export function OverviewView(props: OverviewViewProps): ReactNode {
  const { overview, trends, kpis, rules, events, epoch, nameOf, onOpenRoom } = props;
  if (overview.data?.rooms.length === 0) {
    return <EmptyState text="This lab is empty: it has no rooms yet." action={props.newLab} />;
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3">
      <h1 className="sr-only">Overview</h1>
      <KpiStrip
        overview={overview.data}
        trends={kpis}
        rules={rules}
        nameOf={nameOf}
        isStale={overview.phase === 'stale'}
      />
      <div className="grid grid-cols-2 gap-3 max-[1280px]:grid-cols-1">
        <PowerChart trends={trends.history} ids={overview.data?.trends ?? noTrends} />
        <InletChart trend={trends.inlet} rules={rules} />
      </div>
      <div className="grid min-h-72 flex-1 grid-cols-2 gap-3 max-[1280px]:grid-cols-1">
        <Panel title="Health" note="and the state of each room">
          <Face
            state={overview}
            what="The health of the facility"
            still="Alarms and the floor are live all the same."
          >
            {(data) => (
              <div className="min-h-0 flex-1 overflow-y-auto">
                <HealthScore overview={data} />
                <div className="border-t">
                  <RoomList rooms={data.rooms} onOpen={onOpenRoom} />
                </div>
              </div>
            )}
          </Face>
        </Panel>
        <div className="grid min-h-0 grid-rows-[minmax(140px,1fr)_minmax(140px,1fr)] gap-3">
          <Panel title="Alarms">{props.alarmFeed}</Panel>
          <Panel title="Recent events">
            <Face state={events} what="The recent events">
              {({ items }) => (
                <div className="min-h-0 flex-1 overflow-y-auto">
                  <EventFeed items={items} epoch={epoch} nameOf={nameOf} onOpen={props.onOpenEvent} />
                </div>
              )}
            </Face>
          </Panel>
        </div>
      </div>
    </div>
  );
}
