import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { basename } from '../session.ts';
import type { Unit } from './unit.ts';
import { unitOf } from './unit.ts';
import { parseUnitFile, valuesIn } from './unit-file.ts';

/** Where units are looked for, the first that has it wins. */
export const unitDirectories = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/run/systemd/generator',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
] as const;
export const ownDirectory = '/etc/systemd/system';

/** `nginx` is `nginx.service`. */
export const fullName = (name: Bytes): Bytes =>
  /\.(service|target|timer|socket|mount|swap|path|slice|scope)$/.test(name) ? name : `${name}.service`;

export type Found =
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'masked'; readonly name: Bytes; readonly path: Bytes }
  | { readonly kind: 'absent'; readonly name: Bytes };

export function findUnit(system: System, asked: Bytes): Found {
  const place = placeOf(system, asked);
  if (place === null) return { kind: 'absent', name: asked };
  const resolved = system.files.resolve(place);
  if (!resolved.ok) return { kind: 'absent', name: asked };
  if (resolved.value === '/dev/null') return { kind: 'masked', name: asked, path: place };
  const name = basename(resolved.value);
  const content = system.files.readFile(resolved.value);
  if (!content.ok) return { kind: 'absent', name: asked };
  const dropIns = dropInsOf(system, name);
  const texts = dropIns.map((path) => textAt(system, path));
  const path = shownPath(resolved.value);
  const wants = linkedTo(system, name, 'wants');
  const requires = linkedTo(system, name, 'requires');
  const all = [content.value, ...texts];
  const unit = system.library.of(
    'unit',
    [name, path, ...dropIns, ...wants, ...requires, ...all].join('\0'),
    () => unitOf({ name, path, dropIns, file: parseUnitFile(all), wants, requires }),
  );
  return { kind: 'unit', unit };
}

/** As systemctl shows it where /lib is a name of /usr/lib. */
const shownPath = (path: Bytes): Bytes => path.replace(/^\/usr\/lib\/systemd/, '/lib/systemd');

function textAt(system: System, path: Bytes): Bytes {
  const content = system.files.readFile(path);
  return content.ok ? content.value : '';
}

export function placeOf(system: System, name: Bytes): Bytes | null {
  for (const directory of unitDirectories) {
    const path = `${directory}/${name}`;
    if (system.files.linkStat(path).ok) return path;
  }
  return null;
}

function listed(system: System, directory: Bytes): readonly Bytes[] {
  const entries = system.files.list(directory);
  return entries.ok ? entries.value.map(({ name }) => name).toSorted() : [];
}

function dropInsOf(system: System, name: Bytes): readonly Bytes[] {
  const found = new Map<Bytes, Bytes>();
  for (const directory of unitDirectories.toReversed())
    for (const file of listed(system, `${directory}/${name}.d`))
      if (file.endsWith('.conf')) found.set(file, `${directory}/${name}.d/${file}`);
  return [...found.keys()].toSorted().map((file) => found.get(file) ?? '');
}

/** What is linked into a target's directories. */
const linkedTo = (system: System, name: Bytes, how: 'wants' | 'requires'): readonly Bytes[] =>
  unitDirectories.flatMap((directory) => listed(system, `${directory}/${name}.${how}`));

export function allUnitNames(system: System): readonly Bytes[] {
  const names = new Set<Bytes>();
  for (const directory of unitDirectories)
    for (const name of listed(system, directory)) if (fullName(name) === name) names.add(name);
  return [...names].toSorted();
}

export type Installation = {
  readonly name: Bytes;
  readonly place: Bytes;
  readonly wantedBy: readonly Bytes[];
  readonly requiredBy: readonly Bytes[];
  readonly aliases: readonly Bytes[];
};

/** What a unit's [Install] says; null: there is no such unit. */
export function installationOf(system: System, asked: Bytes): Installation | null {
  const place = placeOf(system, asked);
  if (place === null) return null;
  const resolved = system.files.resolve(place);
  if (!resolved.ok) return null;
  const file = parseUnitFile([textAt(system, resolved.value)]);
  const list = (key: Bytes): readonly Bytes[] =>
    valuesIn(file, 'Install', key).flatMap((value) => value.split(/\s+/));
  return {
    name: basename(resolved.value),
    place: shownPath(resolved.value),
    wantedBy: list('WantedBy'),
    requiredBy: list('RequiredBy'),
    aliases: list('Alias'),
  };
}

export type Enablement = 'enabled' | 'disabled' | 'static' | 'masked' | 'alias' | 'not-found';

export function enablementOf(system: System, asked: Bytes): Enablement {
  const place = placeOf(system, asked);
  if (place === null) return 'not-found';
  const resolved = system.files.resolve(place);
  if (resolved.ok && resolved.value === '/dev/null') return 'masked';
  const installation = installationOf(system, asked);
  if (installation === null) return 'not-found';
  if (installation.name !== asked) return 'alias';
  if (linksOf(installation).some((path) => system.files.linkStat(path).ok)) return 'enabled';
  return [...installation.wantedBy, ...installation.requiredBy, ...installation.aliases].length === 0
    ? 'static'
    : 'disabled';
}

/** The links that `enable` makes. */
export const linksOf = ({ name, wantedBy, requiredBy, aliases }: Installation): readonly Bytes[] => [
  ...aliases.map((alias) => `${ownDirectory}/${alias}`),
  ...wantedBy.map((target) => `${ownDirectory}/${target}.wants/${name}`),
  ...requiredBy.map((target) => `${ownDirectory}/${target}.requires/${name}`),
];

export const defaultTarget = (system: System): Bytes => {
  const place = placeOf(system, 'default.target');
  const resolved = place === null ? null : system.files.resolve(place);
  return resolved?.ok === true ? basename(resolved.value) : 'multi-user.target';
};
