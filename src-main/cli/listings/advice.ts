import type { Advice } from '../../../sim/contract/advisor.ts';
import { listing, onEvents } from './listing.ts';

type AdviceRow = { readonly advice: Advice; readonly name: string };

const changeOf = ({ verb, from, to }: Advice): string =>
  verb === 'set-point' ? `${from.toFixed(1)} -> ${to.toFixed(1)} °C` : verb.replace('unit-', 'switch ');

const measuredText = ({ measured }: Advice): string =>
  measured === null
    ? '–'
    : `${(measured.without - measured.with).toFixed(2)} kWh, ${measured.rate.toFixed(2)} kW`;

export const adviceListing = listing<AdviceRow>({
  name: 'advice',
  singular: 'advice',
  summary: 'What the advisor recommends for cooling',
  columns: [
    { title: 'ID', cell: ({ advice }) => advice.id },
    { title: 'UNIT', cell: ({ name }) => name },
    { title: 'CHANGE', cell: ({ advice }) => changeOf(advice) },
    { title: 'STATE', cell: ({ advice }) => advice.state },
    { title: 'EXPECTED', align: 'right', cell: ({ advice }) => `${advice.saving.toFixed(2)} kW` },
    { title: 'MEASURED', align: 'right', cell: ({ advice }) => measuredText(advice) },
    { title: 'REASON', wide: true, cell: ({ advice }) => advice.because || advice.reason },
  ],
  rows: async ({ client, catalogue }) => {
    const answer = await client.query('advice', { limit: 500 });
    if (!answer.ok) return answer;
    const rows: AdviceRow[] = [];
    for (const kind of ['crac', 'chiller'] as const) {
      const units = await catalogue.all(kind);
      if (!units.ok) return units;
    }
    for (const advice of answer.value.items)
      rows.push({ advice, name: catalogue.byId(advice.target)?.name ?? advice.target });
    return { ok: true, value: rows };
  },
  of: ({ advice }) => ({ reference: advice.id, id: advice.id, value: advice }),
  watch: onEvents('advisor.'),
});
