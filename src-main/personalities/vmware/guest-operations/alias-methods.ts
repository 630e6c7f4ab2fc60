/** GuestAliasManager: users of a guest let holders of tokens in. */
import { X509Certificate } from 'node:crypto';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { dataAt, flagAt, textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { aliasesOf, keepAliases, mappedAliases } from './aliases.ts';
import type { Alias, Vouched } from './aliases.ts';
import { enter, enterAs } from './enter.ts';
import type { Hands } from './hands.ts';

type Store = { readonly root: Hands; readonly user: string; readonly all: readonly Vouched[] };

/** The user himself and root look after his aliases. */
async function storeIn(call: Call): Promise<Answer<Store>> {
  const entered = await enter(call);
  if (!entered.ok) return entered;
  const user = textAt(call.args, 'username') ?? '';
  if (user !== entered.value.user && entered.value.user !== 'root')
    return faulted('GuestPermissionDenied', `The aliases of ${user} are not those of ${entered.value.user}.`);
  const known = await enterAs(call, user);
  if (!known.ok) return known;
  if (known.value === null) return invalidArgument('username', `The guest has no user ${user}.`);
  const root = await enterAs(call, 'root');
  if (!root.ok) return root;
  return root.value === null
    ? faulted('GuestPermissionDenied', 'The guest has no root to keep aliases as.')
    : done({ root: root.value, user, all: await aliasesOf(root.value, user) });
}

/** With the lines round it or without. */
function certificateIn({ args }: Call): Answer<string> {
  const said = (textAt(args, 'base64Cert') ?? '').replaceAll(/-----[A-Z ]+-----|\s/g, '');
  try {
    return done(new X509Certificate(Buffer.from(said, 'base64')).raw.toString('base64'));
  } catch {
    return invalidArgument('base64Cert', 'This is no certificate of X.509 in base64.');
  }
}

const subjectIn = (subject: Data | undefined): string | null =>
  subject?._type === 'GuestAuthNamedSubject' ? (textAt(subject, 'name') ?? '') : null;

const subjectData = (subject: string | null): Data =>
  subject === null ? { _type: 'GuestAuthAnySubject' } : { _type: 'GuestAuthNamedSubject', name: subject };

const add: Method<null> = async (call) => {
  const store = await storeIn(call);
  if (!store.ok) return store;
  const certificate = certificateIn(call);
  if (!certificate.ok) return certificate;
  const { root, user, all } = store.value;
  const isMapped = flagAt(call.args, 'mapCert') === true;
  const others = isMapped ? await mappedAliases(root) : [];
  const other = others.find((one) => one.user !== user && one.vouched.certificate === certificate.value);
  if (other !== undefined)
    return faulted('GuestMultipleMappings', `The certificate stands for ${other.user} already.`);
  const alias: Alias = {
    subject: subjectIn(dataAt(call.args, 'aliasInfo.subject')),
    comment: textAt(call.args, 'aliasInfo.comment') ?? '',
  };
  const before = all.find((one) => one.certificate === certificate.value);
  const aliases = (before?.aliases ?? []).filter(({ subject }) => subject !== alias.subject);
  const vouched = {
    certificate: certificate.value,
    isMapped: isMapped || before?.isMapped === true,
    aliases: [...aliases, alias],
  };
  const kept = await keepAliases(root, user, [...all.filter((one) => one !== before), vouched]);
  return kept.ok ? done(undefined) : kept;
};

const remove =
  (goes: (call: Call, alias: Alias) => boolean): Method<null> =>
  async (call) => {
    const store = await storeIn(call);
    if (!store.ok) return store;
    const certificate = certificateIn(call);
    if (!certificate.ok) return certificate;
    const { root, user, all } = store.value;
    const left = all.map((one) =>
      one.certificate === certificate.value
        ? { ...one, aliases: one.aliases.filter((alias) => !goes(call, alias)) }
        : one,
    );
    const kept = await keepAliases(root, user, left);
    return kept.ok ? done(undefined) : kept;
  };

const list: Method<null> = async (call) => {
  const store = await storeIn(call);
  if (!store.ok) return store;
  return done(
    store.value.all.map(({ certificate, aliases }) => ({
      _type: 'GuestAliases',
      base64Cert: certificate,
      aliases: aliases.map(({ subject, comment }) => ({ subject: subjectData(subject), comment })),
    })),
  );
};

const listMapped: Method<null> = async (call) => {
  const entered = await enter(call);
  if (!entered.ok) return entered;
  const root = await enterAs(call, 'root');
  if (!root.ok) return root;
  const mapped = root.value === null ? [] : await mappedAliases(root.value);
  return done(
    mapped.map(({ user, vouched }) => ({
      _type: 'GuestMappedAliases',
      base64Cert: vouched.certificate,
      username: user,
      subjects: vouched.aliases.map(({ subject }) => subjectData(subject)),
    })),
  );
};

export const guestAliasesType = (): AnyManaged =>
  service('GuestAliasManager', {
    methods: {
      AddGuestAlias: add,
      RemoveGuestAlias: remove(({ args }, { subject }) => subject === subjectIn(dataAt(args, 'subject'))),
      RemoveGuestAliasByCert: remove(() => true),
      ListGuestAliases: list,
      ListGuestMappedAliases: listMapped,
    },
  });

/** No guest here is a Windows. */
const noRegistry: Method<null> = async (call) => {
  const entered = await enter(call);
  return entered.ok
    ? faulted('OperationNotSupportedByGuest', 'The guest is no Windows: it has no registry.')
    : entered;
};

export const guestRegistryType = (): AnyManaged =>
  service('GuestWindowsRegistryManager', {
    methods: {
      CreateRegistryKeyInGuest: noRegistry,
      ListRegistryKeysInGuest: noRegistry,
      DeleteRegistryKeyInGuest: noRegistry,
      SetRegistryValueInGuest: noRegistry,
      ListRegistryValuesInGuest: noRegistry,
      DeleteRegistryValueInGuest: noRegistry,
    },
  });
