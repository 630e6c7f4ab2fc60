/** `iscsi`: the initiator, where it looks for targets, and that nothing in the lab answers there. */
import { done } from '../objects/fault.ts';
import {
  initiatorOf,
  iscsiAdapter,
  iscsiModel,
  iscsiPaperOf,
  iscsiPort,
  isIscsiOn,
  noAuth,
} from '../objects/host/iscsi.ts';
import type { Target } from '../objects/host/iscsi.ts';
import { textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { argOf, command, failed, flagArg, flagParam, needed, textParam, through } from './command.ts';
import type { Ask, Command, FieldKind, Param, Row } from './command.ts';

const adapterParam = textParam('-A --adapter', 'The adapter: vmhba…');
const addressParam = needed(textParam('-a --address', 'Where the target is: address[:port].'));

const initiators = ({ vc, host }: Ask): readonly Row[] =>
  isIscsiOn(vc, host)
    ? [
        {
          Adapter: iscsiAdapter,
          Description: iscsiModel,
          Driver: 'iscsi_vmk',
          State: 'online',
          UID: initiatorOf(vc, host),
        },
      ]
    : [];

/** One adapter that is named has to be there. */
function ofAdapter<T>(ask: Ask, tell: (ask: Ask) => T) {
  const name = argOf(ask, 'adapter');
  const isThere = isIscsiOn(ask.vc, ask.host) && (name ?? iscsiAdapter) === iscsiAdapter;
  return name !== undefined && !isThere ? failed(`There is no iSCSI adapter ${name} here.`) : done(tell(ask));
}

const whileOn =
  (rows: (ask: Ask) => readonly Row[]) =>
  (ask: Ask): readonly Row[] =>
    isIscsiOn(ask.vc, ask.host) ? rows(ask) : [];

const placeOf = ({ address, port }: Target): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

const sendRows = whileOn(({ vc, host }) =>
  (iscsiPaperOf(vc, host).send ?? []).map((target) => ({
    Adapter: iscsiAdapter,
    Sendtarget: placeOf(target),
  })),
);

const staticRows = whileOn(({ vc, host }) =>
  (iscsiPaperOf(vc, host).fixed ?? []).map((target) => ({
    Adapter: iscsiAdapter,
    TargetAddress: placeOf(target),
    TargetName: target.name,
  })),
);

const targetRows = whileOn(({ vc, host }) =>
  (iscsiPaperOf(vc, host).fixed ?? []).map((target) => ({
    Adapter: iscsiAdapter,
    Alias: '',
    DiscoveryMethod: 'STATIC',
    LastError: `Unreachable: nothing answers at ${placeOf(target)}`,
    Target: target.name,
  })),
);

const details = ({ vc, host }: Ask): Row => ({
  Adapter: iscsiAdapter,
  Alias: iscsiPaperOf(vc, host).alias ?? '',
  CanBeDisabled: true,
  Description: iscsiModel,
  Model: iscsiModel,
  Name: initiatorOf(vc, host),
  UsingISCSIOffloadEngine: false,
  UsingTCPOffloadEngine: false,
  Vendor: 'VMware',
});

const authNow = ({ vc, host }: Ask): Data => iscsiPaperOf(vc, host).auth ?? noAuth;

/** `chapRequired` is `required` here. */
const levelIn = (auth: Data, field: string): string =>
  (textAt(auth, field) ?? 'chapProhibited').slice('chap'.length).toLowerCase();

const chapRows = whileOn((ask) => {
  const auth = authNow(ask);
  return [
    { Direction: 'uni', Level: levelIn(auth, 'chapAuthenticationType'), Name: textAt(auth, 'chapName') },
    {
      Direction: 'mutual',
      Level: levelIn(auth, 'mutualChapAuthenticationType'),
      Name: textAt(auth, 'mutualChapName'),
    },
  ];
});

const levels: Readonly<Record<string, string>> = {
  prohibited: 'chapProhibited',
  discouraged: 'chapDiscouraged',
  preferred: 'chapPreferred',
  required: 'chapRequired',
};

const asking = (ask: Ask, method: string, args: Data) =>
  through(ask, 'storageSystem', {
    method,
    args: { iScsiHbaDevice: argOf(ask, 'adapter') ?? '', ...args },
  });

const setChap = (ask: Ask) => {
  const level = argOf(ask, 'level') ?? '';
  const type = levels[level];
  if (type === undefined) return failed(`Invalid level ${level}: ${Object.keys(levels).join(', ')}.`);
  const direction = argOf(ask, 'direction') ?? 'uni';
  if (direction !== 'uni' && direction !== 'mutual')
    return failed(`Invalid direction ${direction}: uni, mutual.`);
  const name = argOf(ask, 'authname');
  const uni: Data = {
    chapAuthEnabled: type !== levels.prohibited,
    chapAuthenticationType: type,
    ...(name === undefined ? {} : { chapName: name }),
  };
  const mutual: Data = {
    mutualChapAuthenticationType: type,
    ...(name === undefined ? {} : { mutualChapName: name }),
  };
  return asking(ask, 'UpdateInternetScsiAuthenticationProperties', {
    authenticationProperties: { ...authNow(ask), ...(direction === 'mutual' ? mutual : uni) },
  });
};

async function setAdapter(ask: Ask) {
  const [name, alias] = [argOf(ask, 'name'), argOf(ask, 'alias')];
  if (name === undefined && alias === undefined) return failed('Say a name or an alias.');
  const named =
    name === undefined ? done(true) : await asking(ask, 'UpdateInternetScsiName', { iScsiName: name });
  if (!named.ok || alias === undefined) return named;
  return asking(ask, 'UpdateInternetScsiAlias', { iScsiAlias: alias });
}

/** `10.0.0.9`, `10.0.0.9:3260`, `[fd00::9]:3260`. */
function targetAsked(ask: Ask): Data {
  const text = argOf(ask, 'address') ?? '';
  const [, bare, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
  return { address: bare ?? plain ?? text, port: port === undefined ? iscsiPort : Number(port) };
}

const onTargets =
  (method: string, more: (ask: Ask) => Data = () => ({})) =>
  (ask: Ask) =>
    asking(ask, method, { targets: [{ ...targetAsked(ask), ...more(ask) }] });

const named = (ask: Ask): Data => ({ iScsiName: argOf(ask, 'name') ?? '' });

type Table = {
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly columns: readonly string[];
  readonly rows: (ask: Ask) => readonly Row[];
};

const lists = (path: string, help: string, { name, fields, columns, rows }: Table): Command =>
  command({
    path,
    help,
    params: [adapterParam],
    gives: { is: 'rows', name, fields },
    columns,
    run: (ask) => ofAdapter(ask, rows),
  });

const texts = (...names: readonly string[]): Readonly<Record<string, FieldKind>> =>
  Object.fromEntries(names.map((name) => [name, 'text']));

const does = (path: string, help: string, { params, run }: Pick<Command, 'params' | 'run'>): Command =>
  command({ path, help, params: [needed(adapterParam), ...params], run });

const targetName: Param = needed(textParam('-n --name', 'The name of the target: iqn.…'));

export const iscsiCommands: readonly Command[] = [
  lists('iscsi.adapter.list', 'Lists the initiators; there is one where software iSCSI is on.', {
    name: 'Adapter',
    fields: texts('Adapter', 'Description', 'Driver', 'State', 'UID'),
    columns: ['Adapter', 'Driver', 'State', 'UID', 'Description'],
    rows: initiators,
  }),
  command({
    path: 'iscsi.adapter.get',
    help: 'Tells of one initiator.',
    params: [needed(adapterParam)],
    gives: {
      is: 'one',
      name: 'AdapterInfo',
      fields: {
        ...texts('Adapter', 'Alias', 'Description', 'Model', 'Name', 'Vendor'),
        CanBeDisabled: 'flag',
        UsingISCSIOffloadEngine: 'flag',
        UsingTCPOffloadEngine: 'flag',
      },
    },
    run: (ask) => ofAdapter(ask, details),
  }),
  does('iscsi.adapter.set', 'Gives an initiator another name or alias.', {
    params: [textParam('-n --name', 'Its name: iqn.…'), textParam('-a --alias', 'Its alias.')],
    run: setAdapter,
  }),
  lists('iscsi.adapter.target.list', 'Lists the targets that are known, and why one is not reached.', {
    name: 'Target',
    fields: texts('Adapter', 'Alias', 'DiscoveryMethod', 'LastError', 'Target'),
    columns: ['Adapter', 'Target', 'Alias', 'Discovery Method', 'Last Error'],
    rows: targetRows,
  }),
  lists('iscsi.adapter.discovery.sendtarget.list', 'Lists where targets are asked for.', {
    name: 'SendTarget',
    fields: texts('Adapter', 'Sendtarget'),
    columns: ['Adapter', 'Sendtarget'],
    rows: sendRows,
  }),
  does('iscsi.adapter.discovery.sendtarget.add', 'Asks for targets there, too.', {
    params: [addressParam],
    run: onTargets('AddInternetScsiSendTargets'),
  }),
  does('iscsi.adapter.discovery.sendtarget.remove', 'Asks there no more.', {
    params: [addressParam],
    run: onTargets('RemoveInternetScsiSendTargets'),
  }),
  lists('iscsi.adapter.discovery.statictarget.list', 'Lists the targets that were named.', {
    name: 'StaticTarget',
    fields: texts('Adapter', 'TargetAddress', 'TargetName'),
    columns: ['Adapter', 'Target Address', 'Target Name'],
    rows: staticRows,
  }),
  does('iscsi.adapter.discovery.statictarget.add', 'Names a target.', {
    params: [addressParam, targetName],
    run: onTargets('AddInternetScsiStaticTargets', named),
  }),
  does('iscsi.adapter.discovery.statictarget.remove', 'Forgets a target that was named.', {
    params: [addressParam, targetName],
    run: onTargets('RemoveInternetScsiStaticTargets', named),
  }),
  does('iscsi.adapter.discovery.rediscover', 'Looks for targets again.', {
    params: [],
    run: (ask) =>
      through(ask, 'storageSystem', {
        method: 'RescanHba',
        args: { hbaDevice: argOf(ask, 'adapter') ?? '' },
      }),
  }),
  lists('iscsi.adapter.auth.chap.get', 'Tells how an initiator shows who it is.', {
    name: 'Chap',
    fields: texts('Direction', 'Level', 'Name'),
    columns: ['Direction', 'Name', 'Level'],
    rows: chapRows,
  }),
  does('iscsi.adapter.auth.chap.set', 'Says how an initiator shows who it is.', {
    params: [
      textParam('-d --direction', 'uni or mutual.'),
      needed(textParam('-l --level', 'prohibited, discouraged, preferred or required.')),
      textParam('-N --authname', 'The name that it says.'),
      textParam('-S --secret', 'The secret; it is not kept.'),
    ],
    run: setChap,
  }),
  lists('iscsi.session.list', 'Lists the sessions with targets.', {
    name: 'Session',
    fields: texts('Adapter', 'ISID', 'Target'),
    columns: ['Adapter', 'Target', 'ISID'],
    // A session has two ends.
    rows: () => [],
  }),
  command({
    path: 'iscsi.software.get',
    help: 'Tells whether software iSCSI is on.',
    gives: { is: 'flag' },
    run: ({ vc, host }) => done(isIscsiOn(vc, host)),
  }),
  command({
    path: 'iscsi.software.set',
    help: 'Turns software iSCSI on or off.',
    params: [needed(flagParam('-e --enabled', 'Whether it is on.'))],
    run: (ask) =>
      through(ask, 'storageSystem', {
        method: 'UpdateSoftwareInternetScsiEnabled',
        args: { enabled: flagArg(ask, 'enabled') === true },
      }),
  }),
];
