import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview, QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { EventFeed } from './event-feed.tsx';
import { HealthScore } from './health-score.tsx';
import { KpiStrip } from './kpi-strip.tsx';
import type { KpiTrends } from './kpi-strip.tsx';
import { oneLinePerEdit } from './one-line-per-edit.ts';
import { ResilienceStrip } from './resilience-strip.tsx';
import { RoomList } from './room-list.tsx';
import { SinceStrip } from './since-strip.tsx';
import { InletChart, PowerChart } from './trend-charts.tsx';
import type { LastLook } from './use-last-look.ts';
import type { Trends } from './use-trends.ts';

export type OverviewViewProps = {
  readonly overview: QueryState<Overview>;
  readonly trends: Trends;
  readonly kpis: KpiTrends;
  readonly rules: readonly AlarmRule[];
  readonly events: QueryState<QueryAnswer<'events'>>;
  readonly lastLook: LastLook;
  readonly epoch: number;
  readonly nameOf: (id: string) => string;
  /** What the event is about; null where it is about nothing that is there. */
  readonly onOpenEvent: (about: string | null) => void;
  readonly onOpenRoom: (id: EntityId) => void;
  readonly onSelect: (id: EntityId) => void;
  readonly onPart: (part: string) => void;
  readonly onGo: (path: string) => void;
  readonly onSeen: () => void;
  /** What one does in a lab without anything in it. */
  readonly newLab: ReactNode;
  readonly alarmFeed: ReactNode;
};

const noTrends: Overview['trends'] = { totalPower: null, pue: null, meters: [] };

/** Rooms of several sites are told apart by the site. */
const hasSites = ({ rooms }: Overview): boolean => new Set(rooms.map(({ site }) => site)).size > 1;

export function OverviewView(props: OverviewViewProps): ReactNode {
  const { overview, trends, kpis, rules, nameOf } = props;
  const words = useText().overview;
  if (overview.data?.rooms.length === 0) return <EmptyState text={words.empty} action={props.newLab} />;
  const isStale = overview.phase === 'stale';
  return (
    <div className="flex min-h-0 flex-1 scroll-pt-28 flex-col gap-3 overflow-y-auto p-3">
      <h1 className="sr-only">{words.title}</h1>
      <SinceStrip state={props.lastLook} onSeen={props.onSeen} onGo={props.onGo} />
      <KpiStrip overview={overview.data} trends={kpis} rules={rules} nameOf={nameOf} isStale={isStale} />
      <ResilienceStrip
        resilience={overview.data?.resilience ?? null}
        runtimeTrend={kpis.runtime}
        nameOf={nameOf}
        onSelect={props.onSelect}
        isStale={isStale}
      />
      <div className="grid shrink-0 grid-cols-2 gap-3 max-[1280px]:grid-cols-1">
        <PowerChart trends={trends.history} meters={overview.data?.trends ?? noTrends} />
        <InletChart trend={trends.inlet} rules={rules} />
      </div>
      <div className="grid min-h-72 flex-1 grid-cols-2 gap-3 max-[1280px]:grid-cols-1">
        <HealthPanel {...props} />
        <Feeds {...props} />
      </div>
    </div>
  );
}

function HealthPanel({ overview, nameOf, onOpenRoom, onPart }: OverviewViewProps): ReactNode {
  const words = useText().overview.health;
  return (
    <Panel title={words.title} note={words.note}>
      <Face state={overview} what={words.what} still={words.still}>
        {(data) => (
          <div className="min-h-0 flex-1 overflow-y-auto">
            <HealthScore overview={data} onPart={onPart} />
            <div className="border-t">
              <RoomList
                rooms={data.rooms}
                siteOf={hasSites(data) ? ({ site }) => (site === null ? '' : nameOf(site)) : null}
                onOpen={onOpenRoom}
              />
            </div>
          </div>
        )}
      </Face>
    </Panel>
  );
}

function Feeds({ events, epoch, nameOf, onOpenEvent, alarmFeed }: OverviewViewProps): ReactNode {
  const words = useText().overview;
  return (
    <div className="grid min-h-0 grid-rows-[minmax(140px,1fr)_minmax(140px,1fr)] gap-3">
      <Panel title={words.alarms}>{alarmFeed}</Panel>
      <Panel title={words.events.title}>
        <Face state={events} what={words.events.what}>
          {({ items }) => (
            <div className="min-h-0 flex-1 overflow-y-auto">
              <EventFeed items={oneLinePerEdit(items)} epoch={epoch} nameOf={nameOf} onOpen={onOpenEvent} />
            </div>
          )}
        </Face>
      </Panel>
    </div>
  );
}
