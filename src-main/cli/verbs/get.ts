import { isaStateSchema } from '../../../sim/contract/alarms.ts';
import { createCatalogue } from '../catalogue.ts';
import type { GivenValue } from '../flags.ts';
import { list, quantity, text, toggle } from '../flags.ts';
import type { Listed, Listing, Narrowing, Selection } from '../listings/listing.ts';
import { listings } from '../listings/listings.table.ts';
import { done, misused, notFound, type Outcome } from '../outcome.ts';
import { meant, type Path } from '../references.ts';
import { asFormat, createWatchPrinter, jsonText, outputFlag, showList, yamlText } from '../show.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Call } from '../verb.ts';
import { watch } from '../watch.ts';

const narrowingFlags = {
  room: text({ label: 'ROOM', completes: 'get rooms', help: 'Only what stands in this room' }),
  rack: text({ label: 'RACK', completes: 'get racks', help: 'Only what stands in this rack' }),
  severity: list({
    label: 'SEVERITY',
    choices: ['critical', 'major', 'minor', 'info'],
    help: 'Only alarms of these severities',
  }),
  state: list({
    label: 'STATE',
    choices: ['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED'],
    help: 'Only alarms in these states',
  }),
  isa: list({
    label: 'STATE',
    choices: isaStateSchema.options,
    help: 'Only alarms in these states of ISA-18.2',
  }),
  type: list({ label: 'TYPE', help: 'Only events of these types, such as alarm.raised' }),
  limit: quantity({ label: 'COUNT', help: 'At most so many, the newest' }),
} as const satisfies Record<Narrowing, object>;

const plurals = listings.map((each) => each.name);
const singulars = listings.map((each) => each.singular);

export const getVerb = leaf({
  name: 'get',
  summary: 'List what is in the lab and on the desk',
  about: `Lists one kind of thing:\n${listings.map((each) => `  ${each.name.padEnd(14)}${each.summary}`).join('\n')}\n\nA NAME is a name, an id, or a path where names alone are not enough: room1/A01.`,
  examples: [
    'dvm get racks --room room1',
    'dvm get rack A01 -o yaml',
    'dvm get sensors --rack A01 -w',
    'dvm get alarms --state ACTIVE -o json',
  ],
  operands: [
    { label: 'KIND', times: 'once', choices: plurals, synonyms: singulars, help: 'What to list' },
    { label: 'NAME', times: 'any', completes: 'get $KIND', help: 'Only these' },
  ],
  flags: {
    output: outputFlag,
    watch: toggle('Print what is there, then every change as it comes', 'w'),
    ...narrowingFlags,
  },
  run: async (call, flags, [kind = '', ...names]) => {
    const listing = listings.find((each) => each.name === kind || each.singular === kind);
    if (listing === undefined) return misused(`There is nothing called ${kind} to list`);
    const selection = selectionFrom(listing, flags);
    if (!selection.ok) return selection;
    const client = await call.host();
    if (!client.ok) return client;
    const format = asFormat(flags.output);
    if (flags.watch) {
      const print = createWatchPrinter(call.console, listing, format);
      const choose = (listed: readonly Listed[]) =>
        names.length === 0 ? listed : [...new Set(names.flatMap((name) => called(listed, name)))];
      return watch({ client: client.value, listing, selection: selection.value, choose, print });
    }
    const catalogue = createCatalogue(client.value);
    const loaded = await listing.load({ client: client.value, catalogue }, selection.value);
    if (!loaded.ok) return loaded;
    const chosen = choose(listing, loaded.value, names);
    if (!chosen.ok) return chosen;
    print(call, listing, { listed: chosen.value, format, single: names.length === 1 });
    return done;
  },
});

/** One thing asked for by name is printed as itself, not as a list of one. */
function print(
  { console }: Call,
  listing: Listing,
  shown: {
    readonly listed: readonly Listed[];
    readonly format: ReturnType<typeof asFormat>;
    readonly single: boolean;
  },
): void {
  const [only] = shown.listed;
  if (shown.single && only !== undefined && shown.format === 'json')
    return console.data(jsonText(only.value));
  if (shown.single && only !== undefined && shown.format === 'yaml')
    return console.data(yamlText(only.value));
  return showList(console, listing, shown);
}

function selectionFrom(listing: Listing, flags: Readonly<Record<Narrowing, GivenValue>>): Outcome<Selection> {
  const selection: Record<string, GivenValue> = {};
  for (const name of Object.keys(narrowingFlags) as Narrowing[]) {
    const value = flags[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (!listing.narrowings.includes(name)) {
      const known = listing.narrowings.map((each) => `--${each}`).join(', ');
      return misused(
        `--${name} does not narrow ${listing.name}`,
        known === '' ? undefined : `These do: ${known}`,
      );
    }
    selection[name] = value;
  }
  return { ok: true, value: selection };
}

const pathOf = (listed: Listed): Path =>
  'path' in listed.value && typeof listed.value.path === 'string'
    ? listed.value.path.split('/')
    : [listed.reference];

/** By id, by the printed reference, or by any path that means it. */
function called(listed: readonly Listed[], name: string): readonly Listed[] {
  const byId = listed.filter((each) => each.id === name || each.reference === name);
  return byId.length > 0 ? byId : meant(listed, name, pathOf);
}

function choose(
  listing: Listing,
  listed: readonly Listed[],
  names: readonly string[],
): Outcome<readonly Listed[]> {
  if (names.length === 0) return { ok: true, value: listed };
  const chosen: Listed[] = [];
  for (const name of names) {
    const found = called(listed, name);
    if (found.length === 0) {
      return notFound(
        `There is no ${listing.singular} called ${name}`,
        didYouMean(
          name,
          listed.map((each) => each.reference),
        ),
      );
    }
    if (found.length > 1) {
      return notFound(
        `${name} may mean ${found.length} things`,
        `Say which: ${found.map((each) => each.reference).join(', ')}`,
      );
    }
    chosen.push(...found);
  }
  return { ok: true, value: chosen };
}
