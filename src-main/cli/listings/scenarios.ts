import type { ScenarioCard, ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { tickMillis } from '../../../sim/contract/units.ts';
import { duration } from '../lab-time.ts';
import type { Outcome } from '../outcome.ts';
import { listing, onEvents, type Source } from './listing.ts';

type ScenarioRow = {
  readonly card: ScenarioCard;
  readonly runs: readonly ScenarioRun[];
  /** What is said of each run: `scenario-3 on room1`, `scenario-4 on site1, in 40 s`. */
  readonly said: readonly string[];
};

export const scenarioListing = listing<ScenarioRow>({
  name: 'scenarios',
  singular: 'scenario',
  summary: 'Scenarios that can be run, and those that run or will',
  columns: [
    { title: 'NAME', cell: ({ card }) => card.name },
    { title: 'TARGETS', cell: ({ card }) => card.targets.join(', ') },
    { title: 'SEVERITIES', cell: ({ card }) => card.severities.join(', ') },
    {
      title: 'RUNNING',
      cell: ({ said }) =>
        said.length === 0 ? { text: '–', tone: 'quiet' } : { text: said.join('; '), tone: 'major' },
    },
    { title: 'SIZE', wide: true, cell: ({ card }) => sizeText(card.size) },
    { title: 'RAMP', wide: true, cell: ({ card }) => (card.ramp === null ? '–' : span(card.ramp.usual)) },
    {
      title: 'DURATION',
      wide: true,
      cell: ({ card }) => (card.duration === null ? 'until stopped' : span(card.duration)),
    },
    { title: 'SUMMARY', cell: ({ card }) => card.summary },
    { title: 'YOU SHOULD SEE', wide: true, cell: ({ card }) => card.see.join(' ') },
  ],
  rows: async (source) => {
    const scenarios = await source.client.query('scenarios', {});
    if (!scenarios.ok) return scenarios;
    const { cards, runs } = scenarios.value;
    const told = await tell(source, scenarios.value);
    if (!told.ok) return told;
    const rows = cards.map((card) => {
      const mine = runs.filter((run) => run.name === card.name);
      return { card, runs: mine, said: mine.map((run) => told.value.get(run.id) ?? run.id) };
    });
    return { ok: true, value: rows };
  },
  of: ({ card, runs }) => ({ reference: card.name, id: card.name, value: { ...card, runs } }),
  watch: onEvents('scenario.'),
});

const span = (seconds: number): string => duration(seconds * 1000);

const sizeText = (size: ScenarioCard['size']): string =>
  size === null ? '–' : `${size.label}, ${size.least} to ${size.most} ${size.unit}, usually ${size.usual}`;

type Scenarios = { readonly cards: readonly ScenarioCard[]; readonly runs: readonly ScenarioRun[] };

/** Names what each run strikes, and how long it still waits. */
async function tell(
  { client, catalogue }: Source,
  { cards, runs }: Scenarios,
): Promise<Outcome<ReadonlyMap<string, string>>> {
  if (runs.length === 0) return { ok: true, value: new Map() };
  const status = await client.query('status', {});
  if (!status.ok) return status;
  const struck = cards.filter((card) => runs.some((run) => run.name === card.name));
  for (const kind of new Set(struck.flatMap((card) => card.targets))) {
    const loaded = await catalogue.all(kind);
    if (!loaded.ok) return loaded;
  }
  const { tick } = status.value.clock;
  const said = runs.map((run) => {
    const target = catalogue.byId(run.target);
    const on = target === undefined ? run.target : catalogue.referenceOf(target);
    const wait = (run.startedTick - tick) * tickMillis;
    return [run.id, `${run.id} on ${on}${wait > 0 ? `, in ${duration(wait)}` : ''}`] as const;
  });
  return { ok: true, value: new Map(said) };
}
