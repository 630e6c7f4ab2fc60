/** CustomizationSpecManager: how a copy is made its own, kept under a name. They stand in papers `customization/<name>`. */
import type { Vc } from '../../vc.ts';
import { dataAt, textAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { settingOf, writePaper } from '../host/settings.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call } from '../managed.ts';

const key = 'customization';

type Items = Readonly<Record<string, Data>>;

const items = (vc: Vc): Items => settingOf<Items>(vc, key, {});

export const customizationType = (): AnyManaged =>
  service('CustomizationSpecManager', {
    properties: {
      info: (_, { vc }) => Object.values(items(vc)).map((item) => dataAt(item, 'info')),
      encryptionKey: () => [],
    },
    methods: {
      DoesCustomizationSpecExist: ({ vc, args }) => done(nameIn(args) in items(vc)),
      GetCustomizationSpec: (call) => found(call, nameIn(call.args)),
      CreateCustomizationSpec: (call) => put(call, 'new'),
      OverwriteCustomizationSpec: (call) => put(call, 'known'),
      DeleteCustomizationSpec: async (call) => {
        const item = found(call, nameIn(call.args));
        if (!item.ok) return item;
        const { [nameIn(call.args)]: _, ...others } = items(call.vc);
        return writePaper(call, key, others);
      },
      RenameCustomizationSpec: (call) => carry(call, 'moved'),
      DuplicateCustomizationSpec: (call) => carry(call, 'copied'),
      IsGuestOsCustomizable: ({ args }) =>
        done(!/^(other|darwin|netware|solaris|freebsd)/.test(textAt(args, 'guestId') ?? '')),
    },
  });

const nameIn = (args: Data): string => textAt(args, 'name') ?? '';

function found({ vc }: Call, name: string): Answer<Data> {
  const item = items(vc)[name];
  return item === undefined
    ? faulted('NotFound', `There is no customization specification ${name}.`)
    : done(item);
}

const taken = (name: string): Answer<never> =>
  faulted('AlreadyExists', `There is a customization specification ${name} already.`, { name });

async function put(call: Call, which: 'new' | 'known'): Promise<Answer> {
  const item = dataAt(call.args, 'item') ?? {};
  const name = textAt(item, 'info.name') ?? '';
  if (name === '') return invalidArgument('item.info.name', 'A specification needs a name.');
  const before = items(call.vc)[name];
  if (which === 'new' && before !== undefined) return taken(name);
  if (which === 'known') {
    if (before === undefined) return found(call, name);
    const version = textAt(item, 'info.changeVersion');
    if (version !== undefined && version !== '' && version !== textAt(before, 'info.changeVersion'))
      return faulted('ConcurrentAccess', `${name} was changed since it was read.`);
  }
  return keep(call, { ...items(call.vc), [name]: stamped(call, item, before) });
}

/** Who overwrites says which one he has read. */
function stamped({ vc }: Call, item: Data, before: Data | undefined): Data {
  const last = Number(textAt(before, 'info.changeVersion') ?? 0);
  const info = { ...dataAt(item, 'info'), changeVersion: String(last + 1), lastUpdateTime: isoOf(vc.now()) };
  return { ...item, _type: 'CustomizationSpecItem', info };
}

const keep = (call: Call, all: Items): Promise<Answer> => writePaper(call, key, all);

async function carry(call: Call, how: 'moved' | 'copied'): Promise<Answer> {
  const name = nameIn(call.args);
  const young = textAt(call.args, 'newName') ?? '';
  const item = found(call, name);
  if (!item.ok) return item;
  if (young in items(call.vc)) return taken(young);
  const info = { ...dataAt(item.value, 'info'), name: young };
  const { [name]: before, ...others } = items(call.vc);
  const kept = how === 'copied' && before !== undefined ? { [name]: before } : {};
  return keep(call, { ...others, ...kept, [young]: stamped(call, { ...item.value, info }, undefined) });
}
