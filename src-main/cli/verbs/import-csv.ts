import { resolve } from 'node:path';
import type { CsvPlan, CsvProblem } from '../../../sim/contract/assets.ts';
import type { DeskCommandInput, DeskReceipt } from '../../../sim/contract/desk.ts';
import type { Client } from '../client.ts';
import { toggle } from '../flags.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { runDesk } from '../run-desk.ts';
import { jsonText, documentFlag, yamlText } from '../show.ts';
import { leaf, type Call } from '../verb.ts';

export const importCsvVerb = leaf({
  name: 'import-csv',
  summary: 'Create and change devices by the lines of a CSV file',
  about:
    'Every line is tried on a copy of the lab first; what is wrong is told line by line. Where a line is wrong nothing is imported, unless --good-lines is given. Ends with code 1 if any line is wrong.',
  examples: [
    'dvm import-csv devices.csv --dry-run',
    'dvm import-csv devices.csv',
    'dvm import-csv devices.csv --good-lines',
  ],
  operands: [
    { label: 'FILE', times: 'once', completes: 'file', help: 'Comma, semicolon or tab; the header first' },
  ],
  flags: {
    'dry-run': toggle('Tell what would be done, and do nothing'),
    'good-lines': toggle('Import the good lines and leave out the wrong ones'),
    output: documentFlag,
  },
  run: async (call, flags, [name = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const file = resolve(call.directory, name);
    const plan = await planOf(call, client.value, { type: 'desk.check-assets', file });
    if (!plan.ok) return plan;
    const { counts, mapping } = plan.value;
    tell(call, plan.value, flags.output);
    if (flags['dry-run']) return verdict(counts.wrong, 'would be left out');
    if (counts.wrong > 0 && !flags['good-lines']) return verdict(counts.wrong, 'wrong: nothing was imported');
    if (counts.create + counts.change === 0) {
      call.console.words('No line would change anything.');
      return verdict(counts.wrong, 'were left out');
    }
    const lines = counts.wrong === 0 ? 'all' : 'good';
    const receipt = await runDesk(call, client.value, { type: 'desk.import-assets', file, mapping, lines });
    if (!receipt.ok) return receipt;
    call.console.words(`Imported: ${counts.create} new, ${counts.change} changed.`);
    return verdict(counts.wrong, 'were left out');
  },
});

async function planOf(call: Call, client: Client, command: DeskCommandInput): Promise<Outcome<CsvPlan>> {
  const receipt: Outcome<DeskReceipt> = await runDesk(call, client, command);
  if (!receipt.ok) return receipt;
  const { csv } = receipt.value;
  if (csv !== undefined) return { ok: true, value: csv };
  return failed({
    kind: 'refused',
    refusal: { code: 'unsupported', message: 'The host did not say what it would do with the file' },
  });
}

function tell({ console }: Call, plan: CsvPlan, output: string | undefined): void {
  if (output === 'json') return console.data(jsonText(plan));
  if (output === 'yaml') return console.data(yamlText(plan));
  const { counts, problems, problemCount } = plan;
  for (const problem of problems) console.data(problemText(problem));
  if (problemCount > problems.length) console.words(`and ${problemCount - problems.length} more problems`);
  console.words(
    `${counts.create} new, ${counts.change} changed, ${counts.same} as they are, ${counts.wrong} wrong`,
  );
}

function problemText({ line, column, refusal }: CsvProblem): string {
  const where = column === null ? `line ${line}` : `line ${line}, ${column}`;
  return `${where}: ${[refusal.message, refusal.hint].filter(Boolean).join('. ')}`;
}

function verdict(wrong: number, what: string): Outcome<undefined> {
  if (wrong === 0) return done;
  const lines = wrong === 1 ? '1 line' : `${wrong} lines`;
  const hint = 'Mend them in the file, or give --good-lines.';
  return failed({ kind: 'refused', refusal: { code: 'invalid-input', message: `${lines} ${what}`, hint } });
}
