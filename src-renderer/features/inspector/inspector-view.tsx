/** One thing, from its props alone. */
import { Ellipsis, FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Consequences, Redundancy } from '../../../sim/contract/consequences.ts';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import type { QueryState } from '../../data/client.ts';
import type { RuleLimit } from '../../data/rule-limits.ts';
import { text, useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { numberText } from '../../ui/numbers.ts';
import { wordsFor } from '../../ui/value-words.ts';
import { type Inventory, sensorFor, sensorsOf } from '../floor/rack-sensors.ts';
import type { Cell } from './cells.ts';
import { FactList } from './fact-list.tsx';
import { MainValue, MainWord } from './main-value.tsx';
import { PhaseBars } from './phase-bars.tsx';
import { phasesOf } from './phases.ts';
import { ratePerMinute } from './reading-trail.ts';
import { isStruck } from './thing-actions.ts';
import { ThingCells } from './thing-cells.tsx';
import { type ChartRange, ThingChart } from './thing-chart.tsx';
import { thingFacts } from './thing-facts.tsx';
import { ThingOrders } from './thing-orders.tsx';
import { ThingProtocols, type ThingProtocolsProps } from './thing-protocols.tsx';
import { ThingRelations } from './thing-relations.tsx';
import { RackDevices, SourceLine, ThingAlarms, ThingRuns } from './thing-sections.tsx';
import { ThingRedundancy, ThingWhatIf } from './thing-what-if.tsx';
import type { CellSource } from './use-cells.ts';
import type { TrailState } from './use-trail.ts';

export type InspectorViewProps = {
  readonly entity: Entity;
  readonly inventory: Inventory;
  readonly devices: readonly EntityOf<'device'>[] | null;
  readonly main: EntityOf<'sensor'> | null;
  readonly trail: TrailState;
  /** Those that hold for the main sensor. */
  readonly limits: readonly RuleLimit[];
  readonly alarms: readonly Alarm[];
  readonly runs: readonly ScenarioRun[];
  readonly menu: readonly MenuItem[];
  readonly orders: readonly MenuItem[];
  /** Of a battery string. */
  readonly cells: { readonly cells: readonly Cell[]; readonly source: CellSource };
  readonly protocols: ThingProtocolsProps;
  /** Null for what nothing hangs on. */
  readonly whatIf: QueryState<Consequences> | null;
  /** Of a rack. */
  readonly redundancy: QueryState<Redundancy> | null;
  readonly hours: ChartRange;
  readonly onHours: (hours: ChartRange) => void;
  readonly onSelect: (id: EntityId) => void;
  readonly onAcknowledge: (alarms: readonly Alarm[]) => void;
  readonly onStop: (runs: readonly ScenarioRun[]) => void;
  readonly onScenario: () => void;
  readonly onSetpoint: (setpoint: number) => void;
  readonly onReplaceCell: (number: number) => void;
};

const rateMinutes = 5;

function kindOf({ main, inventory }: InspectorViewProps): Kind | null {
  const parent = main?.parent ?? null;
  return parent === null ? null : (inventory.entities.get(parent)?.kind ?? null);
}

function mainValue(props: InspectorViewProps): ReactNode {
  const { main, entity, trail, limits } = props;
  if (main === null) return null;
  if (wordsFor({ kind: kindOf(props), metric: main.spec.metric }) !== null) return <MainWord sensor={main} />;
  const rating = 'ratedPower' in entity.spec && entity.kind !== 'device' ? entity.spec.ratedPower : null;
  const rated =
    main.spec.metric === 'power' && rating !== null
      ? text().inspector.ofRated(`${numberText(rating, 1)} ${metricTable.power.symbol}`)
      : null;
  return (
    <MainValue
      sensor={main}
      limits={limits}
      rate={ratePerMinute(trail.trail, rateMinutes)}
      value={trail.trail.values.at(-1) ?? null}
      rated={rated}
    />
  );
}

function Buttons(props: InspectorViewProps): ReactNode {
  const words = useText().inspector;
  const unseen = props.alarms.filter((alarm) => alarm.state === 'ACTIVE');
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 py-2">
      {unseen.length > 0 && (
        <Button look="primary" onClick={() => props.onAcknowledge(unseen)}>
          {words.acknowledge(unseen.length)}
        </Button>
      )}
      {isStruck(props.entity.kind) && (
        <Button icon={FlaskConical} onClick={props.onScenario}>
          {words.runScenario}
        </Button>
      )}
      <Menu align="end" sections={[{ items: props.menu }]}>
        <IconButton look="plain" icon={Ellipsis} label={words.more} />
      </Menu>
    </div>
  );
}

/** What is special to a kind: its cells, its phases, what hangs on it. */
function KindSections(props: InspectorViewProps): ReactNode {
  const { entity, inventory, whatIf, redundancy, cells, devices, onSelect } = props;
  const named = { nameOf: nameIn(inventory), onSelect };
  return (
    <>
      {entity.kind === 'battery' && (
        <ThingCells name={entity.name} onReplace={props.onReplaceCell} {...cells} />
      )}
      <PhaseBars phases={phasesOf(inventory, entity)} />
      <ThingRelations entity={entity} inventory={inventory} onSelect={onSelect} />
      {redundancy !== null && <ThingRedundancy state={redundancy} {...named} />}
      {whatIf !== null && <ThingWhatIf state={whatIf} {...named} />}
      {entity.kind === 'rack' && <RackDevices devices={devices} onSelect={onSelect} />}
    </>
  );
}

export const nameIn =
  (inventory: Inventory) =>
  (id: EntityId): string =>
    inventory.entities.get(id)?.name ?? id;

export function InspectorView(props: InspectorViewProps): ReactNode {
  // What is said of facts is asked for while this renders.
  useText();
  const { entity, inventory, devices, main, trail, limits, alarms, runs } = props;
  const facts = thingFacts(entity, { inventory, devices, main, mainValue: mainValue(props) });
  const sensors = entity.kind === 'sensor' ? [entity] : sensorsOf(inventory, entity.id);
  const { hours, onHours } = props;
  return (
    <div className="flex flex-col">
      {entity.kind === 'device' && <p className="px-3 pb-1 text-13 font-semibold">{entity.name}</p>}
      <FactList facts={facts} />
      {main !== null && (
        <ThingChart sensor={main} kind={kindOf(props)} state={trail} {...{ limits, hours, onHours }} />
      )}
      <Buttons {...props} />
      <ThingAlarms alarms={alarms} onAcknowledge={(alarm) => props.onAcknowledge([alarm])} />
      <ThingRuns runs={runs} onStop={(run) => props.onStop([run])} />
      <ThingOrders
        entity={entity}
        orders={props.orders}
        stateSensor={sensorFor(inventory, entity.id, 'state')?.id ?? null}
        onSetpoint={props.onSetpoint}
      />
      <KindSections {...props} />
      <ThingProtocols {...props.protocols} />
      <SourceLine sensors={sensors} />
    </div>
  );
}
