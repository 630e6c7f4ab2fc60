/**
 * Drives the model of a room with real telemetry and says how well it agrees, by ASHRAE Guideline 14:
 * `node tools/validate-model.ts --lab my.lab.yaml --telemetry my.csv [--room room1] [--interval hourly|monthly]`
 * The file's columns and what the figures mean stand in docs/physics.md.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import type { EntityOf } from '../sim/contract/entities.ts';
import { labFileSchema } from '../sim/contract/lab-file.ts';
import { accepted, refusalFromIssues, refused } from '../sim/contract/result.ts';
import type { Refusal, Result } from '../sim/contract/result.ts';
import { applyEvents, createWorld, decide, planLab } from '../sim/index.ts';
import type { World } from '../sim/index.ts';
import { driveRoom } from '../sim/physics/air/drive.ts';
import { agreementOf, averaged, isWithin, limits } from '../sim/physics/guideline-14.ts';
import type { Agreement, Interval } from '../sim/physics/guideline-14.ts';

const usage =
  'validate-model --lab <lab.yaml> --telemetry <csv> [--room <name>] [--interval hourly|monthly]\n' +
  'columns: time (ISO 8601 or seconds), it_kw, supply_c, inlet_c\n';

const columns = ['time', 'it_kw', 'supply_c', 'inlet_c'] as const;
type Column = (typeof columns)[number];
type Row = Readonly<Record<Column, number>>;

const spans: Readonly<Record<Interval, number>> = { hourly: 3600, monthly: (365.25 / 12) * 86_400 };

function readText(path: string): Result<string> {
  try {
    return accepted(readFileSync(path, 'utf8'));
  } catch (cause) {
    return refused('not-found', `${path} cannot be read (${String((cause as NodeJS.ErrnoException).code)})`);
  }
}

function timeOf(text: string): number {
  const seconds = Number(text);
  return Number.isFinite(seconds) ? seconds : Date.parse(text) / 1000;
}

const cellsOf = (line: string): string[] =>
  line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** Rows of a CSV with a header; columns that are not needed may stand in it, in any order. */
function readTelemetry(text: string): Result<Row[]> {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = cellsOf(header);
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return refused('invalid-input', `Line 1 has no column ${missing.join(', ')}; it has ${names.join(', ')}`);
  const rows: Row[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const row = rowOf(names, line);
    if (!row.ok) return refused('invalid-input', `Line ${at + 2}: ${row.refusal.message}`);
    if (row.value.time <= (rows.at(-1)?.time ?? Number.NEGATIVE_INFINITY))
      return refused('invalid-input', `Line ${at + 2}: its time is not after that of the line before`);
    rows.push(row.value);
  }
  return rows.length < 2
    ? refused('invalid-input', 'There are fewer than two rows of telemetry')
    : accepted(rows);
}

function rowOf(names: readonly string[], line: string): Result<Row> {
  const cells = cellsOf(line);
  const row: Partial<Record<Column, number>> = {};
  for (const column of columns) {
    const cell = cells[names.indexOf(column)] ?? '';
    const number = column === 'time' ? timeOf(cell) : Number(cell);
    if (cell === '' || !Number.isFinite(number))
      return refused('invalid-input', `${column} is ${cell === '' ? 'empty' : `no number: ${cell}`}`);
    row[column] = number;
  }
  return accepted(row as Row);
}

function openLab(path: string, firstSecond: number): Result<World> {
  const text = readText(path);
  if (!text.ok) return text;
  const document = parseDocument(text.value);
  const [error] = document.errors;
  if (error !== undefined) return refused('invalid-input', `${path} is no YAML: ${error.message}`);
  const parsed = labFileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const { message } = refusalFromIssues(parsed.error.issues);
    return refused('invalid-input', `${path} is no lab file: ${message}`);
  }
  const plan = planLab(parsed.data, { name: 'Validation', epoch: Math.round(firstSecond) * 1000 });
  if (!plan.ok) return plan;
  const world = createWorld();
  for (const command of plan.value) {
    const decision = decide(world, command, { origin: 'system', name: 'validate-model', role: 'admin' });
    if (!decision.ok) return decision;
    applyEvents(world, decision.value.events);
  }
  return accepted(world);
}

function roomOf(world: World, name: string | undefined): Result<EntityOf<'room'>> {
  const rooms = [...world.inventory.ofKind('room')];
  const names = rooms.map((room) => room.name).join(', ');
  if (name === undefined && rooms.length > 1)
    return refused('invalid-input', `Say which room with --room; the lab has ${names}`);
  const room = name === undefined ? rooms[0] : rooms.find((one) => one.name === name);
  if (room !== undefined) return accepted(room);
  return refused('not-found', `There is no room ${name ?? ''}; the lab has ${names === '' ? 'none' : names}`);
}

function reportOf(agreement: Agreement, interval: Interval): string {
  const limit = limits[interval];
  const verdict = isWithin(agreement, interval) ? 'within' : 'outside';
  return [
    `Inlet temperature, ${agreement.count} ${interval} means`,
    `measured mean   ${agreement.mean.toFixed(2)} °C`,
    `RMSE            ${agreement.rootMeanSquare.toFixed(2)} K`,
    `NMBE            ${agreement.bias.toFixed(2)} %   (limit ±${limit.bias} %)`,
    `CV-RMSE         ${agreement.scatter.toFixed(2)} %   (limit ${limit.scatter} %)`,
    `${verdict} ASHRAE Guideline 14 for a simulation calibrated on ${interval} data`,
    '',
  ].join('\n');
}

type Asked = {
  readonly lab: string;
  readonly telemetry: string;
  readonly room: string | undefined;
  readonly interval: Interval;
};

function validate({ lab, telemetry, room: name, interval }: Asked): Result<Agreement> {
  const text = readText(telemetry);
  if (!text.ok) return text;
  const rows = readTelemetry(text.value);
  if (!rows.ok) return rows;
  const world = openLab(lab, rows.value[0]?.time ?? 0);
  if (!world.ok) return world;
  const room = roomOf(world.value, name);
  if (!room.ok) return room;
  const series = rows.value.map(({ time, it_kw: power, supply_c: supply }) => ({
    second: time,
    power,
    supply,
  }));
  const modelled = driveRoom(world.value, room.value.id, series);
  const pairs = rows.value.map(({ time, inlet_c: measured }, at) => ({
    second: time,
    measured,
    modelled: modelled[at] ?? Number.NaN,
  }));
  if (pairs.some((pair) => !Number.isFinite(pair.modelled)))
    return refused('invalid-input', `${room.value.name} has no racks to compare with`);
  const agreement = agreementOf(averaged(pairs, spans[interval]));
  if (agreement !== null) return accepted(agreement);
  return refused('invalid-input', `The telemetry covers fewer than two ${interval} spans`);
}

function askedOf(args: string[]): Result<Asked | 'help'> {
  const { values } = parseArgs({
    args,
    strict: false,
    options: {
      lab: { type: 'string' },
      telemetry: { type: 'string' },
      room: { type: 'string' },
      interval: { type: 'string' },
    },
  });
  const { lab, telemetry, room, interval = 'hourly', help, ...others } = values;
  if (help === true) return accepted('help');
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return refused('invalid-input', `There is no --${unknown}\n${usage}`);
  if (typeof lab !== 'string' || typeof telemetry !== 'string')
    return refused('invalid-input', `It takes a lab and telemetry\n${usage}`);
  if (interval !== 'hourly' && interval !== 'monthly')
    return refused('invalid-input', `--interval is hourly or monthly, not ${String(interval)}`);
  return accepted({ lab, telemetry, room: typeof room === 'string' ? room : undefined, interval });
}

/** 0 within the guideline, 1 outside it, 2 where nothing could be judged. */
function main(args: string[]): number {
  const asked = askedOf(args);
  if (!asked.ok) return complain(asked.refusal);
  if (asked.value === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  const agreement = validate(asked.value);
  if (!agreement.ok) return complain(agreement.refusal);
  process.stdout.write(reportOf(agreement.value, asked.value.interval));
  return isWithin(agreement.value, asked.value.interval) ? 0 : 1;
}

function complain({ message }: Refusal): number {
  process.stderr.write(`validate-model: ${message}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
