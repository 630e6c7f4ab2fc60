import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { labCardSchema, type LabCard } from '../sim/contract/desk.ts';
import { labIdSchema, type LabId } from '../sim/contract/ids.ts';
import { accepted, refused, type Result } from '../sim/contract/result.ts';
import { asSimMillis, asTick, type WallMillis } from '../sim/contract/units.ts';
import { isHeld } from './lab-held.ts';
import { busyRefusal } from './lab-owner.ts';
import { bytesOf } from './open-database.ts';

/** Where a lab lives under the data directory. */
export type LabPlace = { readonly directory: string; readonly world: string; readonly history: string };

export function placeOf(dataDirectory: string, id: LabId): LabPlace {
  const directory = join(dataDirectory, 'labs', id);
  return { directory, world: join(directory, 'world.db'), history: join(directory, 'history.db') };
}

/** What `lab.json` keeps, so that a list of labs opens no database. It is a cache: the host writes it, nobody trusts it. */
const cardFileSchema = labCardSchema.omit({ id: true, open: true, bytes: true });
export type CardFile = Pick<LabCard, 'name' | 'seed' | 'racks' | 'tick' | 'at' | 'changedAt' | 'damage'>;

export function writeCard(dataDirectory: string, id: LabId, card: CardFile): void {
  const file = join(placeOf(dataDirectory, id).directory, 'lab.json');
  const { name, seed, racks, tick, at, changedAt, damage } = card;
  writeFileSync(
    `${file}.part`,
    `${JSON.stringify({ name, seed, racks, tick, at, changedAt, damage }, null, 2)}\n`,
  );
  renameSync(`${file}.part`, file);
}

/** All labs, the one last changed first. `open` is the lab that this host holds. */
export function listLabs(dataDirectory: string, open: LabId | null): LabCard[] {
  const folder = join(dataDirectory, 'labs');
  if (!existsSync(folder)) return [];
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => labIdSchema.safeParse(name))
    .flatMap(({ data }) => (data === undefined ? [] : [data]));
  return ids.map((id) => cardOf(dataDirectory, id, open)).toSorted((a, b) => b.changedAt - a.changedAt);
}

function cardOf(dataDirectory: string, id: LabId, open: LabId | null): LabCard {
  const { directory, world, history } = placeOf(dataDirectory, id);
  const card = readCard(join(directory, 'lab.json')) ?? blankCard(id, directory);
  const damage = existsSync(world) ? card.damage : 'Its world.db is missing.';
  return { ...card, id, open: id === open, bytes: bytesOf(world) + bytesOf(history), damage };
}

function readCard(file: string): CardFile | null {
  try {
    return cardFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

const blankCard = (id: LabId, directory: string): CardFile => ({
  name: id,
  seed: '',
  racks: 0,
  tick: asTick(0),
  at: asSimMillis(0),
  changedAt: Math.floor(statSync(directory).mtimeMs) as WallMillis,
  damage: null,
});

const longestSlug = 40;
/** Folders that Windows will not have. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A lab's name as a folder's: `Nördlich 2` becomes `nordlich-2`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^-+|-+$/g, '');
  if (plain === '') return 'lab';
  return reserved.test(plain) ? `lab-${plain}` : plain;
}

/** An id that no lab has yet. */
export function freeLabId(dataDirectory: string, name: string): LabId {
  const slug = slugOf(name);
  for (let number = 1; ; number += 1) {
    const id = labIdSchema.parse(number === 1 ? slug : `${slug}-${number}`);
    if (!existsSync(placeOf(dataDirectory, id).directory)) return id;
  }
}

export type Deletion = { readonly dataDirectory: string; readonly id: LabId; readonly now: WallMillis };

/** Moves the lab's folder into `trash/`, from where a person can take it back. Returns where it is now. */
export function deleteLab({ dataDirectory, id, now }: Deletion): Result<string> {
  const { directory, world } = placeOf(dataDirectory, id);
  if (!existsSync(directory)) return refused('not-found', `There is no lab ${id}.`);
  if (existsSync(world) && isHeld(world)) return busyRefusal(world);
  const trash = join(dataDirectory, 'trash');
  mkdirSync(trash, { recursive: true });
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  let target = join(trash, `${id}-${stamp}`);
  for (let number = 2; existsSync(target); number += 1) target = join(trash, `${id}-${stamp}-${number}`);
  renameSync(directory, target);
  return accepted(target);
}
