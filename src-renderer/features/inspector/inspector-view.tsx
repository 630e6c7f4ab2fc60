/** One thing, from its props alone. */
import { Ellipsis, FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Alarm, AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { numberText } from '../../ui/numbers.ts';
import { type Inventory, sensorsOf } from '../floor/rack-sensors.ts';
import { FactList } from './fact-list.tsx';
import { MainValue } from './main-value.tsx';
import { ratePerMinute } from './reading-trail.ts';
import { type ChartRange, ThingChart } from './thing-chart.tsx';
import { thingFacts } from './thing-facts.tsx';
import { RackDevices, SourceLine, ThingAlarms, ThingRuns } from './thing-sections.tsx';
import type { TrailState } from './use-trail.ts';

export type InspectorViewProps = {
  readonly entity: Entity;
  readonly inventory: Inventory;
  readonly devices: readonly EntityOf<'device'>[] | null;
  readonly main: EntityOf<'sensor'> | null;
  readonly trail: TrailState;
  /** Those that hold for the main sensor. */
  readonly rules: readonly AlarmRule[];
  readonly alarms: readonly Alarm[];
  readonly runs: readonly ScenarioRun[];
  readonly menu: readonly MenuItem[];
  readonly hours: ChartRange;
  readonly onHours: (hours: ChartRange) => void;
  readonly onSelect: (id: EntityId) => void;
  readonly onAcknowledge: (alarms: readonly Alarm[]) => void;
  readonly onStop: (runs: readonly ScenarioRun[]) => void;
  readonly onScenario: () => void;
};

const rateMinutes = 5;

function mainValue(props: InspectorViewProps): ReactNode {
  const { main, entity, trail, rules } = props;
  if (main === null) return null;
  const rating = 'ratedPower' in entity.spec && entity.kind !== 'device' ? entity.spec.ratedPower : null;
  const rated =
    main.spec.metric === 'power' && rating !== null
      ? `of ${numberText(rating, 1)} ${metricTable.power.symbol}`
      : null;
  return (
    <MainValue
      sensor={main}
      rules={rules}
      rate={ratePerMinute(trail.trail, rateMinutes)}
      value={trail.trail.values.at(-1) ?? null}
      rated={rated}
    />
  );
}

function Buttons(props: InspectorViewProps): ReactNode {
  const unseen = props.alarms.filter((alarm) => alarm.state === 'ACTIVE');
  const takesScenario = props.entity.kind === 'rack' || props.entity.kind === 'room';
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 py-2">
      {unseen.length > 0 && (
        <Button look="primary" onClick={() => props.onAcknowledge(unseen)}>
          Acknowledge{unseen.length > 1 ? ` ${unseen.length}` : ''}
        </Button>
      )}
      {takesScenario && (
        <Button icon={FlaskConical} onClick={props.onScenario}>
          Run scenario
        </Button>
      )}
      <Menu align="end" sections={[{ items: props.menu }]}>
        <IconButton look="plain" icon={Ellipsis} label="More to do with this" />
      </Menu>
    </div>
  );
}

export function InspectorView(props: InspectorViewProps): ReactNode {
  const { entity, inventory, devices, main, trail, rules, alarms, runs } = props;
  const nameOf = (id: EntityId): string => inventory.entities.get(id)?.name ?? id;
  const facts = thingFacts(entity, { inventory, devices, main, mainValue: mainValue(props), nameOf });
  const sensors = entity.kind === 'sensor' ? [entity] : sensorsOf(inventory, entity.id);
  return (
    <div className="flex flex-col">
      {entity.kind === 'device' && <p className="px-3 pb-1 text-13 font-semibold">{entity.name}</p>}
      <FactList facts={facts} />
      {main !== null && (
        <ThingChart sensor={main} state={trail} rules={rules} hours={props.hours} onHours={props.onHours} />
      )}
      <Buttons {...props} />
      <ThingAlarms alarms={alarms} onAcknowledge={(alarm) => props.onAcknowledge([alarm])} />
      <ThingRuns runs={runs} onStop={(run) => props.onStop([run])} />
      {entity.kind === 'rack' && <RackDevices devices={devices} onSelect={props.onSelect} />}
      <SourceLine sensors={sensors} />
    </div>
  );
}
