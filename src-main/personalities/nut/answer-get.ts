import { commandTable } from './orders.table.ts';
import { findUnit, findUps, type Desk, type Said } from './session.ts';
import type { Unit } from './unit.ts';
import { variableTable, type Variable } from './variables.table.ts';
import { quoted } from './words.ts';

type Args = readonly string[];

export function answerGet([what = '', ...args]: Args, desk: Desk): Said {
  const asked = what.toUpperCase();
  if (asked === 'TRACKING') return tracking(args, desk);
  const [ups, name] = args;
  if (ups === undefined) return 'INVALID-ARGUMENT';
  if (args.length === 1) return ofUps(asked, ups, desk);
  return name === undefined || args.length > 2 ? 'INVALID-ARGUMENT' : ofVariable(asked, [ups, name], desk);
}

function ofUps(asked: string, name: string, desk: Desk): Said {
  if (asked !== 'NUMLOGINS' && asked !== 'UPSDESC') return 'INVALID-ARGUMENT';
  const named = findUps(desk, name);
  if (named === undefined) return 'UNKNOWN-UPS';
  if (asked === 'UPSDESC') return [`UPSDESC ${name} ${quoted(named.ups.name)}`];
  const logins = [...desk.server.sessions].filter(({ login }) => login === named.ups.id).length;
  return [`NUMLOGINS ${name} ${logins}`];
}

function ofVariable(asked: string, [ups, name]: readonly [string, string], desk: Desk): Said {
  switch (asked) {
    case 'VAR':
      return variable(ups, name, desk);
    case 'TYPE': {
      const unit = findUnit(desk, ups);
      if (typeof unit === 'string') return unit;
      const row = rowOf(unit, name);
      return row === null ? 'VAR-NOT-SUPPORTED' : [`TYPE ${ups} ${name} ${typeWords[row.type]}`];
    }
    case 'DESC':
      return described('DESC', { ups, name, text: descriptionOf(name) }, desk);
    case 'CMDDESC': {
      const commands: Readonly<Record<string, { readonly description: string }>> = commandTable;
      return described('CMDDESC', { ups, name, text: commands[name]?.description ?? unavailable }, desk);
    }
    default:
      return 'INVALID-ARGUMENT';
  }
}

const typeWords = { number: 'NUMBER', text: 'STRING:64', choice: 'RW ENUM' } as const satisfies Record<
  Variable['type'],
  string
>;

const unavailable = 'Description unavailable';

const descriptionOf = (name: string): string =>
  variableTable.find((row) => row.name === name)?.description ?? unavailable;

type Described = { readonly ups: string; readonly name: string; readonly text: string };

/** As upsd does, a name that nobody knows is described as not described. */
function described(word: string, { ups, name, text }: Described, desk: Desk): Said {
  if (findUps(desk, ups) === undefined) return 'UNKNOWN-UPS';
  return [`${word} ${ups} ${plainOrQuoted(name)} ${quoted(text)}`];
}

const plainOrQuoted = (word: string): string => (/^[\w.-]+$/.test(word) ? word : quoted(word));

function variable(ups: string, name: string, desk: Desk): Said {
  const ofServer = serverVariable(name, desk);
  if (ofServer !== null && findUps(desk, ups) !== undefined) {
    return [`VAR ${ups} ${name} ${quoted(ofServer)}`];
  }
  const unit = findUnit(desk, ups);
  if (typeof unit === 'string') return unit;
  const value = rowOf(unit, name)?.value(unit) ?? null;
  return value === null ? 'VAR-NOT-SUPPORTED' : [`VAR ${ups} ${name} ${quoted(value)}`];
}

function serverVariable(name: string, { version }: Desk): string | null {
  if (name === 'server.info') return `Coldaisle ${version}, a simulated datacenter`;
  return name === 'server.version' ? version : null;
}

/** The variable, where this UPS has a value for it. */
const rowOf = (unit: Unit, name: string): Variable | null =>
  variableTable.find((row) => row.name === name && row.value(unit) !== null) ?? null;

function tracking([id, ...more]: Args, { server, session }: Desk): Said {
  if (more.length > 0) return 'INVALID-ARGUMENT';
  if (id === undefined) return [session.tracking.toUpperCase()];
  if (session.tracking === 'off') return 'FEATURE-NOT-CONFIGURED';
  return [server.outcomes.get(id) ?? 'ERR UNKNOWN'];
}
