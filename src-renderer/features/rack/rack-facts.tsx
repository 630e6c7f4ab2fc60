/** What a rack has and has left, and how well it would bear a loss. */
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Redundancy } from '../../../sim/contract/consequences.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { told, useText } from '../../text/text.ts';
import { Age } from '../../ui/age.tsx';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { unitsText } from './check-words.ts';
import { DeltaValue, LoadValue } from './rack-head.tsx';
import { budgetOf, type RackModel } from './rack-model.ts';
import { SensorValue } from './sensor-value.tsx';

type Fact = { readonly label: string; readonly value: ReactNode; readonly note?: string | null };

const levelMarks = { none: 'critical', 'single feed': 'minor', redundant: 'ok' } as const;

export type RackFactsProps = {
  readonly model: RackModel;
  readonly redundancy: Redundancy | null;
  readonly nameOf: (id: EntityId) => string;
};

function RedundancyFact({ redundancy }: Pick<RackFactsProps, 'redundancy'>): ReactNode {
  const words = useText().rack.facts;
  if (redundancy === null) return <span className="text-text-3">{words.unknown}</span>;
  return (
    <StatusMark
      kind={levelMarks[redundancy.level]}
      word={words.levels[redundancy.level]}
      showWord
      size={12}
    />
  );
}

/** A single point of failure, or two; the rest is in the inspector. */
const namedPoints = 3;

function useFacts({ model, redundancy, nameOf }: RackFactsProps): readonly Fact[] {
  const words = useText().rack.facts;
  const { spec } = model.rack;
  const { space, budgeted, reserved, weight, unweighed, offered, needed } = budgetOf(model);
  const kilowatts = (value: number): string => withUnit(numberText(value, 2), 'kW');
  const kilos = (value: number): string => withUnit(numberText(value, 0), 'kg');
  const points = redundancy?.singlePoints ?? [];
  const named = points.slice(0, namedPoints).map(nameOf).join(', ');
  const heatOff = model.sensors.find((sensor) => sensor.spec.metric === 'heat-off');
  return [
    { label: words.space, value: words.spaceOf(space.used, spec.heightU, space.free) },
    {
      label: words.gap,
      value: space.gap === null ? words.noGap : words.gapOf(space.gap.height, unitsText(space.gap)),
    },
    {
      label: words.drawn,
      value: (
        <span className="flex items-center gap-2">
          <LoadValue model={model} label={words.drawn} />
          <span className="text-text-2">{words.drawnOf(kilowatts(spec.ratedPower))}</span>
        </span>
      ),
    },
    {
      label: words.budgeted,
      value: words.budgetedOf(
        kilowatts(budgeted),
        kilowatts(spec.ratedPower),
        withUnit(numberText((budgeted / spec.ratedPower) * 100, 0), '%'),
      ),
      note: reserved > 0 ? words.reserved(kilowatts(reserved)) : null,
    },
    {
      label: words.weight,
      value: words.weightOf(kilos(weight), spec.maxWeight === undefined ? null : kilos(spec.maxWeight)),
      note: unweighed > 0 ? words.unweighed(unweighed) : null,
    },
    { label: words.ports, value: words.portsOf(needed, offered) },
    { label: words.delta, value: <DeltaValue model={model} /> },
    {
      label: words.redundancy,
      value: <RedundancyFact redundancy={redundancy} />,
      note: points.length === 0 ? null : words.single(points.length > namedPoints ? `${named} …` : named),
    },
    ...(heatOff === undefined ? [] : [{ label: words.heatOff, value: <SensorValue sensor={heatOff} /> }]),
  ];
}

export function RackFacts(props: RackFactsProps): ReactNode {
  const words = useText().rack.facts;
  const facts = useFacts(props);
  return (
    <Panel title={words.title} className="shrink-0">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 px-3 py-2 text-12">
        {facts.map(({ label, value, note }) => (
          <div key={label} className="contents">
            <dt className="leading-6 text-text-2">{label}</dt>
            <dd className="min-w-0 leading-6">
              {value}
              {note !== undefined && note !== null && (
                <span className="block text-11 leading-4 text-text-3">{note}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

type RackAlarmsProps = { readonly alarms: readonly Alarm[]; readonly onSelect: (id: EntityId) => void };
const mostAlarms = 8;

export function RackAlarms({ alarms, onSelect }: RackAlarmsProps): ReactNode {
  const words = useText().rack.alarms;
  return (
    <Panel
      title={words.title}
      note={alarms.length === 0 ? undefined : String(alarms.length)}
      className="shrink-0"
    >
      {alarms.length === 0 ? (
        <p className="px-3 py-2 text-12 text-text-3">{words.none}</p>
      ) : (
        <ul className="flex flex-col py-1">
          {alarms.slice(0, mostAlarms).map((alarm) => (
            <li key={alarm.id}>
              <button
                type="button"
                onClick={() => onSelect(alarm.source)}
                className="flex min-h-7 w-full items-center gap-2 px-3 text-left text-12 hover:bg-hover"
              >
                <StatusMark kind={alarm.severity} isUnacknowledged={alarm.state === 'ACTIVE'} size={12} />
                <span
                  className={
                    alarm.state === 'ACTIVE'
                      ? 'min-w-0 flex-1 truncate font-medium'
                      : 'min-w-0 flex-1 truncate'
                  }
                >
                  {told(alarm.message)}
                </span>
                <Age since={alarm.raisedAt} className="text-11 text-text-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
