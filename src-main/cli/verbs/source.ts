import type { CommandInput } from '../../../sim/contract/commands.ts';
import { kinds } from '../../../sim/contract/entities.ts';
import type { Entity, Metric } from '../../../sim/contract/entities.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { createCatalogue, type Catalogue } from '../catalogue.ts';
import { list } from '../flags.ts';
import { done, notFound, type Outcome } from '../outcome.ts';
import { didYouMean } from '../suggest.ts';
import { leaf } from '../verb.ts';

const metrics = Object.keys(metricTable) as Metric[];
const speakers = ['hardware', 'bot'] as const;
type Speaker = (typeof speakers)[number];

export const sourceVerb = leaf({
  name: 'source',
  summary: 'Who speaks for the sensors of a thing: hardware, or their bots',
  about:
    'For every sensor at or below it, all of them or none. A bot whose sensor is left to hardware is silent; what a device publishes on the same topic is heard from then on.',
  examples: [
    'dvm source A01 hardware',
    'dvm source ups-01 hardware --metric load --metric charge',
    'dvm source A01/temperature bot',
  ],
  operands: [
    {
      label: 'NAME',
      times: 'once',
      completes: 'get racks,pdus,ups,batteries,panels,cracs,chillers,rooms,rows,sites,sensors',
      help: 'A sensor, or what has sensors at or below it: its name, id or path',
    },
    { label: 'WHO', times: 'once', choices: [...speakers], help: 'Who speaks for them' },
  ],
  flags: {
    metric: list({ label: 'METRIC', choices: metrics, help: 'Only sensors that measure this' }),
  },
  run: async (call, { metric }, [name = '', who = '']) => {
    const source = speakers.find((each) => each === who);
    if (source === undefined) return notFound(`Nobody is called ${who}`, didYouMean(who, speakers));
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    const thing = await catalogue.find(kinds, name);
    if (!thing.ok) return thing;
    const chosen = metrics.filter((each) => metric.includes(each));
    const turned = await sensorsTurned(catalogue, { thing: thing.value, source, chosen });
    if (!turned.ok) return turned;
    const command: CommandInput = {
      type: 'sensor.source',
      within: thing.value.id,
      source,
      ...(chosen.length === 0 ? {} : { metrics: chosen }),
    };
    const receipt = await client.value.command(command);
    if (!receipt.ok) return receipt;
    call.console.words(told(turned.value, source, catalogue.referenceOf(thing.value)));
    return done;
  },
});

type Turn = { readonly thing: Entity; readonly source: Speaker; readonly chosen: readonly Metric[] };

/** How many of them are spoken for by the other so far. */
async function sensorsTurned(
  catalogue: Catalogue,
  { thing, source, chosen }: Turn,
): Promise<Outcome<number>> {
  const sensors = await catalogue.all('sensor');
  if (!sensors.ok) return sensors;
  const turned = sensors.value.filter(
    (sensor) =>
      sensor.spec.source !== source &&
      (chosen.length === 0 || chosen.includes(sensor.spec.metric)) &&
      isWithin(catalogue, sensor, thing.id),
  );
  return { ok: true, value: turned.length };
}

function isWithin(catalogue: Catalogue, sensor: Entity, id: string): boolean {
  let at: Entity | undefined = sensor;
  while (at !== undefined && at.id !== id) at = at.parent === null ? undefined : catalogue.byId(at.parent);
  return at !== undefined;
}

function told(turned: number, source: Speaker, name: string): string {
  const whose = source === 'hardware' ? 'Hardware speaks' : 'Bots speak';
  if (turned === 0) return `${whose} for the sensors of ${name} already.`;
  return `${whose} for ${turned} ${turned === 1 ? 'sensor' : 'sensors'} of ${name} from now on.`;
}
