import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { LoggedEvent, WorldEvent } from '../../../sim/contract/events.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { openPanel } from '../../app/panels.ts';
import { isInScope, useScope } from '../../app/scope.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { eventSentence } from '../../data/event-text.ts';
import { ancestorOf, nameOfEntity, useWorld, worldNow } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { LiveAlarmFeed } from '../alarms/live-alarm-feed.tsx';
import { OverviewView } from './overview-view.tsx';
import { partPlaces } from './part-reason.ts';
import { useLastLook } from './use-last-look.ts';
import { useOverview } from './use-overview.ts';

/** What a person asks about first. What an edit did is told by the edit; founding a lab creates hundreds of things, which are no news. */
const toldTypes: WorldEvent['type'][] = [
  'alarm.raised',
  'alarm.acknowledged',
  'alarm.resolved',
  'alarm.returned',
  'alarm.shelved',
  'alarm.unshelved',
  'alarm.annotated',
  'alarm.assigned',
  'sensor.out-of-service',
  'sensor.in-service',
  'rule.put',
  'rule.removed',
  'rules.reset',
  'plant.ordered',
  'drill.started',
  'drill.ended',
  'scenario.started',
  'scenario.stopped',
  'clock.changed',
  'edit.made',
  'edit.undone',
  'edit.redone',
  'advisor.switched',
  'advisor.applied',
  'lab.founded',
  'lab.renamed',
  'chaos.injected',
  'chaos.cleared',
];

/** What happened in sight; what is about no place is told everywhere. */
function useEventsInScope(): QueryState<QueryAnswer<'events'>> {
  const events = useQuery('events', { limit: 80, types: toldTypes }, { every: 3000 });
  const { site } = useScope();
  return useMemo(() => {
    if (site === null || events.data === null) return events;
    const isSeen = (item: LoggedEvent): boolean => {
      const { about } = eventSentence(item, (id) => id);
      return about === null || isInScope(about as EntityId);
    };
    return { ...events, data: { items: events.data.items.filter(isSeen) } };
  }, [events, site]);
}

/** Where several sites are in sight, things of the same name are told apart by theirs. */
function nameWithSite(id: string): string {
  const site = ancestorOf(worldNow().entities, id as EntityId, 'site');
  return site === null || site.id === id ? nameOfEntity(id) : `${site.name} / ${nameOfEntity(id)}`;
}

export function OverviewScreen(): ReactNode {
  const words = useText().overview;
  const data = useOverview();
  const lastLook = useLastLook(data.overview.data);
  const epoch = useWorld((state) => state.status?.clock.epoch ?? 0);
  const select = useSelection((state) => state.select);
  const { site, sites } = useScope();
  const hasMany = site === null && sites.length > 1;
  const hottest = data.overview.data?.maxInletRack ?? null;
  return (
    <OverviewView
      {...data}
      events={useEventsInScope()}
      lastLook={lastLook.state}
      epoch={epoch}
      nameOf={hasMany ? nameWithSite : nameOfEntity}
      onOpenRoom={(id) => {
        select(id);
        goTo('/floor');
      }}
      onOpenEvent={(about) => (about === null ? goTo('/labs?tab=history') : select(about as EntityId))}
      onSelect={select}
      onPart={(part) => {
        if (part === 'Air' && hottest !== null) select(hottest);
        goTo(partPlaces[part] ?? '/');
      }}
      onGo={goTo}
      onSeen={lastLook.seen}
      newLab={
        <Button look="primary" onClick={() => openPanel('new-lab')}>
          {words.newLab}
        </Button>
      }
      alarmFeed={<LiveAlarmFeed />}
    />
  );
}
