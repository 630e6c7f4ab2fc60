/** Who is told of alarms, as it is being written in the form. Pure. */
import type { Severity } from '../../../sim/contract/alarms.ts';
import type { Channel } from '../../../sim/contract/notifications.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import { text as words } from '../../text/text.ts';

export type NotifySettings = Settings['notify'];
type OnOff = NotifySettings['desktop'];

export type HookDraft = { readonly key: number; readonly url: string; readonly least: Severity };
/** Addresses stand in one line, with commas between them. */
export type RungDraft = { readonly key: number; readonly afterMinutes: string; readonly to: string };

export type NotifyDraft = {
  readonly desktop: OnOff;
  readonly least: Severity;
  readonly mail: OnOff;
  readonly host: string;
  readonly port: string;
  readonly from: string;
  readonly user: string;
  readonly password: string;
  readonly webhooks: readonly HookDraft[];
  readonly ladder: readonly RungDraft[];
};

export function draftFrom({ desktop, least, smtp, webhooks, ladder }: NotifySettings): NotifyDraft {
  const { state: mail, host, port, from, user, password } = smtp;
  return {
    desktop,
    least,
    mail,
    host,
    port: String(port),
    from,
    user,
    password,
    webhooks: webhooks.map((hook, key) => ({ key, ...hook })),
    ladder: ladder.map(({ afterMinutes, to }, key) => ({
      key,
      afterMinutes: String(afterMinutes),
      to: to.join(', '),
    })),
  };
}

/** One more than the greatest: keys are never given twice while a form is open. */
export const nextKey = (rows: readonly { readonly key: number }[]): number =>
  Math.max(-1, ...rows.map(({ key }) => key)) + 1;

/** What is wrong, by field; a row's fields are named `ladder.2.to`. */
export type NotifyProblems = Readonly<Record<string, string>>;
/** What each part of the form is given. */
export type NotifyPart = {
  readonly draft: NotifyDraft;
  readonly problems: NotifyProblems;
  readonly set: (change: Partial<NotifyDraft>) => void;
};

type Problem = readonly [string, string | null];

export const limits = { webhooks: 20, ladder: 10, addresses: 20, minutes: 10_080 } as const;

const said = () => words().notifications.problems;

const addressesIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const addressPattern = /^[^\s@,]+@[^\s@,]+$/;

function isHook(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '';
}

function addressesProblem(text: string): string | null {
  const addresses = addressesIn(text);
  if (addresses.length === 0) return said().noAddress;
  if (addresses.length > limits.addresses) return said().mostAddresses(limits.addresses);
  const wrong = addresses.find((one) => !addressPattern.test(one) || one.length > 120);
  return wrong === undefined ? null : said().badAddress(wrong);
}

function wholeWithin(text: string, least: number, most: number): string | null {
  const value = Number(text);
  const isFine = /^\d+$/.test(text.trim()) && value >= least && value <= most;
  return isFine ? null : said().whole(least, most);
}

const mailProblems = (draft: NotifyDraft): readonly Problem[] => [
  ['host', draft.host.trim() === '' ? said().host : null],
  ['port', wholeWithin(draft.port, 1, 65_535)],
  ['from', addressPattern.test(draft.from.trim()) ? null : said().from],
  ['password', draft.password !== '' && draft.user === '' ? said().password : null],
];

function rungProblems(ladder: readonly RungDraft[]): readonly Problem[] {
  return ladder.flatMap(({ afterMinutes, to }, at): Problem[] => {
    const before = ladder[at - 1];
    const isEarly = before !== undefined && Number(afterMinutes) <= Number(before.afterMinutes);
    const wrong = wholeWithin(afterMinutes, 0, limits.minutes);
    return [
      [`ladder.${at}.afterMinutes`, wrong ?? (isEarly ? said().early : null)],
      [`ladder.${at}.to`, addressesProblem(to)],
    ];
  });
}

function hookProblems(webhooks: readonly HookDraft[]): readonly Problem[] {
  return webhooks.map(({ url }, at): Problem => {
    const isTwice = webhooks.findIndex((other) => other.url === url) < at;
    const problem = isHook(url) ? (isTwice ? said().twice : null) : said().url;
    return [`webhooks.${at}.url`, problem];
  });
}

export function problemsIn(draft: NotifyDraft): NotifyProblems {
  const found: readonly Problem[] = [
    // What is switched off may be unfinished.
    ...(draft.mail === 'on' ? mailProblems(draft) : [['port', wholeWithin(draft.port, 0, 65_535)] as const]),
    ...rungProblems(draft.ladder),
    ...hookProblems(draft.webhooks),
    ['ladder', draft.mail === 'on' && draft.ladder.length === 0 ? said().nobody : null],
  ];
  return Object.fromEntries(
    found.flatMap(([field, problem]) => (problem === null ? [] : [[field, problem]])),
  );
}

/** Of a draft without problems. */
export const settingsFrom = (draft: NotifyDraft): NotifySettings => ({
  desktop: draft.desktop,
  least: draft.least,
  smtp: {
    state: draft.mail,
    host: draft.host.trim() === '' ? '127.0.0.1' : draft.host.trim(),
    port: Number(draft.port),
    from: draft.from.trim(),
    user: draft.user,
    password: draft.password,
  },
  webhooks: draft.webhooks.map(({ url, least }) => ({ url, least })),
  ladder: draft.ladder.map(({ afterMinutes, to }) => ({
    afterMinutes: Number(afterMinutes),
    to: [...addressesIn(to)],
  })),
});

/** Why a channel cannot be tested, by what is saved; null where it can. */
export function untestable(saved: NotifySettings | null, channel: Channel): string | null {
  const { test } = words().notifications;
  if (saved === null) return test.notKnown;
  switch (channel) {
    case 'desktop':
      return saved.desktop === 'on' ? null : test.desktopOff;
    case 'mail':
      return saved.smtp.state === 'on' && saved.ladder.length > 0 ? null : test.mailOff;
    case 'webhook':
      return saved.webhooks.length > 0 ? null : test.noHook;
    default:
      return channel satisfies never;
  }
}
