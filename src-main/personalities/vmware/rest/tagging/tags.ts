import { randomUUID } from 'node:crypto';
import { madeNew, noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { param, specIn, textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { categoryOf, mirror, objectsWith, tagItem, tagOf, tagsOf, withoutTag, write } from './book.ts';
import type { Tag } from './book.ts';

const path = '/cis/tagging/tag';

const taken = (name: string): Reply<never> =>
  refuse('already_exists', `The category has a tag '${name}' already.`, 'com.vmware.cis.tagging.duplicate');

async function create(call: RestCall): Promise<Reply> {
  const spec = specIn(call);
  const name = textIn(spec, 'name') ?? '';
  if (name.trim() === '') return refuse('invalid_argument', 'A tag needs a name.');
  const category = categoryOf(call.vc, textIn(spec, 'category_id') ?? '');
  if (category === undefined) return noSuch('category', textIn(spec, 'category_id') ?? '');
  if (tagsOf(call.vc).some((each) => each.name === name && each.category_id === category.id))
    return taken(name);
  const tag: Tag = {
    id: textIn(spec, 'tag_id') ?? `urn:vmomi:InventoryServiceTag:${randomUUID()}:GLOBAL`,
    category_id: category.id,
    name,
    description: textIn(spec, 'description') ?? '',
    used_by: [],
  };
  const did = await write(call, [tagItem(tag)]);
  return did.ok ? madeNew(tag.id) : did;
}

const withTag =
  (run: (call: RestCall, tag: Tag) => Reply | Promise<Reply>) =>
  (call: RestCall): Reply | Promise<Reply> => {
    const id = param(call, 'tag');
    const tag = tagOf(call.vc, id);
    return tag === undefined ? noSuch('tag', id) : run(call, tag);
  };

async function update(call: RestCall, tag: Tag): Promise<Reply> {
  const spec = specIn(call);
  const name = textIn(spec, 'name') ?? tag.name;
  const isTaken = (each: Tag): boolean =>
    each.name === name && each.category_id === tag.category_id && each.id !== tag.id;
  if (tagsOf(call.vc).some(isTaken)) return taken(name);
  const description = textIn(spec, 'description') ?? tag.description;
  const did = await write(call, [tagItem({ ...tag, name, description })]);
  if (did.ok && name !== tag.name)
    await mirror(call, objectsWith(call.vc, tag.id), { before: tag.name, after: name });
  return did;
}

async function remove(call: RestCall, tag: Tag): Promise<Reply> {
  const objects = objectsWith(call.vc, tag.id);
  const did = await write(call, withoutTag(call.vc, tag.id));
  if (did.ok) await mirror(call, objects, { before: tag.name, after: null });
  return did;
}

function ofCategory(call: RestCall): Reply {
  const id = call.params['tag'] ?? textIn(call.body, 'category_id') ?? '';
  if (categoryOf(call.vc, id) === undefined) return noSuch('category', id);
  return told(
    tagsOf(call.vc)
      .filter((tag) => tag.category_id === id)
      .map((tag) => tag.id),
  );
}

const used: Operation['run'] = (call) => {
  const by = textIn(call.body, 'used_by_entity') ?? '';
  return told(
    tagsOf(call.vc)
      .filter(({ used_by }) => used_by.includes(by))
      .map(({ id }) => id),
  );
};

const usedAfter = (change: (before: readonly string[], by: string) => readonly string[]) =>
  withTag((call, tag) => {
    const by = textIn(call.body, 'used_by_entity') ?? '';
    return write(call, [tagItem({ ...tag, used_by: change(tag.used_by, by) })]);
  });

export const tagOperations: readonly Operation[] = [
  { on: `GET ${path}`, run: ({ vc }) => told(tagsOf(vc).map(({ id }) => id)) },
  { on: `POST ${path}`, run: create },
  { on: `POST ${path}`, action: 'list-used-tags', run: used },
  { on: `POST ${path}`, action: 'list-tags-for-category', run: ofCategory },
  { on: `POST ${path}/{tag}`, action: 'list-tags-for-category', run: ofCategory },
  { on: `GET ${path}/{tag}`, run: withTag((_, tag) => told(tag)) },
  { on: `PATCH ${path}/{tag}`, run: withTag(update) },
  { on: `DELETE ${path}/{tag}`, run: withTag(remove) },
  {
    on: `POST ${path}/{tag}`,
    action: 'add-to-used-by',
    run: usedAfter((before, by) => [...new Set([...before, by])]),
  },
  {
    on: `POST ${path}/{tag}`,
    action: 'remove-from-used-by',
    run: usedAfter((before, by) => before.filter((each) => each !== by)),
  },
];
