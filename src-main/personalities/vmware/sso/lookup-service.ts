/** `/lookupservice/sdk`: which services there are, and where. */
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Call } from '../objects/managed.ts';
import type { Service } from '../sdk/service-route.ts';
import { dataAt, dataListAt, textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { lookupSchemaText } from './lookup-schema.table.ts';

const site = 'default-site';

const content: Data = {
  lookupService: { _ref: 'LookupLookupService', value: 'lookupService' },
  serviceRegistration: { _ref: 'LookupServiceRegistration', value: 'ServiceRegistration' },
  deploymentInformationService: {
    _ref: 'LookupDeploymentInformationService',
    value: 'deploymentInformationService',
  },
  l10n: { _ref: 'LookupL10n', value: 'l10n' },
};

type Entry = {
  readonly type: string;
  readonly id: string;
  readonly version: string;
  readonly endpoint: readonly [protocol: string, type: string, path: string];
};

const ssoEndpoint = ['wsTrust', 'com.vmware.cis.cs.identity.sso', '/sts/STSService/vsphere.local'] as const;

/** What this endpoint serves. Old clients look for the STS under its old name. */
const entriesOf = ({ vc }: Call): readonly Entry[] => {
  const { instanceUuid: id, about } = vc;
  const version = about.apiVersion;
  return [
    { type: 'cs.identity', id: `${site}:${id}`, version: '2.0', endpoint: ssoEndpoint },
    { type: 'sso:sts', id: `${site}:${id}-sts`, version: '2.0', endpoint: ssoEndpoint },
    { type: 'vcenterserver', id, version, endpoint: ['vmomi', 'com.vmware.vim', '/sdk'] },
    { type: 'pbm', id: `${id}-pbm`, version: '2.0', endpoint: ['vmomi', 'com.vmware.vim.pbm', '/pbm'] },
    {
      type: 'vapi',
      id: `${id}-vapi`,
      version,
      endpoint: ['vapi.json.https', 'com.vmware.vapi.endpoint', '/api'],
    },
  ];
};

function infoOf(call: Call, { type, id, version, endpoint }: Entry): Data {
  const { vc, origin } = call;
  const [protocol, kind, path] = endpoint;
  const url = origin + path;
  const trust = origin.startsWith('https:') ? (vc.identity?.certificates.slice(0, 1) ?? []) : [];
  const isCenter = type === 'vcenterserver';
  return {
    serviceVersion: version,
    serviceEndpoints: [
      {
        url,
        endpointType: { protocol, type: kind },
        sslTrust: trust,
        endpointAttributes: isCenter ? [{ key: 'cis.common.ep.localurl', value: url }] : [],
      },
    ],
    serviceAttributes: isCenter
      ? [
          { key: 'com.vmware.cis.cm.GroupInternalId', value: 'com.vmware.vim.vcenter' },
          { key: 'com.vmware.vim.vcenter.instanceName', value: new URL(origin).hostname },
        ]
      : [],
    serviceNameResourceKey: isCenter ? 'AboutInfo.vpx.name' : undefined,
    ownerId: isCenter ? 'vpxd@vsphere.local' : 'Administrator@vsphere.local',
    serviceType: { product: 'com.vmware.cis', type },
    nodeId: vc.instanceUuid,
    serviceId: id,
    siteId: site,
  };
}

const fits = (wanted: string | undefined, has: string | undefined): boolean =>
  wanted === undefined || wanted === '' || wanted === has;

function list(call: Call): Answer {
  const filter = dataAt(call.args, 'filterCriteria');
  if (filter === undefined)
    return faulted('InvalidArgument', 'A filter must be given.', { invalidProperty: 'filterCriteria' });
  const wanted = (path: string): string | undefined => textAt(filter, path);
  const found = entriesOf(call).map((entry) => infoOf(call, entry));
  return done(
    found.filter(
      (info) =>
        fits(wanted('siteId'), site) &&
        fits(wanted('nodeId'), textAt(info, 'nodeId')) &&
        fits(wanted('serviceType.product'), textAt(info, 'serviceType.product')) &&
        fits(wanted('serviceType.type'), textAt(info, 'serviceType.type')) &&
        dataListAt(info, 'serviceEndpoints').some(
          (endpoint) =>
            fits(wanted('endpointType.protocol'), textAt(endpoint, 'endpointType.protocol')) &&
            fits(wanted('endpointType.type'), textAt(endpoint, 'endpointType.type')),
        ),
    ),
  );
}

function get(call: Call): Answer {
  const id = textAt(call.args, 'serviceId') ?? '';
  const found = entriesOf(call).find((entry) => entry.id === id);
  return found === undefined ? faulted('NotFound', `There is no service ${id}.`) : done(infoOf(call, found));
}

const instanceType = (): AnyManaged =>
  service('LookupServiceInstance', {
    properties: { content: () => content },
    methods: { RetrieveServiceContent: () => done(content) },
  });

const registrationType = (): AnyManaged =>
  service('LookupServiceRegistration', {
    methods: { List: list, Get: get, GetSiteId: () => done(site) },
  });

export const lookupService: Service = {
  path: '/lookupservice/sdk',
  namespace: 'urn:lookup',
  prefix: 'Lookup',
  schemaText: lookupSchemaText,
  types: () => [instanceType(), registrationType()],
};
