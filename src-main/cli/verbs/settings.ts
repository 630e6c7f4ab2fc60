import { parse } from 'yaml';
import type { Settings } from '../../../sim/contract/settings.ts';
import { done, misused, notFound, type Outcome } from '../outcome.ts';
import { documentFlag, jsonText, yamlText } from '../show.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Branch } from '../verb.ts';

const show = leaf({
  name: 'show',
  summary: 'What this machine does beside the lab',
  about: 'YAML, each name a step of the PATH that `dvm settings set` takes.',
  examples: ['dvm settings', 'dvm settings show -o json'],
  flags: { output: documentFlag },
  run: async (call, { output }) => {
    const client = await call.host();
    if (!client.ok) return client;
    const settings = await client.value.query('settings', {});
    if (!settings.ok) return settings;
    call.console.data(output === 'json' ? jsonText(settings.value) : yamlText(settings.value));
    return done;
  },
});

const set = leaf({
  name: 'set',
  summary: 'Change some of it',
  about:
    'Each word is PATH=VALUE. Where there is a text now, VALUE is that text; elsewhere it is YAML, so that lists can be given too. All of it is changed or nothing.',
  examples: [
    'dvm settings set faces.snmp.state=on faces.nut.state=on',
    'dvm settings set history.rawDays=14',
    "dvm settings set 'notify.webhooks=[{ url: http://127.0.0.1:9000/hook, least: critical }]'",
  ],
  operands: [{ label: 'PATH=VALUE', times: 'some', help: 'What shall be what' }],
  run: async (call, _flags, words) => {
    const changes: Change[] = [];
    for (const word of words) {
      const change = /^([^=]+)=(.*)$/s.exec(word);
      if (change === null) return misused(`${word} is not PATH=VALUE`, 'dvm settings shows the paths');
      changes.push({ path: (change[1] ?? '').split('.'), said: change[2] ?? '' });
    }
    const client = await call.host();
    if (!client.ok) return client;
    const settings = await client.value.query('settings', {});
    if (!settings.ok) return settings;
    const patch: Section = {};
    for (const change of changes) {
      const value = valueOf(settings.value, change);
      if (!value.ok) return value;
      put(patch, change.path, value.value);
    }
    const changed = await client.value.desk({ type: 'desk.configure', patch });
    if (!changed.ok) return changed;
    call.console.words(`Changed ${changes.map(({ path }) => path.join('.')).join(', ')}.`);
    return done;
  },
});

type Change = { readonly path: readonly string[]; readonly said: string };
type Section = Record<string, unknown>;

const isSection = (value: unknown): value is Section =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is there now says how the new value is meant. */
function valueOf(settings: Settings, { path, said }: Change): Outcome<unknown> {
  let now: unknown = settings;
  for (const [depth, step] of path.entries()) {
    const before = path.slice(0, depth).join('.');
    if (!isSection(now)) {
      const whole = Array.isArray(now) ? `${before} is a list: give it as a whole` : `${before} has no parts`;
      return misused(whole);
    }
    if (!Object.hasOwn(now, step))
      return notFound(
        `There is no setting ${path.slice(0, depth + 1).join('.')}`,
        didYouMean(step, Object.keys(now)) ?? `There are ${Object.keys(now).join(', ')}`,
      );
    now = now[step];
  }
  if (isSection(now)) return misused(`${path.join('.')} is a section: it has ${Object.keys(now).join(', ')}`);
  if (typeof now === 'string') return { ok: true, value: said };
  try {
    return { ok: true, value: parse(said) as unknown };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : undefined;
    return misused(`${path.join('.')}=${said}: the value is no YAML`, why);
  }
}

/** Every step is one that the settings have, so none of them reaches what every object inherits. */
function put(into: Section, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const inside = into[first];
  const next: Section = isSection(inside) ? inside : {};
  into[first] = next;
  put(next, rest, value);
}

export const settingsVerb: Branch = {
  kind: 'branch',
  name: 'settings',
  summary: 'Switch faces, mappers, mail and the like on and off',
  leaves: [show, set],
  fallback: 'show',
};
