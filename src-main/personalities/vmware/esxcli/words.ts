/** What esxcli answers: XML within the answer, with the name of its structure on each part. */
import { escaped } from '../wire/escape.ts';
import type { Command, FieldKind, Param, Row, Told } from './command.ts';
import { commandsIn, wordOf } from './commands.ts';

const opened = (type: string): string =>
  '<obj xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  `xmlns="urn:vim25" versionId="5.0" xsi:type="${type}">`;

/** `VimEsxCLInetworkvmlistVM` */
export const wireName = (path: string): string => `VimEsxCLI${path.replaceAll('.', '')}`;
const structureOf = ({ path }: Command, name: string): string => `${wireName(path)}${name}`;

const element = (name: string, value: string | number | boolean): string =>
  `<${name}>${escaped(String(value))}</${name}>`;

const fieldsOf = (row: Row, fields: Readonly<Record<string, FieldKind>>): string =>
  Object.keys(fields)
    .toSorted()
    .map((name) => {
      const value = row[name];
      if (value === undefined) return '';
      return (Array.isArray(value) ? (value as readonly string[]) : [value as string])
        .map((each) => element(name, each))
        .join('');
    })
    .join('');

const plain = (told: Told): string => (typeof told === 'object' ? '' : String(told));

export function answerText(command: Command, told: Told): string {
  const { gives } = command;
  switch (gives.is) {
    case 'text':
      return `${opened('xsd:string')}${escaped(plain(told))}</obj>`;
    case 'flag':
      return `${opened('xsd:boolean')}${plain(told)}</obj>`;
    case 'one':
      return `${opened(structureOf(command, gives.name))}${fieldsOf(told as Row, gives.fields)}</obj>`;
    case 'rows': {
      const type = structureOf(command, gives.name);
      const rows = (told as readonly Row[]).map(
        (row) => `<DataObject xsi:type="${type}">${fieldsOf(row, gives.fields)}</DataObject>`,
      );
      return `${opened('ArrayOfDataObject')}${rows.join('')}</obj>`;
    }
    default:
      return gives satisfies never;
  }
}

const itemOf = (name: string, help: string): string =>
  element('name', name) + element('displayName', name) + element('help', help);

const paramText = ({ name, aliases, isSwitch, help }: Param): string =>
  `<param>${element('name', name)}${element('displayName', aliases.at(-1)?.replace(/^-+/, '') ?? name)}` +
  `${element('help', help)}${aliases.map((alias) => element('aliases', alias)).join('')}` +
  `${element('flag', isSwitch)}</param>`;

function hintsOf({ columns, gives }: Command): string {
  if (columns.length === 0) return '';
  const hint = (key: string, value: string): string =>
    `<hints>${element('key', key)}${element('value', value)}</hints>`;
  const name = gives.is === 'rows' ? gives.name : '';
  return hint('formatter', 'table') + hint(`fields:${name}`, columns.join(','));
}

const methodText = (command: Command): string =>
  `<method>${itemOf(wordOf(command), command.help)}${command.params.map(paramText).join('')}${hintsOf(command)}</method>`;

/** Of a name space: what can be said in it, and how a client is to show what comes. */
export const infoText = (space: string): string =>
  `${opened('VimCLIInfoCommandInfo')}${itemOf(space.split('.').at(-1) ?? space, `Commands of ${space}.`)}` +
  `${commandsIn(space).map(methodText).join('')}</obj>`;

/** As clients raise it that make themselves classes. */
export const faultText = (message: string): string =>
  `${opened('LocalizedMethodFault')}<fault xsi:type="VimEsxCLICLIFault">${element('errMsg', message)}</fault>` +
  `${element('localizedMessage', message)}</obj>`;
