/** Consoles of a machine over SOAP: tickets, pictures, keys, who is there. */
import { inOneChunk } from '../files/blobs.ts';
import { keepFile } from '../files/keep.ts';
import { filesOn } from '../files/stored.ts';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { refusedBy } from '../objects/faults.ts';
import { begin } from '../objects/machine/doing.ts';
import { directoryOf, homeOf } from '../objects/machine/files.ts';
import { paperOf } from '../objects/machine/paper.ts';
import type { Vm } from '../objects/machine/paper.ts';
import { powerWords } from '../objects/machine/state.ts';
import type { Call, Method } from '../objects/managed.ts';
import type { Worked } from '../tasks/tasks.ts';
import { dataListAt, textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { captureOf } from './capture.ts';
import type { Connection } from './console-desk.ts';
import { ticketPrefix } from './ticket-route.ts';
import { typedBy } from './usb-keys.ts';

/** A screen is dark and a keyboard dead without power. */
function isLit({ spec }: Vm): Answer<null> {
  if (spec.power !== 'off' && spec.power !== 'suspended') return done(null);
  const existingState = powerWords[spec.power];
  return faulted('InvalidPowerState', 'The machine is not powered on: it has no console now.', {
    requestedState: 'poweredOn',
    existingState,
  });
}

function mayLook(call: Call): Answer<null> {
  const fault = call.vc.access.refusal(call, call.self, ['VirtualMachine.Interact.ConsoleInteract']);
  return fault === null ? done(null) : { ok: false, fault };
}

/** Where the client found us is where the console is. */
function ticketFor(call: Call, vm: Vm): Data {
  const { consoles } = call.vc;
  const ticket = consoles.tickets.give({ machine: vm.id, user: call.caller?.user ?? '' });
  const { hostname, port, protocol } = new URL(call.origin);
  const usualPort = protocol === 'https:' ? 443 : 80;
  return {
    ticket,
    cfgFile: `/vmfs/volumes/${homeOf(call.vc, vm, paperOf(call.vc, vm.id))?.aliases.uuid ?? ''}/${directoryOf(vm, paperOf(call.vc, vm.id))}`,
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: port === '' ? usualPort : Number(port),
    sslThumbprint: consoles.tls?.thumbprints.sha1,
  };
}

const acquireTicket: Method<Vm> = (call, vm) => {
  const may = mayLook(call);
  if (!may.ok) return may;
  const type = textAt(call.args, 'ticketType') ?? '';
  const lit = isLit(vm);
  switch (type) {
    case 'webmks':
    case 'mks': {
      if (!lit.ok) return lit;
      const ticket = ticketFor(call, vm);
      const { tls } = call.vc.consoles;
      return done({
        ...ticket,
        _type: 'VirtualMachineTicket',
        certThumbprintList:
          tls === null ? [] : [{ thumbprint: tls.thumbprints.sha256, hashAlgorithm: 'sha256' }],
        sslCertificate: tls?.cert,
        url: `${call.origin.replace(/^http/, 'ws')}${ticketPrefix}/${String(textAt(ticket, 'ticket'))}`,
      });
    }
    case 'device':
    case 'guestControl':
    case 'dnd':
    case 'guestIntegrity':
    case 'webRemoteDevice':
      return faulted('NotSupported', `Nothing answers to a ticket for ${type} here: ask for webmks.`);
    default:
      return invalidArgument('ticketType', `There is no ticket for ${type}.`);
  }
};

const acquireMks: Method<Vm> = (call, vm) => {
  const lit = isLit(vm);
  return lit.ok ? done({ ...ticketFor(call, vm), _type: 'VirtualMachineMksTicket' }) : lit;
};

/** All or none: a key that is not there is told before one is pressed. */
const putUsb: Method<Vm> = async (call, vm) => {
  const lit = isLit(vm);
  if (!lit.ok) return lit;
  const events = dataListAt(call.args, 'spec.keyEvents');
  const wrong = events.findIndex((event) => typedBy(event, false) === undefined);
  if (wrong >= 0)
    return invalidArgument(
      `spec.keyEvents[${wrong}].usbHidCode`,
      `There is no key ${Number(events[wrong]?.usbHidCode)} on a USB keyboard: its code stands in the upper 16 bits, 7 in the lower.`,
    );
  const screen = await call.vc.consoles.screens.of(vm.id);
  if (!screen.ok) return refusedBy(screen.refusal);
  const { cells, type } = screen.value;
  for (const event of events) type(typedBy(event, cells.isApplication) ?? '');
  return done(events.length);
};

/** `web-01-3.png`: the next number that is free. */
function freePath({ vc }: Call, vm: Vm, store: NonNullable<ReturnType<typeof homeOf>>): string {
  const directory = directoryOf(vm, paperOf(vc, vm.id));
  const files = filesOn(vc, store);
  const name = (nth: number): string => `${directory}/${directory.split('/').at(-1)}-${nth}.png`;
  let nth = 1;
  while (files[name(nth)] !== undefined) nth += 1;
  return name(nth);
}

async function shoot(call: Call, vm: Vm): Promise<Answer<Worked>> {
  const { vc } = call;
  const lit = isLit(vm);
  if (!lit.ok) return lit;
  const store = homeOf(vc, vm, paperOf(vc, vm.id));
  if (store === undefined) return faulted('FileFault', `${vm.name} has no datastore for its picture.`);
  const png = await captureOf(vc, vm.id, null);
  if (!png.ok) return refusedBy(png.refusal);
  const path = freePath(call, vm, store);
  const { sha, size } = await vc.blobs.put(inOneChunk(png.value));
  const kept = await keepFile(vc, call.caller, { store, path, file: { sha, size, at: vc.now() } });
  return kept.ok ? done({ result: `[${store.name}] ${path}` }) : refusedBy(kept.refusal);
}

const screenshot: Method<Vm> = (call, vm) =>
  begin(call, { descriptionId: 'VirtualMachine.createScreenshot', entity: vm, work: () => shoot(call, vm) });

const shown = ({ label, client, user }: Connection): Data => ({
  _type: 'VirtualMachineMksConnection',
  label,
  client,
  userName: user,
});

const isAlike = (one: Data, { label, client, user }: Connection): boolean =>
  textAt(one, 'label') === label && textAt(one, 'client') === client && textAt(one, 'userName') === user;

/** Without a list all of them go. */
const drop: Method<Vm> = (call, vm) => {
  const listed = dataListAt(call.args, 'listOfConnections');
  const there = call.vc.consoles.connectionsOf(vm.id);
  const meant =
    listed.length === 0 ? there : there.filter((each) => listed.some((one) => isAlike(one, each)));
  for (const { close } of meant) close();
  return done(meant.length > 0);
};

export const consoleMethods: Readonly<Record<string, Method<Vm>>> = {
  AcquireTicket: acquireTicket,
  AcquireMksTicket: acquireMks,
  CreateScreenshot_Task: screenshot,
  PutUsbScanCodes: putUsb,
  QueryConnections: ({ vc }, vm) => done(vc.consoles.connectionsOf(vm.id).map(shown)),
  DropConnections: drop,
};
