/** Machines as packages: described, read and made. */
import { entityAt } from '../../rest/inventory/estate.ts';
import { dataAt, refAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument, localized } from '../../objects/fault.ts';
import type { Fault } from '../../objects/fault.ts';
import { service } from '../../objects/managed.ts';
import type { AnyManaged, Method } from '../../objects/managed.ts';
import type { Refusal } from '../../../../../sim/contract/result.ts';
import { readOvf } from './descriptor.ts';
import { planImport, propertyInfos } from './import-spec.ts';
import { writeOvf } from './write-ovf.ts';
import { leaseType } from './lease.ts';

/** A package that cannot be read is told in the answer, as vSphere tells it. */
function problemOf({ code, message }: Refusal): Data {
  const lineNumber = Number(/^Line (\d+)/.exec(message)?.[1] ?? 1);
  const fault: Fault =
    code === 'unsupported'
      ? { type: 'OvfUnsupportedElement', message, fields: { lineNumber, name: 'VirtualSystemCollection' } }
      : { type: 'OvfXmlFormat', message, fields: { lineNumber, description: message } };
  return localized(fault);
}

const createImportSpec: Method<null> = ({ vc, args }) => {
  const params = dataAt(args, 'cisp') ?? {};
  const ref = refAt(args, 'datastore');
  const store = ref === undefined ? undefined : vc.refs.entity(ref);
  if (store?.kind !== 'datastore')
    return invalidArgument('datastore', 'A specified parameter was not correct: datastore');
  const ovf = readOvf(textAt(args, 'ovfDescriptor') ?? '', textAt(params, 'deploymentOption') ?? '');
  if (!ovf.ok) return done({ _type: 'OvfCreateImportSpecResult', error: [problemOf(ovf.refusal)] });
  const { config, files } = planImport(ovf.value, { vc, store: store.name, params });
  return done({
    _type: 'OvfCreateImportSpecResult',
    importSpec: { _type: 'VirtualMachineImportSpec', configSpec: config },
    fileItem: files,
  });
};

const parse: Method<null> = ({ args }) => {
  const params = dataAt(args, 'pdp') ?? {};
  const read = readOvf(textAt(args, 'ovfDescriptor') ?? '', textAt(params, 'deploymentOption') ?? '');
  const empty = { annotation: '', defaultEntityName: '', virtualApp: false, defaultDeploymentOption: '' };
  if (!read.ok)
    return done({ _type: 'OvfParseDescriptorResult', ...empty, error: [problemOf(read.refusal)] });
  const ovf = read.value;
  const flat = ovf.disks.reduce((sum, { bytes }) => sum + bytes, 0);
  return done({
    _type: 'OvfParseDescriptorResult',
    eula: ovf.eulas,
    network: ovf.networks,
    ipAllocationScheme: [],
    ipProtocols: [],
    property: propertyInfos(ovf),
    productInfo: {
      _type: 'VAppProductInfo',
      key: 0,
      name: ovf.product.name,
      vendor: ovf.product.vendor,
      version: ovf.product.version,
      fullVersion: ovf.product.full,
    },
    annotation: ovf.annotation,
    approximateDownloadSize: ovf.files.reduce((sum, { size }) => sum + size, 0),
    approximateFlatDeploymentSize: flat,
    approximateSparseDeploymentSize: ovf.disks.reduce((sum, { populated }) => sum + populated, 0),
    defaultEntityName: ovf.name,
    virtualApp: false,
    deploymentOption: ovf.options.map(({ id, label, description }) => ({ key: id, label, description })),
    defaultDeploymentOption: ovf.options.find(({ isUsual }) => isUsual)?.id ?? ovf.options[0]?.id ?? '',
  });
};

const createDescriptor: Method<null> = ({ vc, args }) => {
  const ref = refAt(args, 'obj');
  const vm = ref === undefined ? undefined : entityAt(vc, 'vm', ref.value);
  if (vm === undefined)
    return faulted(
      'NotSupported',
      'Descriptors are written of machines; a vApp is exported machine by machine.',
    );
  return done({
    _type: 'OvfCreateDescriptorResult',
    ovfDescriptor: writeOvf(vc, vm, dataAt(args, 'cdp') ?? {}),
    includeImageFiles: false,
  });
};

const validateHost: Method<null> = ({ args }) => {
  const read = readOvf(textAt(args, 'ovfDescriptor') ?? '', '');
  if (!read.ok) return done({ _type: 'OvfValidateHostResult', error: [problemOf(read.refusal)] });
  return done({
    _type: 'OvfValidateHostResult',
    downloadSize: read.value.files.reduce((sum, { size }) => sum + size, 0),
    flatDeploymentSize: read.value.disks.reduce((sum, { bytes }) => sum + bytes, 0),
    supportedDiskProvisioning: ['thin', 'thick', 'eagerZeroedThick'],
  });
};

const ovfManager = (): AnyManaged =>
  service('OvfManager', {
    properties: { ovfImportOption: () => [], ovfExportOption: () => [] },
    methods: {
      CreateImportSpec: createImportSpec,
      ParseDescriptor: parse,
      CreateDescriptor: createDescriptor,
      ValidateHost: validateHost,
    },
  });

export const ovfTypes = (): readonly AnyManaged[] => [ovfManager(), leaseType()];
