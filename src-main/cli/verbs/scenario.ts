import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { ScenarioName } from '../../../sim/contract/scenarios.ts';
import { createCatalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { follow } from '../follow-scenario.ts';
import { text, toggle } from '../flags.ts';
import { scenarioListing } from '../listings/desk.ts';
import { openLive, type Live } from '../live.ts';
import { done, misused, notFound, type Outcome } from '../outcome.ts';
import { asFormat, outputFlag, showList } from '../show.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Branch, type Call } from '../verb.ts';

const listLeaf = leaf({
  name: 'list',
  summary: 'List the scenarios, and those that run',
  examples: ['dvm scenario list'],
  flags: { output: outputFlag },
  run: async (call, flags) => {
    const client = await call.host();
    if (!client.ok) return client;
    const listed = await scenarioListing.load(
      { client: client.value, catalogue: createCatalogue(client.value) },
      {},
    );
    if (!listed.ok) return listed;
    showList(call.console, scenarioListing, { listed: listed.value, format: asFormat(flags.output) });
    return done;
  },
});

const runLeaf = leaf({
  name: 'run',
  summary: 'Run one on a rack or a room',
  about:
    'Prints the id of the run. With --wait it stays, tells what happens, and ends when the run is stopped by anybody.',
  examples: [
    'dvm scenario run COOLING_FAILURE --rack A01',
    'dvm scenario run COOLING_FAILURE --room room1 --severity total --wait',
  ],
  operands: [{ label: 'SCENARIO', times: 'once', completes: 'get scenarios', help: 'Its name' }],
  flags: {
    rack: text({ label: 'RACK', completes: 'get racks', help: 'The rack it strikes' }),
    room: text({ label: 'ROOM', completes: 'get rooms', help: 'The room it strikes' }),
    severity: text({
      label: 'SEVERITY',
      choices: ['partial', 'total'],
      help: 'How hard; partial where left out',
    }),
    wait: toggle('Stay until it is stopped, and tell what happens'),
  },
  run: async (call, { rack, room, severity, wait }, [name = '']) => {
    const place = placeFrom(rack, room);
    if (!place.ok) return place;
    const client = await call.host();
    if (!client.ok) return client;
    const known = await knownScenario(client.value, name);
    if (!known.ok) return known;
    const target = await createCatalogue(client.value).find([place.value.kind], place.value.name);
    if (!target.ok) return target;
    const hard = severity === 'total' ? 'total' : 'partial';
    const start = {
      type: 'scenario.run',
      name: known.value,
      target: target.value.id,
      severity: hard,
    } as const;
    const told = (run: string): void => {
      call.console.data(run);
      call.console.words(
        `${start.name} runs on ${target.value.name}, ${hard}. Stop it with: dvm scenario stop ${run}`,
      );
    };
    return wait ? runAndFollow(call, client.value, { start, told }) : runOnly(client.value, { start, told });
  },
});

type Place = { readonly kind: 'rack' | 'room'; readonly name: string };

function placeFrom(rack: string | undefined, room: string | undefined): Outcome<Place> {
  if (rack !== undefined && room === undefined) return { ok: true, value: { kind: 'rack', name: rack } };
  if (room !== undefined && rack === undefined) return { ok: true, value: { kind: 'room', name: room } };
  return misused('Say where: either --rack RACK or --room ROOM');
}

type Start = { readonly start: CommandInput; readonly told: (run: string) => void };

async function runOnly(client: Client, { start, told }: Start): Promise<Outcome<undefined>> {
  const receipt = await client.command(start);
  if (!receipt.ok) return receipt;
  told(receipt.value.ids[0] ?? '');
  return done;
}

/** Listens before it starts, so that the earliest alarm is told too. */
async function runAndFollow(call: Call, client: Client, { start, told }: Start): Promise<Outcome<undefined>> {
  const live = await listen(client, call.signal);
  if (!live.ok) return live;
  let run = '';
  const started = await runOnly(client, { start, told: (id) => told((run = id)) });
  if (started.ok) return follow(call, { client, live: live.value, run });
  live.value.close();
  return started;
}

async function listen(client: Client, signal: AbortSignal): Promise<Outcome<Live>> {
  const live = await openLive(client.address, signal);
  if (live.ok) live.value.say({ op: 'watch', since: null, branch: null });
  return live;
}

async function knownScenario(client: Client, name: string): Promise<Outcome<ScenarioName>> {
  const scenarios = await client.query('scenarios', {});
  if (!scenarios.ok) return scenarios;
  const names = scenarios.value.cards.map((card) => card.name);
  const known = names.find((each) => each === name.toUpperCase().replaceAll('-', '_'));
  return known === undefined
    ? notFound(`There is no scenario ${name}`, didYouMean(name, names))
    : { ok: true, value: known };
}

const stopLeaf = leaf({
  name: 'stop',
  summary: 'Stop what runs',
  examples: ['dvm scenario stop scenario-1', 'dvm scenario stop --all'],
  operands: [{ label: 'ID', times: 'any', help: 'What `dvm scenario run` printed' }],
  flags: { all: toggle('Stop all that run') },
  run: async (call, flags, ids) => {
    if (flags.all === ids.length > 0) return misused('Say which: an ID, or --all');
    const client = await call.host();
    if (!client.ok) return client;
    const scenarios = await client.value.query('scenarios', {});
    if (!scenarios.ok) return scenarios;
    const running = scenarios.value.runs.map((run): string => run.id);
    const stranger = ids.find((id) => !running.includes(id));
    if (stranger !== undefined)
      return notFound(
        `${stranger} does not run`,
        running.length === 0 ? 'Nothing runs.' : `These run: ${running.join(', ')}`,
      );
    for (const id of flags.all ? running : ids) {
      const receipt = await client.value.command({ type: 'scenario.stop', id });
      if (!receipt.ok) return receipt;
      call.console.words(`Stopped ${id}.`);
    }
    if (flags.all && running.length === 0) call.console.words('Nothing runs.');
    return done;
  },
});

export const scenarioVerb: Branch = {
  kind: 'branch',
  name: 'scenario',
  summary: 'Run and stop drills',
  leaves: [listLeaf, runLeaf, stopLeaf],
};
