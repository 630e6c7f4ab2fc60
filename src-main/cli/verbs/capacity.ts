import { capacityLevelSchema, capacityOrderSchema } from '../../../sim/contract/capacity.ts';
import type { CapacityLevel, CapacityOrder, CapacityPlace } from '../../../sim/contract/capacity.ts';
import type { QueryParams } from '../../../sim/contract/queries.ts';
import { createCatalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { text } from '../flags.ts';
import { listing } from '../listings/listing.ts';
import { done, type Outcome } from '../outcome.ts';
import { asFormat, outputFlag, showList } from '../show.ts';
import type { Cell } from '../table-text.ts';
import { leaf } from '../verb.ts';
import { placeWithin, withinFlag } from './within.ts';

export const capacityVerb = leaf({
  name: 'capacity',
  summary: 'How full places are, and what they run out of first',
  about:
    'Space, power, cooling, ports and weight, with what is planned or staged counted as taken. Power is what may be drawn so that either feed can be lost. Stranded is what cannot be used because something else has run out first; power outlets are not counted.',
  examples: [
    'dvm capacity',
    'dvm capacity --within room1 --level rack --order tightest',
    'dvm capacity --level row -o wide',
  ],
  flags: {
    within: withinFlag,
    level: text({
      label: 'LEVEL',
      choices: capacityLevelSchema.options,
      help: 'What each line is; room where left out',
    }),
    order: text({
      label: 'ORDER',
      choices: capacityOrderSchema.options,
      help: 'A limit, tightest or stranded: the fullest first; place, as they were made, where left out',
    }),
    output: outputFlag,
  },
  run: async (call, { within, level, order, output }) => {
    const client = await call.host();
    if (!client.ok) return client;
    const place = await placeWithin(createCatalogue(client.value), within);
    if (!place.ok) return place;
    const places = listing<CapacityPlace>({
      ...placeTable,
      rows: () =>
        loadPlaces(client.value, {
          ...(place.value === undefined ? {} : { within: place.value }),
          ...(level === undefined ? {} : { level: level as CapacityLevel }),
          ...(order === undefined ? {} : { order: order as CapacityOrder }),
        }),
    });
    const listed = await places.load({ client: client.value, catalogue: createCatalogue(client.value) }, {});
    if (!listed.ok) return listed;
    showList(call.console, places, { listed: listed.value, format: asFormat(output) });
    return done;
  },
});

type Asked = Pick<QueryParams<'capacity'>, 'within' | 'level' | 'order'>;

async function loadPlaces(client: Client, asked: Asked): Promise<Outcome<readonly CapacityPlace[]>> {
  const places: CapacityPlace[] = [];
  let after: CapacityPlace['id'] | null = null;
  do {
    const page: Outcome<{ items: CapacityPlace[]; next: string | null }> = await client.query('capacity', {
      ...asked,
      limit: 1000,
      ...(after === null ? {} : { after }),
    });
    if (!page.ok) return page;
    places.push(...page.value.items);
    after = page.value.next as CapacityPlace['id'] | null;
  } while (after !== null);
  return { ok: true, value: places };
}

type Amount = { readonly used: number; readonly reserved: number; readonly of: number | null };

const amount = ({ used, reserved, of }: Amount, decimals: number): string =>
  `${(used + reserved).toFixed(decimals)} of ${of === null ? '–' : of.toFixed(decimals)}`;

/** Where a place is full from here on: no more of the usual machine will go in. */
const nearlyFull = 0.9;

function firstCell({ first }: CapacityPlace): Cell {
  if (first === null) return { text: '–' };
  const tone = first.share > 1 ? 'critical' : first.share >= nearlyFull ? 'minor' : 'ok';
  return { text: `${first.limit} ${(100 * first.share).toFixed(0)} %`, tone };
}

function strandedText({ stranded: { units, kilowatts, because } }: CapacityPlace): string {
  if (because === null) return '–';
  return `${units} U, ${kilowatts.toFixed(1)} kW: ${because}`;
}

const overText = ({ over }: CapacityPlace): string =>
  over.length === 0 ? '–' : over.map(({ limit, at }) => `${limit} at ${at}`).join(', ');

const placeTable = {
  name: 'places',
  singular: 'place',
  summary: 'How full places are',
  watch: { kind: 'state', stirredBy: () => false },
  of: (place: CapacityPlace) => ({ reference: place.path, id: place.id, value: place }),
  columns: [
    { title: 'PLACE', cell: ({ path }: CapacityPlace) => path },
    { title: 'FIRST', cell: firstCell },
    { title: 'SPACE U', align: 'right', cell: ({ space }: CapacityPlace) => amount(space, 0) },
    { title: 'POWER KW', align: 'right', cell: ({ power }: CapacityPlace) => amount(power, 1) },
    { title: 'DRAWN', align: 'right', cell: ({ power }: CapacityPlace) => power.drawn.toFixed(1) },
    { title: 'COOLING KW', align: 'right', cell: ({ cooling }: CapacityPlace) => amount(cooling, 1) },
    { title: 'PORTS', align: 'right', cell: ({ ports }: CapacityPlace) => amount(ports, 0) },
    { title: 'KG', align: 'right', wide: true, cell: ({ weight }: CapacityPlace) => amount(weight, 0) },
    {
      title: 'GAP U',
      align: 'right',
      wide: true,
      cell: ({ space }: CapacityPlace) => String(space.largestGap.both),
    },
    { title: 'RACKS', align: 'right', wide: true, cell: ({ racks }: CapacityPlace) => String(racks) },
    { title: 'STRANDED', cell: strandedText },
    { title: 'OVER', wide: true, cell: overText },
  ],
} as const;
