/** `/sts/STSService`: tokens for who shows a password, a key or another token (WS-Trust 1.3). */
import { setTimeout as pause } from 'node:timers/promises';
import { accepted, refused, type Result } from '../../../../sim/contract/result.ts';
import { createLoginBrake } from '../server/login-brake.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from '../server/routes.ts';
import type { Vc } from '../vc.ts';
import { envelope } from '../wire/envelope.ts';
import { escaped } from '../wire/escape.ts';
import { extensionWith } from './extension-certificate.ts';
import type { Identity, TokenOrder } from './identity.ts';
import { certificateOf, isSignedBy, openEnvelopeNodes } from './security.ts';
import type { Envelope } from './security.ts';
import { attributeOf, childNamed, textOf } from './signed-xml.ts';
import type { XmlNode } from './signed-xml.ts';

const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
const utility = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const tokenType = 'urn:oasis:names:tc:SAML:2.0:assertion';
const minute = 60_000;
/** As SSO grants them unless somebody set it otherwise. */
const longest = { bearer: 5 * minute, held: 30 * 24 * 60 * minute } as const;
const usual = 5 * minute;

type Desk = {
  readonly vc: Vc;
  readonly identity: Identity;
  readonly brake: ReturnType<typeof createLoginBrake>;
};

export function stsRoute(vc: Vc, identity: Identity): Route {
  const desk: Desk = { vc, identity, brake: createLoginBrake(vc.wallNow) };
  return {
    prefix: '/sts/STSService',
    dialect: 'soap',
    handle: async (request, answer) => {
      if (request.method !== 'POST') return answer.send(405, 'text/plain', 'Tokens are asked for by POST.\n');
      const body = await request.body();
      const read = body.ok ? openEnvelopeNodes(body.value.toString()) : null;
      const told = read === null ? unreadable : await answered(desk, read, { request, answer });
      if (told.ok) return answer.send(200, soap, envelope(told.value));
      answer.note({ fault: told.refusal.code });
      return answer.send(500, soap, envelope(faultText(told.refusal)));
    },
  };
}

const soap = 'text/xml; charset=utf-8';
const unreadable = refused('invalid-input', 'The request is no SOAP envelope that can be read.');
const failed = (message: string): Result<never> => refused('not-allowed', message);

function faultText({ code, message }: { readonly code: string; readonly message: string }): string {
  const name = code === 'not-allowed' ? 'FailedAuthentication' : 'InvalidRequest';
  return (
    `<soapenv:Fault><faultcode xmlns:ns0="${trust}">ns0:${name}</faultcode>` +
    `<faultstring>${escaped(message)}</faultstring></soapenv:Fault>`
  );
}

type Ways = { readonly request: Incoming; readonly answer: Outgoing };

async function answered(desk: Desk, read: Envelope, { request, answer }: Ways): Promise<Result<string>> {
  const { body } = read;
  const verb = textOf(childNamed(body, 'RequestType')).split('/').at(-1) ?? '';
  answer.note({ method: verb, object: 'STSService' });
  if (body === undefined) return unreadable;
  const issuer = `${request.origin}/websso/SAML2/Metadata/vsphere.local`;
  switch (verb) {
    case 'Issue': {
      const who = await askerOf(desk, read, request.address);
      if (!who.ok) return who;
      answer.note({ user: who.value.subject });
      return accepted(collection(granted(desk, body, { ...who.value, issuer })));
    }
    case 'Renew': {
      const who = renewerOf(desk, read);
      return who.ok ? accepted(response(granted(desk, body, { ...who.value, issuer }))) : who;
    }
    case 'Validate':
      return accepted(validated(desk, read));
    default:
      return refused(
        'invalid-input',
        `The STS issues, renews and validates; it cannot ${verb || 'tell what is asked'}.`,
      );
  }
}

/** For whom the token shall be, and who will hold it. */
type Asker = { readonly subject: string; readonly holder: string | null };

async function askerOf(desk: Desk, read: Envelope, address: string): Promise<Result<Asker>> {
  const held = holderOf(desk, read);
  if (!held.ok) return held;
  const holder = held.value;
  const actAs = childNamed(read.body, 'ActAs');
  if (actAs !== undefined) {
    const token = desk.identity.read(read.root, actAs);
    return token.ok ? accepted({ subject: token.value.subject, holder }) : token;
  }
  const named = childNamed(read.security, 'UsernameToken');
  if (named !== undefined) {
    const subject = await byPassword(desk, named, address);
    return subject.ok ? accepted({ subject: subject.value, holder }) : subject;
  }
  if (holder === null) return failed('Neither a password nor a key is shown.');
  const extension = extensionWith(desk.vc, holder);
  if (extension === null && desk.identity.trust === 'signed')
    return failed('No extension has left this certificate here.');
  return accepted({ subject: extension ?? 'vpxd-extension', holder });
}

async function byPassword({ vc, brake }: Desk, named: XmlNode, address: string): Promise<Result<string>> {
  const name = textOf(childNamed(named, 'Username'));
  const who = `${name.toLowerCase()} ${address}`;
  await pause(brake.wait(who));
  const account = await vc.users.check(name, textOf(childNamed(named, 'Password')));
  if (account === null) {
    brake.wrong(who);
    return failed('Invalid credentials');
  }
  brake.right(who);
  return accepted(account.name.split('\\').toReversed().join('@'));
}

/** The certificate of who signs the request; null: it is not signed. */
function holderOf({ vc, identity }: Desk, read: Envelope): Result<string | null> {
  const certificate = certificateOf(read);
  if (certificate === '') return accepted(null);
  if (identity.trust === 'anyone' || isSignedBy(read, certificate, vc.wallNow()))
    return accepted(certificate);
  return failed('The request is not signed by the key of its certificate, or too long ago.');
}

/** One that nobody holds cannot be told from a copy: it is not renewed. */
function renewerOf(desk: Desk, read: Envelope): Result<Asker> {
  const target = childNamed(read.body, 'RenewTarget');
  if (target === undefined) return failed('There is no token to renew.');
  const token = desk.identity.read(read.root, target);
  if (!token.ok) return token;
  const held = holderOf(desk, read);
  if (!held.ok) return held;
  if (desk.identity.trust === 'signed') {
    if (!token.value.isRenewable) return failed('The token was issued as one that is not renewed.');
    if (token.value.holder === null || token.value.holder !== held.value)
      return failed('Only who holds the key of a token renews it.');
  }
  return accepted({ subject: token.value.subject, holder: held.value });
}

type Grant = {
  readonly assertion: string;
  readonly from: number;
  readonly until: number;
  readonly isHeld: boolean;
};

function granted({ vc, identity }: Desk, body: XmlNode, who: Asker & { readonly issuer: string }): Grant {
  const lifetime = childNamed(body, 'Lifetime');
  const from = vc.wallNow();
  const asked =
    Date.parse(textOf(childNamed(lifetime, 'Expires'))) - Date.parse(textOf(childNamed(lifetime, 'Created')));
  const isHeld = who.holder !== null && !textOf(childNamed(body, 'KeyType')).endsWith('/Bearer');
  const most = isHeld ? longest.held : longest.bearer;
  const order: TokenOrder = {
    ...who,
    holder: isHeld ? who.holder : null,
    from,
    until: from + Math.min(asked > 0 ? asked : usual, most),
    isRenewable: attributeOf(childNamed(body, 'Renewing'), 'Allow') === 'true',
    isDelegable: textOf(childNamed(body, 'Delegatable')) === 'true',
  };
  return { assertion: identity.issue(order), from, until: order.until, isHeld };
}

const iso = (millis: number): string => new Date(millis).toISOString();

const response = ({ assertion, from, until, isHeld }: Grant): string =>
  `<wst:RequestSecurityTokenResponse xmlns:wst="${trust}"><wst:TokenType>${tokenType}</wst:TokenType>` +
  `<wst:RequestedSecurityToken>${assertion}</wst:RequestedSecurityToken>` +
  `<wst:Lifetime><wsu:Created xmlns:wsu="${utility}">${iso(from)}</wsu:Created>` +
  `<wsu:Expires xmlns:wsu="${utility}">${iso(until)}</wsu:Expires></wst:Lifetime>` +
  `<wst:KeyType>${trust}/${isHeld ? 'PublicKey' : 'Bearer'}</wst:KeyType></wst:RequestSecurityTokenResponse>`;

const collection = (grant: Grant): string =>
  `<wst:RequestSecurityTokenResponseCollection xmlns:wst="${trust}">${response(grant)}` +
  '</wst:RequestSecurityTokenResponseCollection>';

function validated({ identity }: Desk, { root, body }: Envelope): string {
  const target = childNamed(body, 'ValidateTarget');
  const token = target === undefined ? failed('There is no token.') : identity.read(root, target);
  const [word, reason] = token.ok ? ['valid', ''] : ['invalid', token.refusal.message];
  return (
    `<wst:RequestSecurityTokenResponse xmlns:wst="${trust}"><wst:TokenType>${trust}/RSTR/Status</wst:TokenType>` +
    `<wst:Status><wst:Code>${trust}/status/${word}</wst:Code><wst:Reason>${escaped(reason)}</wst:Reason>` +
    '</wst:Status></wst:RequestSecurityTokenResponse>'
  );
}
