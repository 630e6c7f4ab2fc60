import { readFileSync, statSync } from 'node:fs';
import type { Actor } from '../../../sim/contract/actors.ts';
import type { CsvMapping } from '../../../sim/contract/assets.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Door } from '../../host/door.ts';
import type { Operations, Progress } from '../../host/operations.ts';
import type { Session } from '../../host/session.ts';
import { planCsv } from './csv-plan.ts';
import type { Step, WholePlan } from './csv-plan.ts';
import { readCsv } from './csv-text.ts';

type CsvDeps = {
  readonly session: () => Session;
  readonly door: Pick<Door, 'execute'>;
  readonly operations: Operations;
};
type Asked = {
  readonly file: string;
  readonly mapping?: CsvMapping | undefined;
};
export type CsvImport = Asked & { readonly lines: 'all' | 'good' };

const mostBytes = 64 * 1024 * 1024;
const sizes = { create: 500, change: 2000 } as const;

/** What an import would do. Nothing is done. */
export async function checkCsv(deps: Pick<CsvDeps, 'session'>, asked: Asked): Promise<Result<DeskReceipt>> {
  const whole = await planFor(deps, asked, () => undefined);
  return whole.ok ? accepted({ csv: whole.value.plan }) : whole;
}

/** Planned anew, since the lab may have changed; then done through the door, so many at a time. */
export function importCsv(deps: CsvDeps, asked: CsvImport, actor: Actor): Promise<Result<DeskReceipt>> {
  return deps.operations.run('Import devices', async (progress, operation) => {
    const whole = await planFor(deps, asked, (share) => progress(share / 2));
    if (!whole.ok) return whole;
    const { plan, steps } = whole.value;
    if (asked.lines === 'all' && plan.problemCount > 0) {
      const [first] = plan.problems;
      return refused('invalid-input', `${plan.problemCount} lines are wrong; nothing was done`, {
        where: `line ${first?.line ?? 1}`,
        hint: `${first?.refusal.message ?? ''}. Mend them, or import the good lines only.`,
      });
    }
    const done = await doSteps(deps, { steps, actor, progress });
    return done.ok ? accepted({ operation, csv: plan }) : done;
  });
}

async function planFor(
  { session }: Pick<CsvDeps, 'session'>,
  { file, mapping }: Asked,
  progress: Progress,
): Promise<Result<WholePlan>> {
  const text = textOf(file);
  if (!text.ok) return text;
  const csv = readCsv(text.value);
  return csv.ok ? planCsv(session().world, { file: csv.value, mapping: mapping ?? null, progress }) : csv;
}

function textOf(file: string): Result<string> {
  try {
    if (statSync(file).size > mostBytes) {
      return refused('too-large', 'The file is larger than 64 MB', {
        where: 'file',
        hint: 'Import it in parts.',
      });
    }
    return accepted(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file)));
  } catch (error) {
    if (error instanceof TypeError) {
      return refused('invalid-input', 'The file is not written in UTF-8', {
        where: 'file',
        hint: 'Save it as CSV UTF-8.',
      });
    }
    return refused('not-found', 'The file cannot be read', {
      where: file,
      hint: error instanceof Error ? error.message : String(error),
    });
  }
}

type Doing = { readonly steps: readonly Step[]; readonly actor: Actor; readonly progress: Progress };

/** In the order of the lines: a later one may need the place that an earlier one leaves. */
async function doSteps({ door }: CsvDeps, { steps, actor, progress }: Doing): Promise<Result<null>> {
  let done = 0;
  for (const command of commandsOf(steps)) {
    const result = await door.execute(command.input, actor, null);
    if (!result.ok) {
      const { message, hint } = result.refusal;
      return refused(
        result.refusal.code,
        `${done} of ${steps.length} lines were imported; then: ${message}`,
        {
          hint: `${hint ?? ''} What was imported can be undone.`.trim(),
        },
      );
    }
    done += command.size;
    progress(0.5 + done / steps.length / 2);
  }
  return accepted(null);
}

type Packed = { readonly input: CommandInput; readonly size: number };

export function commandsOf(steps: readonly Step[]): Packed[] {
  const packed: Packed[] = [];
  for (let from = 0; from < steps.length;) {
    const kind = steps[from]?.kind ?? 'create';
    let to = from;
    while (to < steps.length && steps[to]?.kind === kind && to - from < sizes[kind]) to += 1;
    const part = steps.slice(from, to);
    const items = part.flatMap((step) => (step.kind === 'create' ? [step.item] : []));
    const changes = part.flatMap((step) => (step.kind === 'change' ? [step.change] : []));
    const input: CommandInput =
      kind === 'create'
        ? { type: 'inventory.create-many', items }
        : { type: 'inventory.change-many', changes };
    packed.push({ input, size: part.length });
    from = to;
  }
  return packed;
}
