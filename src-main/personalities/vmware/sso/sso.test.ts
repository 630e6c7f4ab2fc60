import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceRoutes } from '../sdk/service-routes.ts';
import { post, serviceClient, texts } from '../sdk/service.fixture.ts';
import { freshTls } from '../tls/fresh-tls.fixture.ts';
import type { TlsFiles } from '../tls/lab-tls.ts';
import { labPassword, openVmwareLab } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';
import { createIdentity } from './identity.ts';
import type { Identity, TokenOrder } from './identity.ts';
import { secured } from './sso.fixture.ts';
import type { Proof } from './sso.fixture.ts';

let lab: VmwareLab;
let identity: Identity;
let holder: TlsFiles;

beforeAll(async () => {
  identity = createIdentity({ tls: await freshTls(), trust: 'signed', wallNow: Date.now });
  holder = await freshTls();
  lab = await openVmwareLab({ routes: serviceRoutes, deps: { identity } });
});
afterAll(() => lab.close());

const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
const user = ['administrator@vsphere.local', labPassword] as const;

async function sts(
  verb: string,
  proof: Proof,
  more = '',
): Promise<{ status: number; text: string; token: string }> {
  const life =
    '<Lifetime><Created>2026-01-01T00:00:00Z</Created><Expires>2026-01-01T00:04:00Z</Expires></Lifetime>';
  const body = `<RequestSecurityToken xmlns="${trust}"><RequestType>${trust}/${verb}</RequestType>${life}<Renewing Allow="true"/>${more}</RequestSecurityToken>`;
  const { status, text } = await post(lab, '/sts/STSService/vsphere.local', { body: secured(body, proof) });
  return { status, text, token: /<saml2:Assertion.*<\/saml2:Assertion>/s.exec(text)?.[0] ?? '' };
}

async function login(proof: Proof): Promise<string> {
  const body =
    '<LoginByToken xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this></LoginByToken>';
  const { text } = await post(lab, '/sdk', { body: secured(body, proof) });
  return /<userName>([^<]*)<|<faultstring>([^<]*)</.exec(text)?.slice(1).join('') ?? text;
}

const order: TokenOrder = {
  subject: 'Administrator@VSPHERE.LOCAL',
  from: Date.now(),
  until: Date.now() + 60_000,
  holder: null,
  isRenewable: false,
  isDelegable: false,
  issuer: 'https://lab',
};

test('FR-020-239 the lookup service tells where the services are, to everybody, and by whose certificate', async () => {
  const ask = serviceClient(lab, { path: '/lookupservice/sdk', namespace: 'urn:lookup', cookie: '' });
  const registration = 'LookupServiceRegistration:ServiceRegistration';
  const list = (filter: string) => ask('List', registration, `<filterCriteria>${filter}</filterCriteria>`);
  const all = await list('');
  expect(all.values).toHaveLength(5);
  const found = await list(
    '<serviceType><type>cs.identity</type></serviceType><endpointType><protocol>wsTrust</protocol></endpointType>',
  );
  expect(texts(found.values, 'serviceEndpoints.url')).toEqual([
    `https://127.0.0.1:${lab.port}/sts/STSService/vsphere.local`,
  ]);
  expect(texts(found.values, 'serviceEndpoints.sslTrust')).toEqual([identity.certificates[0]]);
  expect((await list('<serviceType><type>enoent</type></serviceType>')).values).toEqual([]);
  expect((await ask('List', registration)).fault).toBe('InvalidArgument');
});

test('FR-020-240 the STS gives a token for a password, and no session without a good one', async () => {
  const wrong = await sts('Issue', { user: [user[0], 'wrong'] });
  expect([wrong.status, wrong.text]).toEqual([500, expect.stringContaining('ns0:FailedAuthentication')]);
  const { token, text } = await sts('Issue', { user });
  expect(text).toContain('RequestSecurityTokenResponseCollection');
  expect(await login({ token })).toBe(String.raw`VSPHERE.LOCAL\Administrator`);
  expect(await login({ token: token.replace('Administrator@', 'Root@') })).toContain(
    'is not signed by the STS',
  );
  expect(await login({ token: '<Assertion><Subject><NameID>root</NameID></Subject></Assertion>' })).toContain(
    'not signed',
  );
  expect(await login({ token: identity.issue({ ...order, from: 0, until: 1 }) })).toBe(
    'The token has expired.',
  );
  expect(await login({ token: identity.issue({ ...order, subject: 'nobody@lab' }) })).toContain(
    'no user nobody@lab',
  );
  expect(await login({})).toBe('The request carries no token.');
  const signature = /<ds:SignatureValue>([^<]+)</.exec(token)?.[1] ?? '';
  expect(JSON.stringify(lab.wireLog.list())).not.toContain(signature);
  expect(signature).not.toBe('');
  const valid = await sts('Validate', {}, `<ValidateTarget>${token}</ValidateTarget>`);
  expect(valid.text).toContain(`${trust}/status/valid`);
  const invalid = await sts(
    'Validate',
    {},
    `<ValidateTarget>${token.replace('Count="0"', 'Count="9"')}</ValidateTarget>`,
  );
  expect(invalid.text).toContain(`${trust}/status/invalid`);
});

test('FR-020-241 a token that belongs to a key is good, and renewed, only for who signs with the key', async () => {
  const { token } = await sts('Issue', { user, key: holder });
  expect(token).toContain('cm:holder-of-key');
  expect(await login({ token })).toContain('not signed by the key that the token belongs to');
  expect(await login({ token, key: await freshTls() })).toContain('not signed by the key');
  expect(await login({ token, key: holder })).toBe(String.raw`VSPHERE.LOCAL\Administrator`);
  const target = `<RenewTarget>${token}</RenewTarget>`;
  expect((await sts('Renew', {}, target)).text).toContain('Only who holds the key of a token renews it.');
  const renewed = await sts('Renew', { key: holder }, target);
  expect(await login({ token: renewed.token, key: holder })).toBe(String.raw`VSPHERE.LOCAL\Administrator`);
  const bearer = (await sts('Issue', { user })).token;
  const copied = await sts('Renew', { key: holder }, `<RenewTarget>${bearer}</RenewTarget>`);
  expect(copied.text).toContain('Only who holds the key');
});

test('FR-020-242 an extension that has left its certificate gets tokens by its key', async () => {
  expect((await sts('Issue', { key: holder })).text).toContain(
    'No extension has left this certificate here.',
  );
  const value = { 'com.lab.backup': { certificate: holder.cert } };
  await lab.vc.papers.write([{ key: 'extension-keys', value }], null);
  const { token } = await sts('Issue', { key: holder });
  expect(await login({ token, key: holder })).toBe(String.raw`VSPHERE.LOCAL\com.lab.backup`);
  const client = lab.client();
  const plain = await client.call(
    'LoginExtensionByCertificate',
    'SessionManager:SessionManager',
    '<extensionKey>com.lab.backup</extensionKey>',
  );
  expect([plain.fault, plain.text]).toEqual(['InvalidLogin', expect.stringContaining('through the tunnel')]);
  expect(lab.errors).toEqual([]);
});
