import type { CsvMapping, CsvPlan, CsvProblem } from '../../../sim/contract/assets.ts';
import type { CommandOf } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { newEntitySchema } from '../../../sim/contract/new-entity.ts';
import type { NewEntity } from '../../../sim/contract/new-entity.ts';
import { accepted, refusalFromIssues, refused } from '../../../sim/contract/result.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import { bear, changedOne, overlay } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { cardWith } from './asset-edit.ts';
import type { Device } from './asset-row.ts';
import { columnOf, guessMapping, saidIn } from './csv-cells.ts';
import type { Said } from './csv-cells.ts';
import { createCsvPlaces } from './csv-places.ts';
import type { CsvPlaces } from './csv-places.ts';
import type { CsvFile, CsvRecord } from './csv-text.ts';

export type Change = CommandOf<'inventory.change-many'>['changes'][number];
export type Step =
  | { readonly kind: 'create'; readonly item: NewEntity }
  | { readonly kind: 'change'; readonly change: Change };
export type WholePlan = { readonly plan: CsvPlan; readonly steps: readonly Step[] };

type View = ReturnType<typeof overlay>;
type Bench = {
  readonly world: World;
  readonly view: View;
  readonly places: CsvPlaces;
  /** By which line a device was meant already. */
  readonly meant: Map<EntityId, number>;
};
type Judged = { readonly what: 'create' | 'change' | 'same'; readonly step: Step | null };

const shownLines = 100;
const shownProblems = 500;
/** So many lines are tried before others get their turn. */
const atOnce = 200;

type Asked = {
  readonly file: CsvFile;
  readonly mapping: CsvMapping | null;
  readonly progress: (share: number) => void;
};

/** Every line is really decided, on a view of the world that is thrown away; later lines see what earlier ones did. */
export async function planCsv(
  world: World,
  { file, mapping: given, progress }: Asked,
): Promise<Result<WholePlan>> {
  const [header, ...records] = file.records;
  if (header === undefined || records.length === 0) {
    return refused('invalid-input', 'There is a header and at least one line to read, or nothing to do', {
      hint: 'Begin with a line that names the columns, such as name,rack,unit,model,rated_w.',
    });
  }
  const mapping = given ?? guessMapping(header.cells);
  const bench: Bench = {
    world,
    view: overlay(world.inventory),
    places: createCsvPlaces(world.inventory),
    meant: new Map(),
  };
  const layout = world.inventory.layout();
  const tally = createTally();
  for (const [at, record] of records.entries()) {
    tally.note(record, judge(bench, record, mapping));
    if (at % atOnce !== atOnce - 1) continue;
    progress(at / records.length);
    await new Promise((next) => setImmediate(next));
  }
  if (world.inventory.layout() !== layout) {
    return refused('changed-since', 'The lab was changed while the lines were tried', { hint: 'Try again.' });
  }
  const told = { header: [...header.cells], mapping, delimiter: file.delimiter, revision: world.revision };
  return accepted({ plan: { ...told, ...tally.told(header.cells, mapping) }, steps: tally.steps });
}

type Outcome = Result<Judged> & { readonly name: string; readonly place: string };

function createTally() {
  const counts = { create: 0, change: 0, same: 0, wrong: 0 };
  const problems: { line: number; refusal: Refusal }[] = [];
  const lines: CsvPlan['lines'] = [];
  const steps: Step[] = [];
  return {
    steps,
    note: ({ line }: CsvRecord, outcome: Outcome): void => {
      const what = outcome.ok ? outcome.value.what : 'wrong';
      counts[what] += 1;
      if (outcome.ok && outcome.value.step !== null) steps.push(outcome.value.step);
      if (!outcome.ok) problems.push({ line, refusal: outcome.refusal });
      if (lines.length < shownLines) lines.push({ line, what, name: outcome.name, place: outcome.place });
    },
    told: (header: readonly string[], mapping: CsvMapping) => ({
      counts,
      lines,
      problemCount: problems.length,
      problems: problems.slice(0, shownProblems).map(({ line, refusal }): CsvProblem => {
        const column = columnOf(refusal.where);
        const at = mapping.indexOf(column);
        return { line, column: column === null ? null : (header[at] ?? column), refusal };
      }),
    }),
  };
}

function judge(bench: Bench, record: CsvRecord, mapping: CsvMapping): Outcome {
  const said = saidIn(record, mapping);
  if (!said.ok) return { ...said, name: '', place: '' };
  const { name, rack } = said.value;
  const about = { name: name ?? said.value.id ?? '', place: rack ?? '' };
  const meant = bench.places.deviceFor(said.value, bench.view);
  if (!meant.ok) return { ...meant, ...about };
  const judged =
    meant.value === null
      ? born(bench, said.value)
      : changed(bench, said.value, { device: meant.value, line: record.line });
  return { ...judged, ...about };
}

function born({ world, view, places }: Bench, said: Said): Result<Judged> {
  const rack = places.rackFor(said.rack);
  if (!rack.ok) return rack;
  const rated = said.spec['ratedPower'];
  const parsed = newEntitySchema.safeParse({
    kind: 'device',
    name: said.name ?? undefined,
    parent: rack.value,
    spec: {
      category: 'server',
      // Half of its rating is what machines of today draw at rest, near enough to begin with.
      idlePower: typeof rated === 'number' ? rated / 2 : undefined,
      ...said.spec,
      slot: { height: 1, face: 'both', ...said.slot },
      ...(Object.keys(said.asset).length === 0 ? {} : { asset: said.asset }),
    },
  });
  if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
  const device = bear(world, view, parsed.data);
  if (!device.ok) return device;
  view.put(device.value);
  places.add(device.value as Device);
  return accepted({ what: 'create', step: { kind: 'create', item: parsed.data } });
}

type Meant = { readonly device: Device; readonly line: number };

function changed({ view, places, meant }: Bench, said: Said, { device, line }: Meant): Result<Judged> {
  const before = meant.get(device.id);
  if (before !== undefined)
    return refused('invalid-input', `${device.name} is meant by line ${before} already`, {
      hint: 'Keep one line for each device.',
    });
  meant.set(device.id, line);
  const stays = staysIn(places, said, device);
  if (!stays.ok) return stays;
  const { slot, asset } = device.spec;
  const change: Change = {
    id: device.id,
    ...(said.name === null ? {} : { name: said.name }),
    spec: {
      ...said.spec,
      ...(Object.keys(said.slot).length === 0 ? {} : { slot: { ...slot, ...said.slot } }),
      ...(Object.keys(said.asset).length === 0 ? {} : { asset: cardWith(asset ?? {}, said.asset) }),
    },
  };
  const after = changedOne(view, change);
  if (!after.ok) return after;
  if (after.value === null) return accepted({ what: 'same', step: null });
  view.put(after.value);
  return accepted({ what: 'change', step: { kind: 'change', change } });
}

function staysIn(places: CsvPlaces, said: Said, device: Device): Result<null> {
  if (said.rack === null) return accepted(null);
  const rack = places.rackFor(said.rack);
  if (!rack.ok) return rack;
  if (rack.value === device.parent) return accepted(null);
  return refused('wrong-state', `${device.name} stands in another rack; an import moves nothing`, {
    where: 'rack',
    hint: 'Move it on the rack screen, or leave the cell empty.',
  });
}
