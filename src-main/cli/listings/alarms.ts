import type { AlarmView } from '../../../sim/contract/alarms.ts';
import { labTime, labTimeOrDash } from '../lab-time.ts';
import { narrowedTo } from './entity-listing.ts';
import { listing, onEvents } from './listing.ts';
import { severityTones } from './readings.ts';

type Row = { readonly alarm: AlarmView; readonly on: string };

export const alarmListing = listing<Row>({
  name: 'alarms',
  singular: 'alarm',
  summary: 'Alarms, newest first',
  narrowings: ['room', 'rack', 'severity', 'state', 'isa', 'limit'],
  columns: [
    { title: 'ID', atLeast: 10, cell: ({ alarm }) => alarm.id },
    {
      title: 'SEVERITY',
      cell: ({ alarm }) => ({
        text: alarm.severity,
        tone: alarm.state === 'RESOLVED' ? 'quiet' : severityTones[alarm.severity],
      }),
    },
    {
      title: 'STATE',
      atLeast: 12,
      cell: ({ alarm }) => ({ text: alarm.state, tone: stateTones[alarm.state] }),
    },
    { title: 'ON', atLeast: 14, cell: ({ on }) => on },
    { title: 'RAISED', cell: ({ alarm }) => labTime(alarm.raisedAt) },
    { title: 'MESSAGE', atLeast: 32, cell: ({ alarm }) => alarm.message },
    { title: 'ISA-18.2', wide: true, cell: ({ alarm }) => alarm.isa },
    { title: 'PRIORITY', align: 'right', wide: true, cell: ({ alarm }) => String(alarm.priority) },
    { title: 'QUIET', wide: true, cell: ({ alarm }) => quietText(alarm) },
    { title: 'RULE', wide: true, cell: ({ alarm }) => alarm.rule },
    { title: 'ACKNOWLEDGED', wide: true, cell: ({ alarm }) => labTimeOrDash(alarm.acknowledgedAt) },
    { title: 'BY', wide: true, cell: ({ alarm }) => alarm.acknowledgedBy ?? '–' },
    { title: 'NOTE', wide: true, cell: ({ alarm }) => alarm.note ?? '–' },
    { title: 'RESOLVED', wide: true, cell: ({ alarm }) => labTimeOrDash(alarm.resolvedAt) },
  ],
  rows: async (source, selection) => {
    const within = await narrowedTo(source, selection);
    if (!within.ok) return within;
    const { client, catalogue } = source;
    const alarms = await client.query('alarms', {
      ...(within.value === undefined ? {} : { within: within.value }),
      ...(selection.severity === undefined ? {} : { severities: selection.severity }),
      ...(selection.state === undefined ? {} : { states: selection.state }),
      ...(selection.isa === undefined ? {} : { isa: selection.isa }),
      ...(selection.limit === undefined ? {} : { limit: selection.limit }),
    });
    if (!alarms.ok) return alarms;
    // Loads what alarms can be about, so that their sources have names.
    const sensors = alarms.value.items.length === 0 ? undefined : await catalogue.all('sensor');
    if (sensors?.ok === false) return sensors;
    const rows = alarms.value.items.map((alarm) => {
      const source = catalogue.byId(alarm.source);
      return {
        alarm,
        on: source === undefined ? alarm.source : catalogue.pathOf(source).slice(1).join('/') || source.name,
      };
    });
    return { ok: true, value: rows };
  },
  of: ({ alarm, on }) => ({ reference: alarm.id, id: alarm.id, value: { ...alarm, on } }),
  watch: onEvents('alarm.'),
});

/** Why it does not ring for itself. */
function quietText({ shelved, root, children }: AlarmView): string {
  if (shelved !== null) return `until ${labTime(shelved.until)}, ${shelved.by}: ${shelved.reason}`;
  if (root !== null) return `explained by ${root}`;
  return children === 0 ? '–' : `explains ${children}`;
}

const stateTones = { ACTIVE: 'strong', ACKNOWLEDGED: undefined, RESOLVED: 'quiet' } as const;
