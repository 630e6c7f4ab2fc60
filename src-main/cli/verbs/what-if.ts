import type { Consequences, Redundancy } from '../../../sim/contract/consequences.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import { createCatalogue, type Catalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { findUnit } from '../find-unit.ts';
import { done, type Outcome } from '../outcome.ts';
import { documentFlag, jsonText, showFacts, yamlText } from '../show.ts';
import { leaf, type Call } from '../verb.ts';

const chain: readonly Kind[] = [
  'utility',
  'transformer',
  'genset',
  'ats',
  'ups',
  'panel',
  'pdu',
  'site',
  'rack',
];

export const whatIfVerb = leaf({
  name: 'what-if',
  summary: 'What follows if a piece of the power chain is lost; for a rack, what it hangs on',
  about:
    'Nothing happens: it is computed, with the load of this moment, as things are once gensets have started and switches have moved. A UPS is lost as a UPS fails, to its bypass; a site loses its grid.',
  examples: ['dvm what-if panel-a', 'dvm what-if A01', 'dvm what-if ats-01 -o json'],
  operands: [
    {
      label: 'NAME',
      times: 'once',
      completes: 'get utilities,transformers,gensets,atses,ups,panels,pdus,sites,racks',
      help: 'Its name, id or path',
    },
  ],
  flags: { output: documentFlag },
  run: async (call, { output }, [name = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    const found = await findUnit(catalogue, {
      name,
      kinds: chain,
      otherwise: (other) => ({
        message: `${other.name} is a ${other.kind}, and feeds nothing`,
        hint: `Ask for a ${chain.join(', ')}`,
      }),
    });
    if (!found.ok) return found;
    return found.value.kind === 'rack'
      ? hangsOn(call, { client: client.value, catalogue, entity: found.value, output })
      : follows(call, { client: client.value, catalogue, entity: found.value, output });
  },
});

type Asked = {
  readonly client: Client;
  readonly catalogue: Catalogue;
  readonly entity: Entity;
  readonly output: string | undefined;
};

async function hangsOn(
  call: Call,
  { client, catalogue, entity, output }: Asked,
): Promise<Outcome<undefined>> {
  const answer = await client.query('redundancy', { id: entity.id });
  if (!answer.ok) return answer;
  if (output === 'json') call.console.data(jsonText(answer.value));
  else if (output === 'yaml') call.console.data(yamlText(answer.value));
  else tellRedundancy(call, answer.value, catalogue);
  return done;
}

function tellRedundancy(call: Call, { level, singlePoints }: Redundancy, catalogue: Catalogue): void {
  call.console.data(level);
  for (const id of singlePoints) {
    const isGrid = catalogue.byId(id)?.kind === 'site';
    call.console.data(`  hangs on ${isGrid ? 'the grid of ' : ''}${nameIn(catalogue, id)}`);
  }
}

async function follows(
  call: Call,
  { client, catalogue, entity, output }: Asked,
): Promise<Outcome<undefined>> {
  const answer = await client.query('consequences', { id: entity.id });
  if (!answer.ok) return answer;
  if (output === 'json') call.console.data(jsonText(answer.value));
  else if (output === 'yaml') call.console.data(yamlText(answer.value));
  else tellConsequences(call, answer.value, catalogue);
  return done;
}

function tellConsequences(
  { console }: Call,
  { dark, degraded, overloaded, bridged }: Consequences,
  catalogue: Catalogue,
): void {
  const said = (things: readonly string[]): string => (things.length === 0 ? 'none' : things.join(', '));
  const name = (id: string): string => nameIn(catalogue, id);
  showFacts(console, [
    ['dark', said(dark.map(name))],
    ['one feed', said(degraded.map(name))],
    ['overloaded', said(overloaded.map(({ id, load }) => `${name(id)} ${load.toFixed(0)} %`))],
    ['on battery', said(bridged.map(({ id, minutes }) => `${name(id)} ${minutes.toFixed(0)} min`))],
  ]);
}

function nameIn(catalogue: Catalogue, id: string): string {
  const entity = catalogue.byId(id);
  return entity === undefined ? id : catalogue.referenceOf(entity);
}
