import type { HardwareSource } from '../../../sim/contract/settings.ts';
import { createModbusClient } from './modbus-client.ts';
import type { ModbusAnswer, ModbusClient } from './modbus-client.ts';
import { alone, blocksFor, numberIn } from './modbus-plan.ts';
import type { Block, ModbusTable } from './modbus-plan.ts';
import { modbusExceptions } from './modbus-words.table.ts';
import { startPolling } from './polling.ts';
import type { Runner, RunnerDeps } from './runner.ts';

type ModbusConfig = Extract<HardwareSource, { kind: 'modbus' }>;

export function runModbus(source: ModbusConfig, deps: RunnerDeps): Runner {
  const { intake, limits, now } = deps;
  const client = createModbusClient({ ...source, ...limits });
  let blocks = blocksFor(source.points, intake.usable);
  const polling = startPolling({
    ...limits,
    now,
    everyMillis: source.everySeconds * 1000,
    round: async () => {
      if (blocks.length === 0) return lookAround(client, deps);
      const kept: Block[] = [];
      for (const block of blocks) {
        const answer = await client.read(block);
        if (answer.kind === 'broken') return silent(answer.reason, deps);
        kept.push(...take({ source, block, answer, deps }));
      }
      blocks = kept;
      deps.tally.link('up', '');
      return 'answered';
    },
  });
  return {
    end: async () => {
      client.close();
      await polling.stop();
    },
  };
}

function silent(reason: string, { tally }: RunnerDeps): 'silent' {
  tally.missed();
  tally.link('failing', reason);
  return 'silent';
}

type Taking = {
  readonly source: ModbusConfig;
  readonly block: Block;
  readonly answer: Exclude<ModbusAnswer, { kind: 'broken' }>;
  readonly deps: RunnerDeps;
};

/** How the block is asked for next time: one wrong register must not hide its neighbours. */
function take({ source, block, answer, deps }: Taking): readonly Block[] {
  const { intake } = deps;
  for (const one of block.points) {
    const point = source.points[one.index];
    if (point === undefined) continue;
    if (answer.kind === 'exception') {
      intake.fail(one.index, point.from, exceptionWords(answer.code));
      continue;
    }
    const number = numberIn(block, answer.data, { ...one, type: point.type, words: point.words });
    intake.take(one.index, { from: point.from, text: numberText(number), levels: [], quality: 'good' });
  }
  const isSplit = answer.kind === 'exception' && block.points.length > 1 && isAboutAddress(answer.code);
  return isSplit ? block.points.map(alone) : [block];
}

/** A float of 32 bits has seven digits; the rest are a double's own. */
const numberText = (number: number): string =>
  Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(8)));

const isAboutAddress = (code: number): boolean => code === 2 || code === 3 || code === 4;

const exceptionWords = (code: number): string =>
  modbusExceptions[code] ?? `The device refuses with exception ${code}`;

const noPoints = 'Answers, but there is no point to read yet';

const lookedAt = ['holding', 'input', 'coil', 'discrete'] as const satisfies readonly ModbusTable[];
const lookedFar = 12;

/** The first of each table, one by one: what is there answers, what is not says so. */
async function lookAround(client: ModbusClient, deps: RunnerDeps): Promise<'answered' | 'silent'> {
  const isLook = deps.purpose === 'look';
  for (const table of isLook ? lookedAt : lookedAt.slice(0, 1)) {
    for (let address = 0; address < (isLook ? lookedFar : 1); address += 1) {
      const answer = await client.read({ table, address, count: 1 });
      if (answer.kind === 'broken') return silent(answer.reason, deps);
      if (answer.kind === 'exception') break;
      const raw = answer.data.length === 1 ? (answer.data[0] ?? 0) & 1 : answer.data.readUInt16BE();
      deps.tally.heard({ from: `${table}:${address}`, raw: String(raw) });
    }
  }
  deps.tally.link('up', noPoints);
  return 'answered';
}
