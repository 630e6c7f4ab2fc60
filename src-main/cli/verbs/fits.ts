import { placementParamsSchema, togetherSchema } from '../../../sim/contract/capacity.ts';
import type { Placement, PlacementRack } from '../../../sim/contract/capacity.ts';
import { refusalFromIssues } from '../../../sim/contract/result.ts';
import { createCatalogue } from '../catalogue.ts';
import { quantity, text } from '../flags.ts';
import { done, failed, misused, notFound, type Outcome } from '../outcome.ts';
import { documentFlag, jsonText, yamlText } from '../show.ts';
import { headingLine, layOut, line, type Heading } from '../table-text.ts';
import { leaf, type Call } from '../verb.ts';
import { placeWithin, withinFlag } from './within.ts';

export const fitsVerb = leaf({
  name: 'fits',
  summary: 'Where new machines would fit, and why not elsewhere',
  about:
    'Nothing is put anywhere. The plan keeps every limit: space, power on either feed, cooling of the room, ports and weight. Ends with code 1 if not all of them fit.',
  examples: [
    'dvm fits --units 2 --watts 700 --count 12',
    'dvm fits --units 1 --watts 350 --count 4 --within room1 --together same-rack --nics 2',
    'dvm fits --units 4 --watts 1200 --psus 1 --together spread -o json',
  ],
  flags: {
    units: quantity({ label: 'UNITS', help: 'Height of one machine' }),
    watts: quantity({ label: 'WATTS', help: 'What one draws at its rating' }),
    count: quantity({ label: 'COUNT', help: 'How many; 1 where left out' }),
    nics: quantity({ label: 'COUNT', help: 'Network ports that one needs; 0 where left out' }),
    weight: quantity({ label: 'KG', help: 'What one weighs; not judged where left out' }),
    psus: quantity({ label: 'COUNT', help: 'Power supplies, 1 or 2; 2 where left out' }),
    face: text({
      label: 'FACE',
      choices: ['front', 'rear', 'both'],
      help: 'The side it is mounted on; both where left out',
    }),
    within: withinFlag,
    together: text({
      label: 'HOW',
      choices: togetherSchema.options,
      help: 'any: few racks; same-rack: one; spread: many. any where left out',
    }),
    output: documentFlag,
  },
  run: async (call, { within, output, ...machine }) => {
    if (machine.units === undefined || machine.watts === undefined)
      return misused('--units and --watts are missing', 'dvm fits --units 2 --watts 700 --count 12');
    const said = Object.fromEntries(Object.entries(machine).filter(([, value]) => value !== undefined));
    const asked = placementParamsSchema.safeParse(said);
    if (!asked.success) return misused(`--${refusalFromIssues(asked.error.issues).message}`);
    const client = await call.host();
    if (!client.ok) return client;
    const place = await placeWithin(createCatalogue(client.value), within);
    if (!place.ok) return place;
    const { value } = place;
    const answer = await client.value.query('placement', {
      ...asked.data,
      ...(value === undefined ? {} : { within: value }),
    });
    if (!answer.ok) return answer;
    if (output === 'json') call.console.data(jsonText(answer.value));
    else if (output === 'yaml') call.console.data(yamlText(answer.value));
    else tell(call, answer.value);
    return verdict(answer.value);
  },
});

const headings: readonly Heading[] = [
  { title: 'RACK', align: 'left' },
  { title: 'UNITS', align: 'left' },
  { title: 'FEED', align: 'left' },
  { title: 'WHY', align: 'left' },
];

const cellsOf = ({ path, positions, feed, because }: PlacementRack) => [
  { text: path },
  { text: positions.map((position) => `U${position}`).join(' ') },
  { text: feed ?? 'both' },
  { text: because },
];

function tell({ console }: Call, { proposals, refused, because }: Placement): void {
  if (proposals.length > 0) {
    const rows = proposals.map(cellsOf);
    const layout = layOut(headings, rows, console.width);
    console.data(headingLine(layout, console.paint));
    for (const row of rows) console.data(line(layout, row, console.paint));
  }
  console.words(`${because}.`);
  for (const each of refused) console.words(`  ${racksText(each.racks)}: ${each.because}`);
}

const racksText = (count: number): string => (count === 1 ? '1 rack' : `${count} racks`);

/** A script may ask whether they fit without reading the plan. */
function verdict({ asked, placed }: Placement): Outcome<undefined> {
  if (placed === asked) return done;
  if (placed === 0) return notFound('No rack can take one of them');
  return failed({
    kind: 'refused',
    refusal: { code: 'over-capacity', message: `${asked - placed} of ${asked} do not fit` },
  });
}
