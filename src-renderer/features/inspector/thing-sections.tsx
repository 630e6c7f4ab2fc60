import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { told, useText } from '../../text/text.ts';
import { Age } from '../../ui/age.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { withUnit } from '../../ui/numbers.ts';
import { Section } from './section.tsx';
import { fromTheTop } from './space-used.ts';

export function ThingAlarms({
  alarms,
  onAcknowledge,
}: {
  readonly alarms: readonly Alarm[];
  readonly onAcknowledge: (alarm: Alarm) => void;
}): ReactNode {
  const words = useText().inspector.alarms;
  if (alarms.length === 0) return null;
  return (
    <Section title={words.title}>
      <ul>
        {alarms.map((alarm) => (
          <li key={alarm.id} className="flex min-h-row items-center gap-2 px-3 text-12">
            <StatusMark kind={alarm.severity} isUnacknowledged={alarm.state === 'ACTIVE'} />
            <span
              className={`min-w-0 flex-1 truncate ${alarm.state === 'ACTIVE' ? 'font-semibold' : 'text-text-2'}`}
              title={told(alarm.message)}
            >
              {told(alarm.message)}
            </span>
            <Age since={alarm.raisedAt} className="text-text-3" />
            {alarm.state === 'ACTIVE' ? (
              <Button
                look="ghost"
                className="h-6 px-2"
                onClick={() => onAcknowledge(alarm)}
                aria-label={words.acknowledgeOf(told(alarm.message))}
              >
                {words.acknowledge}
              </Button>
            ) : (
              <span className="text-11 text-text-3">{words.by(alarm.acknowledgedBy)}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function ThingRuns({
  runs,
  onStop,
}: {
  readonly runs: readonly ScenarioRun[];
  readonly onStop: (run: ScenarioRun) => void;
}): ReactNode {
  const words = useText().inspector.runs;
  if (runs.length === 0) return null;
  return (
    <Section title={words.title}>
      <ul>
        {runs.map((run) => (
          <li key={run.id} className="flex min-h-row items-center gap-2 px-3 text-12">
            <span className="min-w-0 flex-1 truncate">
              <span className="font-mono">{run.name}</span>, {words.severities[run.severity]}
            </span>
            <Age since={run.startedAt} className="text-text-3" />
            <Button
              look="ghost"
              className="h-6 px-2"
              onClick={() => onStop(run)}
              aria-label={words.stopOf(run.name)}
            >
              {words.stop}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type RackDevicesProps = {
  readonly devices: readonly EntityOf<'device'>[] | null;
  readonly onSelect: (id: EntityId) => void;
};

export function RackDevices({ devices, onSelect }: RackDevicesProps): ReactNode {
  const { inspector, rack } = useText();
  const { devices: words, plates } = inspector;
  if (devices === null) return <SkeletonRows count={4} />;
  if (devices.length === 0) return <p className="border-t px-3 py-2 text-12 text-text-3">{words.none}</p>;
  return (
    <Section title={words.title(devices.length)}>
      <ul>
        {fromTheTop(devices).map((device) => (
          <li key={device.id}>
            <button
              type="button"
              onClick={() => onSelect(device.id)}
              className="flex min-h-7 w-full items-center gap-2 px-3 text-left text-12 -outline-offset-2 hover:bg-hover"
            >
              <span className="w-9 shrink-0 text-right text-text-3">
                {plates.unit(device.spec.slot.position)}
              </span>
              <span className="min-w-0 flex-1 truncate">{device.name}</span>
              <span className="truncate text-text-3">{rack.category[device.spec.category]}</span>
              <span className="w-8 shrink-0 text-right text-text-3">
                {withUnit(String(device.spec.slot.height), plates.unitSymbol)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Says who speaks: a simulation must never be taken for a measurement, nor the other way round. */
export function SourceLine({ sensors }: { readonly sensors: readonly EntityOf<'sensor'>[] }): ReactNode {
  const words = useText().inspector.sources;
  if (sensors.length === 0) return null;
  const hardware = sensors.filter((sensor) => sensor.spec.source === 'hardware').length;
  const bots = sensors.length - hardware;
  return <p className="px-3 py-2 text-11 text-text-3">{words.line(sensors.length, bots, hardware)}</p>;
}
