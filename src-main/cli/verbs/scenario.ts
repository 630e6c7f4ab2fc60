import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { ScenarioCard } from '../../../sim/contract/scenarios.ts';
import { createCatalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { findUnit } from '../find-unit.ts';
import { follow } from '../follow-scenario.ts';
import { quantity, text, toggle } from '../flags.ts';
import { duration } from '../lab-time.ts';
import { scenarioListing } from '../listings/scenarios.ts';
import { openLive, type Live } from '../live.ts';
import { done, misused, notFound, type Outcome } from '../outcome.ts';
import { asFormat, outputFlag, showList } from '../show.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Branch, type Call } from '../verb.ts';

const listLeaf = leaf({
  name: 'list',
  summary: 'List the scenarios, and those that run',
  about: '-o wide shows size, ramp and duration too, and what you should see.',
  examples: ['dvm scenario list', 'dvm scenario list -o wide'],
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
  summary: 'Run one, now or later',
  about:
    'Prints the id of the run. With --wait it stays, tells what happens, and ends when the run is stopped by anybody. ' +
    '`dvm scenario list -o wide` says what each strikes and what its size means.',
  examples: [
    'dvm scenario run COOLING_FAILURE --rack A01',
    'dvm scenario run COOLING_FAILURE --room room1 --severity total --wait',
    'dvm scenario run MAINS_FAILURE --target site1 --duration 1200 --in 60',
  ],
  operands: [{ label: 'SCENARIO', times: 'once', completes: 'get scenarios', help: 'Its name' }],
  flags: {
    target: text({
      label: 'NAME',
      completes: 'get sites,rooms,rows,racks,pdus,panels,ups,batteries,gensets,utilities,cracs,chillers',
      help: 'What it strikes: name, id or path',
    }),
    rack: text({ label: 'RACK', completes: 'get racks', help: 'The rack it strikes' }),
    room: text({ label: 'ROOM', completes: 'get rooms', help: 'The room it strikes' }),
    severity: text({
      label: 'SEVERITY',
      choices: ['partial', 'total'],
      help: 'How hard; partial where left out',
    }),
    size: quantity({ label: 'NUMBER', help: 'How much, in the unit of the scenario' }),
    ramp: quantity({ label: 'SECONDS', help: 'Lab seconds in which it grows to its size' }),
    duration: quantity({ label: 'SECONDS', help: 'Lab seconds it lasts; 0 until it is stopped' }),
    in: quantity({ label: 'SECONDS', help: 'Lab seconds until it begins' }),
    wait: toggle('Stay until it is stopped, and tell what happens'),
  },
  run: async (call, flags, [name = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const card = await knownScenario(client.value, name);
    if (!card.ok) return card;
    const place = placeFrom(card.value, flags);
    if (!place.ok) return place;
    const hard = severityFrom(card.value, flags.severity);
    if (!hard.ok) return hard;
    const target = await findUnit(createCatalogue(client.value), {
      ...place.value,
      otherwise: ({ name: other, kind }) => ({
        message: `${card.value.name} strikes a ${card.value.targets.join(' or ')}; ${other} is a ${kind}`,
        hint: `dvm get ${card.value.targets[0] ?? 'rack'} lists what it can strike`,
      }),
    });
    if (!target.ok) return target;
    const start = startOf(card.value, target.value, { ...flags, severity: hard.value });
    const told = (run: string): void => {
      call.console.data(run);
      call.console.words(
        `${start.name} ${begins(start)} on ${target.value.name}, ${start.severity}. Stop it with: dvm scenario stop ${run}`,
      );
    };
    const begin = { start, told };
    return flags.wait ? runAndFollow(call, client.value, begin) : runOnly(client.value, begin);
  },
});

type Said = {
  readonly target: string | undefined;
  readonly rack: string | undefined;
  readonly room: string | undefined;
  readonly severity: RunInput['severity'];
  readonly size: number | undefined;
  readonly ramp: number | undefined;
  readonly duration: number | undefined;
  readonly in: number | undefined;
};

type Place = { readonly kinds: readonly Kind[]; readonly name: string };

function placeFrom(
  card: ScenarioCard,
  { target, rack, room }: Pick<Said, 'target' | 'rack' | 'room'>,
): Outcome<Place> {
  const [said, second] = [target, rack, room].filter((one) => one !== undefined);
  if (said === undefined || second !== undefined)
    return misused(
      'Say where: --target NAME, --rack RACK or --room ROOM',
      `${card.name} strikes a ${card.targets.join(' or ')}`,
    );
  if (rack === undefined && room === undefined)
    return { ok: true, value: { kinds: card.targets, name: said } };
  const kind = rack === undefined ? 'room' : 'rack';
  return card.targets.includes(kind)
    ? { ok: true, value: { kinds: [kind], name: said } }
    : misused(
        `${card.name} strikes a ${card.targets.join(' or ')}, not a ${kind}`,
        'Say it with --target NAME',
      );
}

/** As hard as was said, where the scenario knows that; else its first, which is the milder. */
function severityFrom(
  { name, severities }: ScenarioCard,
  said: string | undefined,
): Outcome<RunInput['severity']> {
  if (said === undefined) return { ok: true, value: severities[0] };
  const severity = severities.find((each) => each === said);
  return severity === undefined
    ? misused(`${name} is ${severities.join(' or ')} only, not ${said}`)
    : { ok: true, value: severity };
}

const begins = ({ delay = 0 }: RunInput): string =>
  delay > 0 ? `begins in ${duration(delay * 1000)}` : 'runs';

function startOf(card: ScenarioCard, target: Entity, said: Said): RunInput {
  const { size, ramp, duration } = said;
  return {
    type: 'scenario.run',
    name: card.name,
    target: target.id,
    severity: said.severity,
    ...(size === undefined ? {} : { size }),
    ...(ramp === undefined ? {} : { ramp }),
    ...(duration === undefined ? {} : { duration: duration === 0 ? null : duration }),
    ...(said.in === undefined ? {} : { delay: said.in }),
  };
}

type RunInput = Extract<CommandInput, { type: 'scenario.run' }>;
type Start = { readonly start: RunInput; readonly told: (run: string) => void };

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

async function knownScenario(client: Client, name: string): Promise<Outcome<ScenarioCard>> {
  const scenarios = await client.query('scenarios', {});
  if (!scenarios.ok) return scenarios;
  const { cards } = scenarios.value;
  const known = cards.find((card) => card.name === name.toUpperCase().replaceAll('-', '_'));
  if (known !== undefined) return { ok: true, value: known };
  const names = cards.map((card) => card.name);
  return notFound(`There is no scenario ${name}`, didYouMean(name, names));
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
  summary: 'Run and stop what goes wrong',
  leaves: [listLeaf, runLeaf, stopLeaf],
};
