import type { Alarm, Severity } from '../../../sim/contract/alarms.ts';
import { severitySchema } from '../../../sim/contract/alarms.ts';
import type { Notification } from '../../../sim/contract/notifications.ts';
import { numberOf } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';

/** What one message says, before any channel dresses it. */
export type Bulletin = {
  readonly kind: Notification['kind'];
  readonly title: string;
  readonly body: string;
  readonly severity: Severity;
  /** The worst first. */
  readonly alarms: readonly Alarm[];
  /** So many more came and went before anyone could be told. */
  readonly passed: number;
  readonly at: number;
};

export type Matter = {
  readonly alarms: readonly Alarm[];
  /** Nobody acknowledged these in time. */
  readonly escalated: ReadonlySet<Alarm['id']>;
  readonly passed: number;
};

/** Longer lists are for the control room. */
const listed = 20;

export function writeBulletin(world: World, { alarms, escalated, passed }: Matter): Bulletin {
  const sorted = alarms.toSorted((a, b) => rank(a) - rank(b) || numberOf(a.id) - numberOf(b.id));
  const [worst] = sorted;
  const severity = worst?.severity ?? 'info';
  const only = sorted.length === 1 && passed === 0 ? worst : undefined;
  const kind = only === undefined ? 'digest' : escalated.has(only.id) ? 'escalated' : 'rang';
  const title = only === undefined ? digestTitle(sorted, passed) : titleOf(world, only, kind);
  const body = only === undefined ? digestBody(world, sorted, passed) : bodyOf(world, only);
  return { kind, title, body, severity, alarms: sorted, passed, at: world.now() };
}

export function testBulletin(world: World): Bulletin {
  return {
    kind: 'test',
    title: 'Test of Coldaisle’s notifications',
    body: `If you can read this, notifications of the lab ${world.name} reach you.\n\n${mark}`,
    severity: 'info',
    alarms: [],
    passed: 0,
    at: world.now(),
  };
}

const mark = 'This is a simulated datacenter. Nothing real is in danger.';

/** Priority says what comes first; severity decides between equals. */
const rank = ({ priority, severity }: Alarm): number =>
  priority * 10 + severitySchema.options.indexOf(severity);

const explains = (world: World, { id }: Alarm): string => {
  const children = world.alarms.childCount(id);
  return children === 0 ? '' : ` (explains ${children} more)`;
};

function titleOf(world: World, alarm: Alarm, kind: Bulletin['kind']): string {
  const late = kind === 'escalated' ? 'unacknowledged: ' : '';
  return `${alarm.severity.toUpperCase()} ${late}${placeOf(world, alarm)}${alarm.message}${explains(world, alarm)}`;
}

/** The thing's name, where the message does not begin with it anyway; every rack has a PDU of the same name. */
function placeOf({ inventory }: World, { source, message }: Alarm): string {
  const thing = inventory.get(source);
  if (thing === undefined || message.includes(thing.name)) return '';
  const isPart = thing.kind === 'pdu' || thing.kind === 'battery';
  const holder = isPart && thing.parent !== null ? inventory.get(thing.parent) : undefined;
  return holder === undefined ? `${thing.name}: ` : `${holder.name} ${thing.name}: `;
}

function digestTitle(alarms: readonly Alarm[], passed: number): string {
  const count = alarms.length + passed;
  if (alarms.length === 0) return `${count} alarm${count === 1 ? '' : 's'} came and went`;
  const critical = alarms.filter(({ severity }) => severity === 'critical').length;
  const first = alarms[0] === undefined ? '' : `: ${alarms[0].message} …`;
  return `${count} alarms, ${critical} critical${first}`;
}

function digestBody(world: World, alarms: readonly Alarm[], passed: number): string {
  const lines = alarms
    .slice(0, listed)
    .map((alarm) => `- ${titleOf(world, alarm, 'rang')} · ${timeText(alarm.raisedAt)}`);
  const rest = alarms.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more`);
  if (passed > 0 && alarms.length > 0) lines.push(`${passed} more came and went by themselves.`);
  return [...lines, '', mark].join('\n');
}

function bodyOf(world: World, alarm: Alarm): string {
  const rule = world.rules.get(alarm.rule);
  const lines = [
    `${placeOf(world, alarm)}${alarm.message}${explains(world, alarm)}`,
    `Since ${timeText(alarm.raisedAt)} of the lab ${world.name}, ${alarm.id}, priority ${alarm.priority}.`,
  ];
  if (rule !== undefined)
    lines.push(
      '',
      `What to do: ${rule.action}`,
      `Otherwise: ${rule.consequence}`,
      `Usual cause: ${rule.cause}`,
    );
  return [...lines, '', mark].join('\n');
}

const timeText = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
