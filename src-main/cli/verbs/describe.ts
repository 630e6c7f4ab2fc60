import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { DeviceAddress } from '../../../sim/contract/settings.ts';
import { createCatalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { labTime } from '../lab-time.ts';
import { loadReadings, sayReading, severityTones, type Readings } from '../listings/readings.ts';
import type { Source } from '../listings/listing.ts';
import { done, type Outcome } from '../outcome.ts';
import { documentFlag, jsonText, showFacts, yamlText } from '../show.ts';
import { kindWords } from '../spec-fields.table.ts';
import { leaf, type Call } from '../verb.ts';

type Description = {
  readonly entity: Entity;
  readonly path: readonly string[];
  readonly contents: readonly Entity[];
  readonly readings: Readings;
  readonly alarms: readonly Alarm[];
  /** Where it answers real tools. */
  readonly addresses: readonly DeviceAddress[];
};

export const describeVerb = leaf({
  name: 'describe',
  summary: 'Tell all there is to know about one thing',
  about:
    'Tells where it stands, what it is made of, what is in it, what its sensors read, the alarms about it, and the protocols it answers to, with a command to copy.',
  examples: ['dvm describe rack A01', 'dvm describe crac room1/crac-1 -o yaml'],
  operands: [
    { label: 'KIND', times: 'once', choices: kindWords, help: 'What kind of thing' },
    { label: 'NAME', times: 'once', completes: 'get $KIND', help: 'Its name, id or path' },
  ],
  flags: { output: documentFlag },
  run: async (call, flags, [kind, name = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const described = await describe(client.value, kind as Kind, name);
    if (!described.ok) return described;
    if (flags.output === 'json') call.console.data(jsonText(asDocument(described.value)));
    else if (flags.output === 'yaml') call.console.data(yamlText(asDocument(described.value)));
    else show(call, described.value);
    return done;
  },
});

async function describe(client: Client, kind: Kind, name: string): Promise<Outcome<Description>> {
  const source: Source = { client, catalogue: createCatalogue(client) };
  const entity = await source.catalogue.find([kind], name);
  if (!entity.ok) return entity;
  const { id } = entity.value;
  const [contents, readings, alarms, addresses] = await Promise.all([
    client.query('entities', { parent: id, limit: 20_000 }),
    loadReadings(source),
    client.query('alarms', { within: id, limit: 50 }),
    client.query('addresses', { entity: id }),
  ]);
  if (!contents.ok) return contents;
  if (!readings.ok) return readings;
  if (!alarms.ok) return alarms;
  if (!addresses.ok) return addresses;
  const path = source.catalogue.pathOf(entity.value);
  return {
    ok: true,
    value: {
      entity: entity.value,
      path,
      contents: contents.value.items,
      readings: readings.value,
      alarms: alarms.value.items,
      addresses: addresses.value.items,
    },
  };
}

function asDocument({ entity, path, contents, readings, alarms, addresses }: Description): object {
  const read = readings
    .on(entity.id)
    .map(({ sensor, latest }) => ({ ...latest, metric: sensor.spec.metric, place: sensor.spec.place }));
  return { ...entity, path: path.join('/'), readings: read, contents, alarms, addresses };
}

function show({ console }: Call, description: Description): void {
  const { entity, path, contents, readings, alarms, addresses } = description;
  const heading = (title: string): void => console.data(`\n${console.paint('strong', title)}`);
  showFacts(console, [
    ['Name', entity.name],
    ['Kind', entity.kind],
    ['Id', entity.id],
    ['Path', path.join('/')],
    ...factsOf(entity.spec, ''),
    ...Object.entries(entity.links).map(([link, ids]) => [link, ids.join(', ')] as const),
    ...Object.entries(entity.aliases),
  ]);
  const read = readings.on(entity.id);
  if (read.length > 0) {
    heading('Readings');
    showFacts(
      console,
      read.map(
        ({ sensor, latest }) =>
          [
            `${sensor.spec.metric} ${sensor.spec.place}`,
            sayReading(entity.kind, sensor.spec.metric, latest.value),
          ] as const,
      ),
    );
  }
  const inside = contents.filter((each) => each.kind !== 'sensor').toSorted(highestFirst);
  if (inside.length > 0) {
    heading('Contents');
    showFacts(
      console,
      inside.map((each) => [each.name, contentText(each)] as const),
    );
  }
  if (addresses.length > 0) {
    heading('Answers');
    for (const { protocol, command } of addresses) console.data(`${protocol}  ${command}`);
  }
  if (alarms.length > 0) {
    heading('Alarms');
    for (const alarm of alarms) {
      const severity = console.paint(
        alarm.state === 'RESOLVED' ? 'quiet' : severityTones[alarm.severity],
        alarm.severity,
      );
      console.data(`${alarm.id}  ${severity}  ${alarm.state}  ${labTime(alarm.raisedAt)}  ${alarm.message}`);
    }
  }
}

/** As a rack is read: from the top. */
function highestFirst(a: Entity, b: Entity): number {
  const unit = (entity: Entity): number => (entity.kind === 'device' ? entity.spec.slot.position : 0);
  return unit(b) - unit(a);
}

function contentText(entity: Entity): string {
  if (entity.kind !== 'device') return entity.kind;
  const { position, height } = entity.spec.slot;
  return `device, U${position}${height > 1 ? `–U${position + height - 1}` : ''}, ${entity.spec.category}, ${entity.spec.model}`;
}

/** A spec's fields, those inside others named by their path. */
function factsOf(value: object, before: string): (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, field]: [string, unknown]) =>
    typeof field === 'object' && field !== null
      ? factsOf(field, `${before}${name}.`)
      : [[`${before}${name}`, String(field)] as const],
  );
}
