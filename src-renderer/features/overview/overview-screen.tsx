import type { ReactNode } from 'react';
import type { WorldEvent } from '../../../sim/contract/events.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { openPanel } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { useQuery } from '../../data/client.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { Button } from '../../ui/button.tsx';
import { LiveAlarmFeed } from '../alarms/live-alarm-feed.tsx';
import { OverviewView } from './overview-view.tsx';
import { useOverview } from './use-overview.ts';

/** What a person asks about first; the founding of a lab creates hundreds of things, which are no news. */
const toldTypes: WorldEvent['type'][] = [
  'alarm.raised',
  'alarm.acknowledged',
  'alarm.resolved',
  'alarm.returned',
  'alarm.shelved',
  'alarm.unshelved',
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
  'entity.changed',
  'entity.removed',
  'lab.founded',
  'lab.renamed',
  'chaos.injected',
  'chaos.cleared',
];

export function OverviewScreen(): ReactNode {
  const data = useOverview();
  const events = useQuery('events', { limit: 40, types: toldTypes }, { every: 3000 });
  const epoch = useWorld((state) => state.status?.clock.epoch ?? 0);
  const select = useSelection((state) => state.select);
  return (
    <OverviewView
      {...data}
      events={events}
      epoch={epoch}
      nameOf={nameOfEntity}
      onOpenRoom={(id) => {
        select(id);
        goTo('/floor');
      }}
      onOpenEvent={(about) => (about === null ? goTo('/labs?tab=history') : select(about as EntityId))}
      newLab={
        <Button look="primary" onClick={() => openPanel('new-lab')}>
          New lab from a template…
        </Button>
      }
      alarmFeed={<LiveAlarmFeed />}
    />
  );
}
