/** LicenseManager: keys are labels here. Nothing is locked, and nothing is counted down. */
import type { Vc } from '../../vc.ts';
import { dataListAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { settingOf, writePaper } from '../host/settings.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';

const key = 'licenses';
const evaluation = '00000-00000-00000-00000-00000';

type License = { readonly labels: Readonly<Record<string, string>> };
type Licenses = Readonly<Record<string, License>>;

const licensesOf = (vc: Vc): Licenses => ({
  [evaluation]: { labels: {} },
  ...settingOf<Licenses>(vc, key, {}),
});

export const licenseTypes = (): readonly AnyManaged[] => [
  service('LicenseManager', {
    properties: {
      source: () => plainSource,
      sourceAvailable: () => true,
      licensedEdition: () => 'eval',
      licenses: (_, { vc }) => Object.entries(licensesOf(vc)).map(licenseData),
      licenseAssignmentManager: (_, { vc }) => (vc.kind === 'host' ? undefined : assignments),
      evaluation: () => ({ _type: 'LicenseManagerEvaluationInfo', properties: expiry }),
      featureInfo: () => [],
    },
    methods: {
      AddLicense: (call) => put(call),
      UpdateLicense: (call) => (isKnown(call) ? put(call) : noSuchLicense(call)),
      RemoveLicense: async (call) => {
        const name = keyIn(call);
        if (name === evaluation) return invalidArgument('licenseKey', 'The evaluation stays.');
        // A host forgets what it has not: it runs on its evaluation again.
        if (!isKnown(call)) return call.vc.kind === 'host' ? done(undefined) : noSuchLicense(call);
        const { [name]: _, ...others } = licensesOf(call.vc);
        return writePaper(call, key, others);
      },
      DecodeLicense: (call) =>
        done(licenseData([keyIn(call), licensesOf(call.vc)[keyIn(call)] ?? { labels: {} }])),
      UpdateLicenseLabel: (call) => label(call, textAt(call.args, 'labelValue') ?? ''),
      RemoveLicenseLabel: (call) => label(call, ''),
      QueryLicenseUsage: () => done({ source: plainSource, sourceAvailable: true }),
    },
  }),
  service('LicenseAssignmentManager', { methods: assignmentMethods }),
];

const plainSource: Data = { _type: 'EvaluationLicenseSource', remainingHours: 1440 };
const assignments = { _ref: 'LicenseAssignmentManager', value: 'LicenseAssignmentManager' } as const;

const expiry: readonly Data[] = [
  { key: 'expirationHours', value: { _type: 'xsd:long', value: 1440 } },
  { key: 'expirationMinutes', value: { _type: 'xsd:long', value: 0 } },
];

const keyIn = ({ args }: Call): string => textAt(args, 'licenseKey') ?? '';
const isKnown = (call: Call): boolean => keyIn(call) in licensesOf(call.vc);
const noSuchLicense = (call: Call): Answer<never> =>
  faulted('NotFound', `There is no license ${keyIn(call)}.`);

const form = /^[0-9A-Z]{5}(-[0-9A-Z]{5}){4}$/;

function licenseData([licenseKey, { labels }]: readonly [string, License]): Data {
  const isEvaluation = licenseKey === evaluation;
  const wrong = 'License is not valid for this product';
  return {
    _type: 'LicenseManagerLicenseInfo',
    licenseKey,
    editionKey: isEvaluation ? 'eval' : '',
    name: isEvaluation ? 'Evaluation Mode' : '',
    total: 0,
    used: 0,
    costUnit: '',
    properties: isEvaluation ? [] : [{ key: 'diagnostic', value: wrong }],
    labels: Object.entries(labels).map(([name, value]) => ({ key: name, value })),
  };
}

async function put(call: Call): Promise<Answer> {
  const name = keyIn(call);
  if (!form.test(name))
    return invalidArgument('licenseKey', 'A key is five groups of five letters or digits.');
  const labels = Object.fromEntries(
    dataListAt(call.args, 'labels').map((one) => [textAt(one, 'key') ?? '', textAt(one, 'value') ?? '']),
  );
  const kept = await writePaper(call, key, { ...licensesOf(call.vc), [name]: { labels } });
  return kept.ok ? done(licenseData([name, { labels }])) : kept;
}

/** An empty one is taken away. */
async function label(call: Call, value: string): Promise<Answer> {
  const license = licensesOf(call.vc)[keyIn(call)];
  if (license === undefined) return noSuchLicense(call);
  const { [textAt(call.args, 'labelKey') ?? '']: _, ...others } = license.labels;
  const labels = value === '' ? others : { ...others, [textAt(call.args, 'labelKey') ?? '']: value };
  return writePaper(call, key, { ...licensesOf(call.vc), [keyIn(call)]: { labels } });
}

const assignedKey = 'license-assignments';

type Assigned = Readonly<Record<string, string>>;

const namesOf = (vc: Vc): ReadonlyMap<string, string> =>
  new Map([
    [vc.instanceUuid, 'vcenter.lab'],
    ...vc
      .world()
      .inventory.ofKind('host')
      .map((host) => [vc.refs.of(host).value, host.name] as const),
  ]);

function assigned(vc: Vc, entityId: string): Data {
  const licenseKey = settingOf<Assigned>(vc, assignedKey, {})[entityId] ?? evaluation;
  return {
    _type: 'LicenseAssignmentManagerLicenseAssignment',
    entityId,
    scope: vc.instanceUuid,
    entityDisplayName: namesOf(vc).get(entityId),
    assignedLicense: licenseData([licenseKey, licensesOf(vc)[licenseKey] ?? { labels: {} }]),
  };
}

const entityIn = ({ args }: Call): string => textAt(args, 'entityId') ?? textAt(args, 'entity') ?? '';

const noSuchEntity = (call: Call): Answer<never> =>
  faulted('NotFound', `Nothing with the id ${entityIn(call)} has a license.`);

const assignmentMethods: Readonly<Record<string, Method<null>>> = {
  QueryAssignedLicenses: (call) => {
    const names = namesOf(call.vc);
    if (entityIn(call) === '') return done([...names.keys()].map((id) => assigned(call.vc, id)));
    return names.has(entityIn(call)) ? done([assigned(call.vc, entityIn(call))]) : noSuchEntity(call);
  },
  UpdateAssignedLicense: async (call) => {
    if (!namesOf(call.vc).has(entityIn(call))) return noSuchEntity(call);
    if (!isKnown(call)) return noSuchLicense(call);
    const before = settingOf<Assigned>(call.vc, assignedKey, {});
    const kept = await writePaper(call, assignedKey, { ...before, [entityIn(call)]: keyIn(call) });
    return kept.ok
      ? done(licenseData([keyIn(call), licensesOf(call.vc)[keyIn(call)] ?? { labels: {} }]))
      : kept;
  },
  RemoveAssignedLicense: async (call) => {
    const { [entityIn(call)]: gone, ...others } = settingOf<Assigned>(call.vc, assignedKey, {});
    return gone === undefined ? noSuchEntity(call) : writePaper(call, assignedKey, others);
  },
};
