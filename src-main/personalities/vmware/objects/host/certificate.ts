/** `HostCertificateManager`: who a host is to others, and whom it trusts. */
import { X509Certificate } from 'node:crypto';
import type { Vc } from '../../vc.ts';
import { flagAt, textAt, textListAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { readName, requestCertificate } from '../../tls/request.ts';
import type { NamePart } from '../../tls/request.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { addressOf } from './network-paper.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Kept = {
  /** PEM of what was installed. */
  readonly certificate?: string;
  /** Of the last request, in base64. */
  readonly requested?: string;
  readonly authorities?: readonly string[];
  readonly revoked?: readonly string[];
};

const keyOf = ({ id }: Host): string => hostKey(id, 'certificate');
const keptOf = (vc: Pick<Vc, 'papers'>, host: Host): Kept => settingOf<Kept>(vc, keyOf(host), {});
const keep = (call: Call, host: Host, change: Kept) =>
  writePaper(call, keyOf(host), { ...keptOf(call.vc, host), ...change });

/** null where the text is no certificate. */
function readCertificate(text: string): X509Certificate | null {
  try {
    return new X509Certificate(text);
  } catch {
    return null;
  }
}

/** What was installed, else that of the endpoint. */
function certificateOf(vc: Vc, host: Host): X509Certificate | null {
  const pem = keptOf(vc, host).certificate ?? vc.consoles.tls?.cert;
  return pem === undefined ? null : readCertificate(pem);
}

const dayMillis = 86_400_000;

/** By how many days are left. */
const warnings = [
  [0, 'expired'],
  [30, 'expirationImminent'],
  [60, 'expiringShortly'],
  [240, 'expiring'],
] as const;

function statusOf(certificate: X509Certificate, now: number): string {
  const days = (certificate.validToDate.getTime() - now) / dayMillis;
  return warnings.find(([limit]) => days < limit)?.[1] ?? 'good';
}

/** The nearest part first: `CN=esx-01,O=Lab`. */
const nameIn = (lines: string): string => lines.split('\n').toReversed().join(',');

function infoOf(vc: Vc, host: Host): Data {
  const certificate = certificateOf(vc, host);
  const common = { _type: 'HostCertificateManagerCertificateInfo', kind: 'Machine' };
  if (certificate === null) return { ...common, status: 'unknown' };
  return {
    ...common,
    issuer: nameIn(certificate.issuer),
    notBefore: isoOf(certificate.validFromDate.getTime()),
    notAfter: isoOf(certificate.validToDate.getTime()),
    subject: nameIn(certificate.subject),
    status: statusOf(certificate, vc.wallNow()),
  };
}

type Wanted = { readonly subject: readonly NamePart[]; readonly name: string };

async function request(call: Call, host: Host, { subject, name }: Wanted): Promise<Answer> {
  const made = await requestCertificate({ subject, names: [name] });
  const kept = await keep(call, host, { requested: made.publicKey });
  return kept.ok ? done(made.pem) : kept;
}

const organization: NamePart = { type: 'O', value: 'Coldaisle (simulated)' };

const ask: Method<Host> = (call, host) => {
  const name = flagAt(call.args, 'useIpAddressAsCommonName') === true ? addressOf(host) : host.name;
  return request(call, host, { subject: [organization, { type: 'CN', value: name }], name });
};

const askByName: Method<Host> = (call, host) => {
  const said = textAt(call.args, 'distinguishedName') ?? '';
  const subject = readName(said);
  return subject === null
    ? invalidArgument('distinguishedName', `${said} is no name: write it as CN=esx-01,O=Lab,C=DE.`)
    : request(call, host, {
        subject,
        name: subject.find(({ type }) => type === 'CN')?.value ?? host.name,
      });
};

/** Only for the key of the last request: that is the one that the host has. */
const install: Method<Host> = (call, host) => {
  const text = textAt(call.args, 'cert') ?? '';
  const certificate = readCertificate(text);
  if (certificate === null) return invalidArgument('cert', 'This is no certificate in PEM.');
  const { requested } = keptOf(call.vc, host);
  const key = certificate.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  if (requested !== key)
    return faulted(
      'HostConfigFault',
      `The certificate is not for the key of the last request of ${host.name}: ask for a request and have that signed.`,
    );
  return keep(call, host, { certificate: certificate.toString() });
};

/** The authority stands behind the endpoint's own certificate. */
function authoritiesOf(vc: Vc, host: Host): readonly string[] {
  const [, ...behind] = vc.consoles.tls?.cert.split(/(?=-----BEGIN CERTIFICATE-----)/) ?? [];
  return keptOf(vc, host).authorities ?? behind;
}

const replace: Method<Host> = (call, host) => {
  const authorities = textListAt(call.args, 'caCert');
  const wrong = authorities.findIndex((text) => readCertificate(text) === null);
  if (wrong >= 0) return invalidArgument(`caCert[${wrong}]`, 'This is no certificate in PEM.');
  const revoked = textListAt(call.args, 'caCrl');
  const odd = revoked.findIndex((text) => !text.includes('-----BEGIN X509 CRL-----'));
  if (odd >= 0) return invalidArgument(`caCrl[${odd}]`, 'This is no list of revoked certificates in PEM.');
  return keep(call, host, { authorities, revoked });
};

export const certificateManager = (): AnyManaged =>
  hostSystem('certificateManager', {
    properties: { certificateInfo: (host, { vc }) => infoOf(vc, host) },
    methods: {
      RetrieveCertificateInfoList: ({ vc }, host) => done([infoOf(vc, host)]),
      GenerateCertificateSigningRequest: ask,
      GenerateCertificateSigningRequestByDn: askByName,
      InstallServerCertificate: install,
      ReplaceCACertificatesAndCRLs: replace,
      ListCACertificates: ({ vc }, host) => done([...authoritiesOf(vc, host)]),
      ListCACertificateRevocationLists: ({ vc }, host) => done([...(keptOf(vc, host).revoked ?? [])]),
    },
  });
