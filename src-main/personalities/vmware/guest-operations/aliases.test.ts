import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from '../sso/identity.ts';
import type { Identity } from '../sso/identity.ts';
import { freshTls } from '../tls/fresh-tls.fixture.ts';
import { problemsInAnswer } from '../wire/answer-check.fixture.ts';
import { escaped } from '../wire/escape.ts';
import { textIn } from '../vmware-lab.fixture.ts';
import { loginOf, openGuestLab } from './guest-lab.fixture.ts';
import type { GuestLab } from './guest-lab.fixture.ts';

let lab: GuestLab;
let identity: Identity;
beforeAll(async () => {
  const tls = await freshTls();
  identity = createIdentity({ tls, trust: 'signed', wallNow: Date.now });
  lab = await openGuestLab({ identity });
});
afterAll(() => lab.close());

const tokenFor = (subject: string, user = ''): string => {
  const text = identity.issue({
    subject,
    from: Date.now() - 1000,
    until: Date.now() + 600_000,
    holder: null,
    isRenewable: false,
    isDelegable: false,
    issuer: 'https://127.0.0.1/sts',
  });
  const name = user === '' ? '' : `<username>${user}</username>`;
  return `<auth xsi:type="SAMLTokenAuthentication"><interactiveSession>false</interactiveSession><token>${escaped(text)}</token>${name}</auth>`;
};

const certificate = (): string => `<base64Cert>${identity.certificates[0] ?? ''}</base64Cert>`;
const subject = (name: string): string =>
  `<subject xsi:type="GuestAuthNamedSubject"><name>${name}</name></subject>`;
const wanted = (user: string, name: string, mapped: boolean): string =>
  `<username>${user}</username><mapCert>${mapped}</mapCert>${certificate()}<aliasInfo>${subject(name)}<comment>of the &quot;test&quot;</comment></aliasInfo>`;
const named = (user: string): string => `<username>${user}</username>`;
const whoIs = async (login: string): Promise<string> =>
  (await lab.inside('ValidateCredentialsInGuest', '', login)).fault;

test('FR-020-325 whoever holds a token of the lab comes in as the user of the guest who has let him, and as no other', async () => {
  const ann = 'Ann@VSPHERE.LOCAL';
  expect(await whoIs(tokenFor(ann, 'debian'))).toBe('InvalidGuestLogin');
  const asUser = loginOf('debian', 'coldaisle');
  expect((await lab.inside('AddGuestAlias', wanted('debian', ann, false), asUser)).fault).toBe('');
  expect(await whoIs(tokenFor(ann, 'debian'))).toBe('');
  expect(await whoIs(tokenFor(ann))).toBe('InvalidGuestLogin');
  expect(await whoIs(tokenFor(ann, 'root'))).toBe('InvalidGuestLogin');
  expect(await whoIs(tokenFor('Bob@VSPHERE.LOCAL', 'debian'))).toBe('InvalidGuestLogin');
  expect(await whoIs(tokenFor(ann, 'debian').replace('Ann@', 'Bob@'))).toBe('InvalidGuestLogin');
  const made = await lab.inside(
    'CreateTemporaryFileInGuest',
    '<prefix>a</prefix><suffix>b</suffix>',
    tokenFor(ann, 'debian'),
  );
  expect(await lab.shell(`stat -c %U ${made.values[0]?.text ?? ''}`)).toContain('debian');
  const listed = await lab.inside('ListGuestAliases', named('debian'), asUser);
  expect(problemsInAnswer(lab.vc.schema, '8.0.2.0', listed.body)).toEqual([]);
  expect(listed.values.map((one) => textIn(one, 'aliases.subject.name'))).toEqual([ann]);
  expect(textIn(listed.values[0], 'aliases.comment')).toBe('of the "test"');
  const goes = `${named('debian')}${certificate()}${subject(ann)}`;
  expect((await lab.inside('RemoveGuestAlias', goes, asUser)).fault).toBe('');
  expect(await whoIs(tokenFor(ann, 'debian'))).toBe('InvalidGuestLogin');
});

test('FR-020-325 a certificate that is mapped names its user; aliases of others are root’s business', async () => {
  const ann = 'Ann@VSPHERE.LOCAL';
  const asUser = loginOf('debian', 'coldaisle');
  expect((await lab.inside('AddGuestAlias', wanted('root', ann, true), asUser)).fault).toBe(
    'GuestPermissionDenied',
  );
  expect((await lab.inside('AddGuestAlias', wanted('debian', ann, true))).fault).toBe('');
  expect(await whoIs(tokenFor(ann))).toBe('');
  expect((await lab.inside('AddGuestAlias', wanted('root', ann, true))).fault).toBe('GuestMultipleMappings');
  expect((await lab.inside('AddGuestAlias', wanted('nobody-here', ann, false))).fault).toBe(
    'InvalidArgument',
  );
  const broken = wanted('debian', ann, false).replace(/<base64Cert>[^<]*/, '<base64Cert>AAAA');
  expect((await lab.inside('AddGuestAlias', broken)).fault).toBe('InvalidArgument');
  const mapped = await lab.inside('ListGuestMappedAliases', '');
  expect(mapped.values.map((one) => textIn(one, 'username'))).toEqual(['debian']);
  expect(await lab.shell('ls /var/lib/vmware/VGAuth/aliasStore')).toContain('user-debian.xml');
  const goes = `${named('debian')}${certificate()}`;
  expect((await lab.inside('RemoveGuestAliasByCert', goes)).fault).toBe('');
  expect((await lab.inside('ListGuestMappedAliases', '')).values).toEqual([]);
});

test('FR-020-325 a guest that is no Windows has no registry, and says so to who may come in', async () => {
  const key =
    '<keyName><registryPath>HKEY_LOCAL_MACHINE\\Software</registryPath><wowBitness>WOWNative</wowBitness></keyName>';
  const asked = `${key}<recursive>false</recursive>`;
  expect((await lab.inside('ListRegistryKeysInGuest', asked)).fault).toBe('OperationNotSupportedByGuest');
  expect((await lab.inside('ListRegistryKeysInGuest', asked, loginOf('root', 'no'))).fault).toBe(
    'InvalidGuestLogin',
  );
});
