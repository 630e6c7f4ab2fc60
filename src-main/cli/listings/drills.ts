import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import { listing, onEvents } from './listing.ts';

type DrillRow = { readonly card: DrillCard; readonly runs: readonly DrillRun[] };

const bestOf = (runs: readonly DrillRun[]): string => {
  const scores = runs.flatMap((run) => run.report?.score ?? []);
  return scores.length === 0 ? '–' : String(Math.max(...scores));
};

const takenText = (times: number): string =>
  ['–', 'taken once', 'taken twice'][times] ?? `taken ${times} times`;

export const drillListing = listing<DrillRow>({
  name: 'drills',
  singular: 'drill',
  summary: 'Drills and scripts, and the best score in each',
  columns: [
    { title: 'ID', cell: ({ card }) => card.id },
    { title: 'TITLE', cell: ({ card }) => card.title },
    { title: 'LEVEL', cell: ({ card }) => (card.kind === 'script' ? 'to watch' : card.level) },
    { title: 'BEST', align: 'right', cell: ({ runs }) => bestOf(runs) },
    {
      title: 'STATE',
      cell: ({ runs }) =>
        runs.some((run) => run.outcome === 'running')
          ? { text: 'running', tone: 'major' }
          : { text: takenText(runs.length), tone: 'quiet' },
    },
    { title: 'GOAL', wide: true, cell: ({ card }) => card.goal },
  ],
  rows: async ({ client }) => {
    const drills = await client.query('drills', {});
    if (!drills.ok) return drills;
    const { cards, runs } = drills.value;
    return {
      ok: true,
      value: cards.map((card) => ({ card, runs: runs.filter((run) => run.drill === card.id) })),
    };
  },
  of: ({ card, runs }) => ({ reference: card.id, id: card.id, value: { ...card, runs } }),
  watch: onEvents('drill.'),
});
