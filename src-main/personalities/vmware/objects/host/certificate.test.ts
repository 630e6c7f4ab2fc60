import { createPublicKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { issue } from '../../tls/certificate.ts';
import { freshTls } from '../../tls/fresh-tls.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let estate: Estate;
beforeEach(async () => {
  const tls = await freshTls();
  lab = await openVmwareLab({ deps: { tls } });
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterEach(() => lab.close());

const self = (): string => `HostCertificateManager:certificateManager-${estate.loner}`;
const info = async () => (await client.call('Fetch', self(), '<prop>certificateInfo</prop>')).values[0];

type Part = { readonly whole: Buffer; readonly content: Buffer };

/** One of the parts of DER. */
function partAt(der: Buffer, nth: number): Part {
  const parts: Part[] = [];
  for (let at = 0; at < der.length;) {
    const first = der.readUInt8(at + 1);
    const more = first < 0x80 ? 0 : first - 0x80;
    const from = at + 2 + more;
    const end = from + (more === 0 ? first : der.readUIntBE(at + 2, more));
    parts.push({ whole: der.subarray(at, end), content: der.subarray(from, end) });
    at = end;
  }
  const part = parts[nth];
  if (part === undefined) throw new Error(`it has no part ${nth}`);
  return part;
}

const textOf = ({ values }: SoapAnswer): string => values[0]?.text ?? '';
const derOf = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');

test('FR-020-260 a host has the endpoint’s certificate until another is installed that was signed for its own request', async () => {
  const before = await info();
  expect(textIn(before, 'subject')).toMatch(/^CN=localhost,O=Coldaisle/);
  expect(textIn(before, 'status')).toBe('good');
  const asked = await client.call(
    'GenerateCertificateSigningRequest',
    self(),
    '<useIpAddressAsCommonName>true</useIpAddressAsCommonName>',
  );
  const whole = partAt(derOf(textOf(asked)), 0).content;
  const body = partAt(whole, 0);
  const key = createPublicKey({ key: partAt(body.content, 2).whole, format: 'der', type: 'spki' });
  // It is signed by the key that it names, for the address that it names.
  expect(verify('sha256', body.whole, key, partAt(whole, 2).content.subarray(1))).toBe(true);
  expect(body.content.includes(Buffer.from([0x87, 4, 10, 0, 0, 13]))).toBe(true);
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const common = { names: ['10.0.0.13'], from: new Date(0), role: 'server' as const };
  const issuer = { subject: { name: 'our CA', organization: 'Us' }, key: root };
  const subject = { name: '10.0.0.13', organization: 'Us' };
  const strange = issue({ ...common, subject, key: root, until: new Date(4e12), issuer });
  const install = (cert: string) => client.call('InstallServerCertificate', self(), `<cert>${cert}</cert>`);
  expect((await install(strange)).fault).toBe('HostConfigFault');
  expect((await install('nonsense')).fault).toBe('InvalidArgument');
  const signed = issue({ ...common, subject, key, until: new Date(Date.now() + 20 * 86_400_000), issuer });
  expect((await install(signed)).fault).toBe('');
  const after = await info();
  expect([textIn(after, 'issuer'), textIn(after, 'status')]).toEqual([
    'CN=our CA,O=Us',
    'expirationImminent',
  ]);
  expect(textIn(after, 'subject')).toBe('CN=10.0.0.13,O=Us');
});

test('FR-020-260 a request may name its subject in full, and whom a host trusts is replaced as a whole', async () => {
  const byName = (name: string) =>
    client.call(
      'GenerateCertificateSigningRequestByDn',
      self(),
      `<distinguishedName>${name}</distinguishedName>`,
    );
  expect((await byName('nobody')).fault).toBe('InvalidArgument');
  const asked = await byName('C=DE,O=Lab,CN=esx.lab');
  expect(derOf(textOf(asked)).includes(Buffer.from('esx.lab'))).toBe(true);
  const own = await client.call('ListCACertificates', self());
  expect(new X509Certificate(textOf(own)).ca).toBe(true);
  const replace = (cert: string) =>
    client.call('ReplaceCACertificatesAndCRLs', self(), `<caCert>${cert}</caCert>`);
  expect((await replace('none')).fault).toBe('InvalidArgument');
  expect((await replace(lab.ca)).fault).toBe('');
  const now = await client.call('ListCACertificates', self());
  expect(now.values.map(({ text }) => text.trim())).toEqual([lab.ca.trim()]);
});
