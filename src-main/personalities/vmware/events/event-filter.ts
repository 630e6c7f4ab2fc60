/** Which events somebody wants to see. */
import type { Vc } from '../vc.ts';
import { dataAt, flagAt, numberAt, refAt, textAt, textListAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { categoryOf } from './categories.ts';
import type { EventRecord } from './event.ts';

export function passes(vc: Vc, event: EventRecord, filter: Data): boolean {
  return (
    isOn(event, filter) &&
    isWithin(event, filter) &&
    isBy(event, filter) &&
    isOfType(vc, event, filter) &&
    isOfChain(event, filter)
  );
}

function isOn({ about, above }: EventRecord, filter: Data): boolean {
  const wanted = refAt(filter, 'entity.entity')?.value;
  if (wanted === undefined) return true;
  const isItself = about.some(({ value }) => value === wanted);
  switch (textAt(filter, 'entity.recursion')) {
    case 'self':
      return isItself;
    case 'children':
      return !isItself && isBelow(wanted, above);
    default:
      return isItself || isBelow(wanted, above);
  }
}

/** Everything is below the root folder, sessions and roles too. */
const isBelow = (wanted: string, above: ReadonlySet<string>): boolean =>
  wanted === 'group-d1' || above.has(wanted);

function isWithin({ at }: EventRecord, filter: Data): boolean {
  const begin = textAt(filter, 'time.beginTime');
  const end = textAt(filter, 'time.endTime');
  return (begin === undefined || at >= Date.parse(begin)) && (end === undefined || at <= Date.parse(end));
}

function isBy({ user }: EventRecord, filter: Data): boolean {
  if (dataAt(filter, 'userName') === undefined) return true;
  if (flagAt(filter, 'userName.systemUser') === true && user === '') return true;
  return textListAt(filter, 'userName.userList').some((name) => name.toLowerCase() === user.toLowerCase());
}

function isOfType({ schema }: Vc, { type, fields }: EventRecord, filter: Data): boolean {
  const types = textListAt(filter, 'type');
  if (types.length > 0 && !types.some((name) => schema.isA(type, name))) return false;
  const ids = textListAt(filter, 'eventTypeId');
  const own = textAt(fields, 'eventTypeId') ?? `vim.event.${type}`;
  if (ids.length > 0 && !ids.some((id) => id === own || id === type)) return false;
  const categories = textListAt(filter, 'category');
  return categories.length === 0 || categories.includes(categoryOf(type));
}

function isOfChain({ key }: EventRecord, filter: Data): boolean {
  const chain = numberAt(filter, 'eventChainId');
  return chain === undefined || chain === key;
}
