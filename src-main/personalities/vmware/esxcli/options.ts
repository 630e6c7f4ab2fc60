/** `system settings advanced`: the options of the host, under paths: `/Net/GuestIPHack`. */
import { done } from '../objects/fault.ts';
import { usualOptions } from '../objects/host/options.table.ts';
import { optionsOf } from '../objects/host/options.ts';
import { at, textAt } from '../wire/ask.ts';
import {
  argOf,
  command,
  failed,
  flagArg,
  needed,
  switchParam,
  textParam,
  through,
  wholeParam,
} from './command.ts';
import type { Ask, Command, Row } from './command.ts';
import { optionWords } from './option-words.table.ts';

type Option = { readonly key: string; readonly value: string | number };

const usual: Readonly<Record<string, string | number | boolean>> = usualOptions;

/** Two words make a path; longer names are settings of the agents, which this command does not show. */
const optionsFor = ({ vc, host }: Ask): readonly Option[] =>
  optionsOf(vc, host).flatMap((option) => {
    const key = textAt(option, 'key') ?? '';
    const given = at(option, 'value');
    const value = typeof given === 'string' ? given : at(given, 'value');
    const isPath = /^[A-Z][A-Za-z]*\.[A-Za-z]+$/.test(key);
    return isPath && (typeof value === 'string' || typeof value === 'number') ? [{ key, value }] : [];
  });

const pathOf = (key: string): string => `/${key.replaceAll('.', '/')}`;
const keyOf = (path: string): string => path.replace(/^\//, '').replaceAll('/', '.');

const wholes = (value: string | number, preset: string | number | boolean | undefined): Row =>
  typeof value === 'number'
    ? { DefaultIntValue: Number(preset), DefaultStringValue: '', IntValue: value, StringValue: '' }
    : { DefaultIntValue: 0, DefaultStringValue: String(preset), IntValue: 0, StringValue: value };

function rowOf({ key, value }: Option): Row {
  const { help, from, to } = optionWords[key] ?? { help: '' };
  const isWhole = typeof value === 'number';
  return {
    ...wholes(value, usual[key]),
    Description: help,
    MaxValue: to ?? 0,
    MinValue: from ?? 0,
    Path: pathOf(key),
    Type: isWhole ? 'integer' : 'string',
    ValidCharacters: isWhole ? '' : '*',
  };
}

const list = (ask: Ask) => {
  const option = argOf(ask, 'option');
  const tree = argOf(ask, 'tree')?.replace(/\/$/, '');
  const all = optionsFor(ask).filter(
    ({ key, value }) => flagArg(ask, 'delta') !== true || value !== usual[key],
  );
  if (option === undefined && tree === undefined) return done(all.map(rowOf));
  const found = all.filter(({ key }) =>
    option === undefined ? pathOf(key).startsWith(`${tree}/`) : pathOf(key) === option,
  );
  return found.length === 0
    ? failed(
        `There is no advanced option ${option ?? tree}: esxcli system settings advanced list names them all.`,
      )
    : done(found.map(rowOf));
};

function wanted(ask: Ask, { key, value }: Option): string | number | undefined {
  if (flagArg(ask, 'default') === true) return usual[key] as string | number;
  const said = argOf(ask, typeof value === 'number' ? 'intvalue' : 'stringvalue');
  return said === undefined || typeof value === 'string' ? said : Number(said);
}

/** What is wrong with a value for an option; null: nothing. */
function problemWith({ key, value: now }: Option, value: string | number | undefined): string | null {
  const kind = typeof now === 'number' ? 'a whole number: --int-value' : 'a text: --string-value';
  if (value === undefined) return `${pathOf(key)} takes ${kind}.`;
  if (typeof value === 'string') return null;
  const { from = value, to = value } = optionWords[key] ?? {};
  return Number.isInteger(value) && value >= from && value <= to
    ? null
    : `${pathOf(key)} is a whole number from ${from} to ${to}.`;
}

const set = (ask: Ask) => {
  const path = argOf(ask, 'option') ?? '';
  const option = optionsFor(ask).find(({ key }) => key === keyOf(path));
  if (option === undefined) return failed(`There is no advanced option ${path}.`);
  const value = wanted(ask, option);
  const problem = problemWith(option, value);
  if (problem !== null) return failed(problem);
  const changedValue = [{ _type: 'OptionValue', key: option.key, value }];
  return through(ask, 'advancedOption', { method: 'UpdateOptions', args: { changedValue } });
};

export const optionCommands: readonly Command[] = [
  command({
    path: 'system.settings.advanced.list',
    help: 'Lists the advanced options of the host.',
    params: [
      switchParam('-d --delta', 'Only those that are not as they were at first.'),
      textParam('-o --option', 'One option: /Net/GuestIPHack.'),
      textParam('-t --tree', 'Those below a path: /Net.'),
    ],
    gives: {
      is: 'rows',
      name: 'SettingsAdvancedOption',
      fields: {
        DefaultIntValue: 'whole',
        DefaultStringValue: 'text',
        Description: 'text',
        IntValue: 'whole',
        MaxValue: 'whole',
        MinValue: 'whole',
        Path: 'text',
        StringValue: 'text',
        Type: 'text',
        ValidCharacters: 'text',
      },
    },
    run: list,
  }),
  command({
    path: 'system.settings.advanced.set',
    help: 'Sets an advanced option.',
    params: [
      switchParam('-d --default', 'Back to what it was at first.'),
      wholeParam('-i --int-value', 'Its value, where that is a whole number.'),
      needed(textParam('-o --option', 'Which: /Net/GuestIPHack.')),
      textParam('-s --string-value', 'Its value, where that is a text.'),
    ],
    run: set,
  }),
];
