import { commandTable, settableTable } from './orders.table.ts';
import { allUps, findUnit, findUps, type Desk, type Said } from './session.ts';
import type { Unit } from './unit.ts';
import { variableTable } from './variables.table.ts';
import { quoted } from './words.ts';

type Args = readonly string[];

/** Every list is framed by the question it answers. */
export function answerList([what = '', ...args]: Args, desk: Desk): Said {
  const asked = what.toUpperCase();
  const lines = linesOf(asked, args, desk);
  if (typeof lines === 'string') return lines;
  const question = ['LIST', asked, ...args].join(' ');
  return [`BEGIN ${question}`, ...lines, `END ${question}`];
}

function linesOf(asked: string, args: Args, desk: Desk): Said {
  const [ups, name] = args;
  if (ups === undefined) return asked === 'UPS' ? names(desk) : 'INVALID-ARGUMENT';
  if (name === undefined) return ofUps(asked, ups, desk);
  const isChoice = asked === 'ENUM' || asked === 'RANGE';
  return isChoice && args.length === 2 ? choices(asked, [ups, name], desk) : 'INVALID-ARGUMENT';
}

const names = (desk: Desk): Said =>
  [...allUps(desk).values()].map(({ name, ups }) => `UPS ${name} ${quoted(ups.name)}`);

function ofUps(asked: string, name: string, desk: Desk): Said {
  switch (asked) {
    case 'VAR':
    case 'RW': {
      const unit = findUnit(desk, name);
      if (typeof unit === 'string') return unit;
      const valued =
        asked === 'VAR' ? valuesOf(unit) : valuesOf(unit).filter(([row]) => row in settableTable);
      return valued.map(([row, value]) => `${asked} ${name} ${row} ${quoted(value)}`);
    }
    case 'CMD':
      if (findUps(desk, name) === undefined) return 'UNKNOWN-UPS';
      return Object.keys(commandTable).map((command) => `CMD ${name} ${command}`);
    case 'CLIENT': {
      const named = findUps(desk, name);
      if (named === undefined) return 'UNKNOWN-UPS';
      const clients = [...desk.server.sessions].filter(({ login }) => login === named.ups.id);
      return clients.map(({ from }) => `CLIENT ${name} ${from}`);
    }
    default:
      return 'INVALID-ARGUMENT';
  }
}

const valuesOf = (unit: Unit): readonly (readonly [name: string, value: string])[] =>
  variableTable.flatMap(({ name, value }) => {
    const text = value(unit);
    return text === null ? [] : [[name, text] as const];
  });

/** No variable of ours has a range; one that is not chosen from a list has an empty list. */
function choices(asked: 'ENUM' | 'RANGE', [name, variable]: readonly [string, string], desk: Desk): Said {
  const unit = findUnit(desk, name);
  if (typeof unit === 'string') return unit;
  if (!valuesOf(unit).some(([row]) => row === variable)) return 'VAR-NOT-SUPPORTED';
  const settable: Readonly<Record<string, object>> = settableTable;
  if (asked === 'RANGE') return [];
  return Object.keys(settable[variable] ?? {}).map((choice) => `ENUM ${name} ${variable} ${quoted(choice)}`);
}
