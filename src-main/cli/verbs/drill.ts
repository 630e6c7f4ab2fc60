import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import type { Client } from '../client.ts';
import type { Console } from '../console.ts';
import { drillListing } from '../listings/drills.ts';
import { createCatalogue } from '../catalogue.ts';
import { labTime } from '../lab-time.ts';
import { done, failed, notFound, type Outcome } from '../outcome.ts';
import { asFormat, documentFlag, jsonText, outputFlag, showList, yamlText } from '../show.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Branch } from '../verb.ts';

const listLeaf = leaf({
  name: 'list',
  summary: 'List the drills, and how you did in them',
  examples: ['dvm drill list'],
  flags: { output: outputFlag },
  run: async (call, flags) => {
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    const listed = await drillListing.load({ client: client.value, catalogue }, {});
    if (!listed.ok) return listed;
    showList(call.console, drillListing, { listed: listed.value, format: asFormat(flags.output) });
    return done;
  },
});

const startLeaf = leaf({
  name: 'start',
  summary: 'Take a drill',
  about:
    'Prints the id of the run and the brief. It ends by itself when its goal is reached or its time is over.',
  examples: ['dvm drill start dark-grid'],
  operands: [
    { label: 'DRILL', times: 'once', completes: 'get drills', help: 'Its id, as `dvm drill list` shows it' },
  ],
  run: async (call, _flags, [id = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const drills = await client.value.query('drills', {});
    if (!drills.ok) return drills;
    const { cards } = drills.value;
    const card = cards.find((one) => one.id === id);
    if (card === undefined) return unknown(id, cards);
    const receipt = await client.value.command({ type: 'drill.start', drill: card.id });
    if (!receipt.ok) return receipt;
    call.console.data(receipt.value.ids[0] ?? '');
    call.console.words(`${card.title}. ${card.brief}\nGoal: ${card.goal}`);
    return done;
  },
});

const endLeaf = leaf({
  name: 'end',
  summary: 'Give up the drill that runs',
  examples: ['dvm drill end'],
  run: async (call) => {
    const client = await call.host();
    if (!client.ok) return client;
    const run = await lastRun(client.value);
    if (!run.ok) return run;
    if (run.value.outcome !== 'running') return wrongState('No drill runs', 'dvm drill list shows them');
    const receipt = await client.value.command({ type: 'drill.end', id: run.value.id });
    if (!receipt.ok) return receipt;
    const ended = await lastRun(client.value);
    if (!ended.ok) return ended;
    tell(call.console, ended.value);
    return done;
  },
});

const reportLeaf = leaf({
  name: 'report',
  summary: 'How the last drill went',
  examples: ['dvm drill report', 'dvm drill report dark-grid', 'dvm drill report -o json'],
  operands: [
    { label: 'DRILL', times: 'maybe', completes: 'get drills', help: 'The last time this one was taken' },
  ],
  flags: { output: documentFlag },
  run: async (call, { output }, [drill]) => {
    const client = await call.host();
    if (!client.ok) return client;
    const run = await lastRun(client.value, drill);
    if (!run.ok) return run;
    if (run.value.report === null)
      return wrongState(`${run.value.drill} still runs`, 'dvm drill end gives it up');
    if (output === 'json') call.console.data(jsonText(run.value));
    else if (output === 'yaml') call.console.data(yamlText(run.value));
    else tell(call.console, run.value);
    return done;
  },
});

/** Of this drill, or of any. */
async function lastRun(client: Client, drill?: string): Promise<Outcome<DrillRun>> {
  const drills = await client.query('drills', {});
  if (!drills.ok) return drills;
  const { cards, runs } = drills.value;
  if (drill !== undefined && cards.every((card) => card.id !== drill)) return unknown(drill, cards);
  const run = runs.findLast((one) => drill === undefined || one.drill === drill);
  if (run !== undefined) return { ok: true, value: run };
  return notFound(
    `${drill ?? 'No drill'} has ${drill === undefined ? '' : 'not '}been taken yet`,
    'dvm drill list shows them',
  );
}

const unknown = (id: string, cards: readonly DrillCard[]): Outcome<never> =>
  notFound(
    `There is no drill ${id}`,
    didYouMean(
      id,
      cards.map((card) => card.id),
    ) ?? 'dvm drill list shows them',
  );

const wrongState = (message: string, hint: string): Outcome<never> =>
  failed({ kind: 'refused', refusal: { code: 'wrong-state', message, hint } });

function tell(console: Console, run: DrillRun): void {
  if (run.report === null) return;
  const { score, parts, raised, missed, timeline } = run.report;
  console.data(`${run.drill}: ${score} of 100 points (${run.outcome.replaceAll('-', ' ')})`);
  for (const part of parts) console.data(`  ${part.points} of ${part.of}  ${part.name}: ${part.because}`);
  console.data(`  ${raised} alarms, ${missed} unanswered`);
  for (const { at, text } of timeline) console.data(`  ${labTime(at)}  ${text}`);
}

export const drillVerb: Branch = {
  kind: 'branch',
  name: 'drill',
  summary: 'Take drills and see how you did',
  leaves: [listLeaf, startLeaf, endLeaf, reportLeaf],
};
