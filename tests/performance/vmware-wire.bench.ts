/** What the wire of the VMware face costs: writing large answers, reading requests, opening the schema. */
import { propertyAt } from '../../src-main/personalities/vmware/schema/property-path.ts';
import { versionAt } from '../../src-main/personalities/vmware/schema/version.ts';
import {
  openSchema,
  type PropertyType,
  type VimSchema,
} from '../../src-main/personalities/vmware/schema/vim-schema.ts';
import { asAny } from '../../src-main/personalities/vmware/wire/any.ts';
import { responseChunks } from '../../src-main/personalities/vmware/wire/envelope.ts';
import { readRequest } from '../../src-main/personalities/vmware/wire/read.ts';
import type { Data, Value } from '../../src-main/personalities/vmware/wire/value.ts';
import { createWriters, type Writer } from '../../src-main/personalities/vmware/wire/write.ts';
import { defaultLimits, readXml } from '../../src-main/personalities/vmware/wire/xml.ts';

// Run by itself: npm run bench -- vmware-wire. Prints figures, asserts none.

export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly note?: string;
};

const rounds = 40;

/** The lower quarter: the first rounds compile, and others may be at work on the machine. */
function millisOf(work: () => unknown): number {
  const millis = Array.from({ length: rounds }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return millis.toSorted((a, b) => a - b)[Math.floor(rounds / 4)] ?? 0;
}

type Lab = { readonly schema: VimSchema; readonly writer: Writer };

function propertyOf({ schema }: Lab, path: string): PropertyType {
  const found = propertyAt(schema, 'VirtualMachine', path);
  if (found === undefined) throw new Error(`no property ${path}`);
  return found;
}

/** Writes the properties of so many machines; tells the bytes. */
function writeAll(lab: Lab, count: number, propertiesOf: (at: number) => readonly Data[]): number {
  const method = lab.schema.method('RetrievePropertiesEx');
  if (method === undefined) throw new Error('no RetrievePropertiesEx');
  function* objects(): Generator<Value> {
    for (let at = 0; at < count; at += 1) {
      yield { obj: { _ref: 'VirtualMachine', value: `vm-${at}` }, propSet: propertiesOf(at) };
    }
  }
  let bytes = 0;
  for (const chunk of responseChunks(lab.writer, method, { objects: { _each: objects } })) {
    bytes += Buffer.from(chunk).length;
  }
  return bytes;
}

function threeProperties(lab: Lab): Row {
  const name = propertyOf(lab, 'name');
  const state = propertyOf(lab, 'runtime.powerState');
  const memory = propertyOf(lab, 'summary.config.memorySizeMB');
  let bytes = 0;
  const millis = millisOf(() => {
    bytes = writeAll(lab, 5000, (at) => [
      { name: 'name', val: asAny(name, `DC0_C0_RP0_VM${at}`) },
      { name: 'runtime.powerState', val: asAny(state, 'poweredOn') },
      { name: 'summary.config.memorySizeMB', val: asAny(memory, 32) },
    ]);
  });
  return {
    name: 'vmware: write 5,000 × name, power, memory',
    value: millis,
    unit: 'ms',
    limit: 15,
    note: `${megabytes(bytes)} MB`,
  };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function configOf(at: number): Data {
  const devices = Array.from({ length: 13 }, (_, key) => ({
    _type: key < 4 ? 'VirtualDisk' : 'VirtualE1000',
    key: 2000 + key,
    deviceInfo: { _type: 'Description', label: `Device ${key}`, summary: 'a virtual device' },
    controllerKey: 100,
    unitNumber: key,
  }));
  return {
    changeVersion: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    name: `DC0_C0_RP0_VM${at}`,
    guestFullName: 'Debian GNU/Linux 12 (64-bit)',
    version: 'vmx-19',
    uuid: '265104de-1472-547c-b873-6dc7883fb6cb',
    instanceUuid: 'b4689bed-97f0-5bcd-8a4c-07477cc8f06f',
    template: false,
    guestId: 'debian12_64Guest',
    alternateGuestName: '',
    annotation: 'a machine',
    files: { vmPathName: `[LocalDS_0] VM${at}/VM${at}.vmx`, snapshotDirectory: `[LocalDS_0] VM${at}` },
    flags: {
      runWithDebugInfo: false,
      enableLogging: true,
      monitorType: 'release',
      virtualMmuUsage: 'automatic',
    },
    defaultPowerOps: { powerOffType: 'preset', suspendType: 'preset', resetType: 'preset' },
    hardware: { numCPU: 1, numCoresPerSocket: 1, memoryMB: 32, device: devices },
    extraConfig: Array.from({ length: 20 }, (_, key) => ({
      key: `guestinfo.key${key}`,
      value: `value ${key}`,
    })),
    cpuAllocation: { reservation: 0, limit: -1, shares: { shares: 1000, level: 'normal' } },
  };
}

function wholeConfigs(lab: Lab): Row {
  const config = propertyOf(lab, 'config');
  const values = Array.from({ length: 1000 }, (_, at) => configOf(at));
  let bytes = 0;
  const millis = millisOf(() => {
    bytes = writeAll(lab, 1000, (at) => [{ name: 'config', val: asAny(config, values[at]) }]);
  });
  const rate = bytes / 1000 / millis;
  return {
    name: 'vmware: write whole configurations',
    value: rate,
    unit: 'MB/s',
    note: `1,000 machines, ${megabytes(bytes)} MB`,
  };
}

function readRequests({ schema, writer }: Lab): Row {
  const selected =
    '<selectSet xsi:type="TraversalSpec"><name>t</name><type>Folder</type><path>childEntity</path></selectSet>';
  const bytes = Buffer.from(
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><RetrievePropertiesEx xmlns="urn:vim25">' +
      '<_this type="PropertyCollector">propertyCollector</_this><specSet><propSet><type>VirtualMachine</type>' +
      '<pathSet>name</pathSet><pathSet>runtime.powerState</pathSet></propSet><objectSet><obj type="Folder">group-d1</obj>' +
      `${selected.repeat(5)}</objectSet></specSet><options/></RetrievePropertiesEx></soapenv:Body></soapenv:Envelope>`,
  );
  const millis = millisOf(() => {
    for (let n = 0; n < 1000; n += 1) {
      const root = readXml(bytes, defaultLimits);
      const request = root.ok ? readRequest(root.value, { schema, version: writer.version }) : root;
      if (!request.ok) throw new Error(request.refusal.message);
    }
  });
  return { name: 'vmware: read a request', value: millis, unit: 'µs', note: `${bytes.length} bytes` };
}

function opening(): Row {
  const from = performance.now();
  const schema = openSchema();
  schema.managedType('VirtualMachine');
  const value = performance.now() - from;
  return { name: 'vmware: open the schema', value, unit: 'ms', note: `${schema.names('data').length} types` };
}

export const run = (): Promise<Row[]> => {
  const first = opening();
  const schema = openSchema();
  const lab = { schema, writer: createWriters(schema)(versionAt(schema, '8.0.3.0')) };
  return Promise.resolve([first, threeProperties(lab), wholeConfigs(lab), readRequests(lab)]);
};
