/** Which tags hang on what. */
import { noSuch, refuse, told } from '../reply.ts';
import type { Problem, Reply } from '../reply.ts';
import { isFields, listIn, textIn, textsIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import {
  categoryOf,
  isThere,
  mirror,
  objectItem,
  objectsWith,
  tagOf,
  tagsOf,
  tagsOn,
  write,
} from './book.ts';
import type { ObjectId, Tag } from './book.ts';

const path = '/cis/tagging/tag-association';

function objectOf(value: unknown): ObjectId | undefined {
  const type = isFields(value) ? textIn(value, 'type') : undefined;
  const id = isFields(value) ? textIn(value, 'id') : undefined;
  return type === undefined || id === undefined ? undefined : { type, id };
}

function askedObject(call: RestCall): Reply<ObjectId> {
  const object = objectOf(call.body.object_id);
  return object === undefined
    ? refuse('invalid_argument', 'object_id must have a type and an id.')
    : told(object);
}

const askedObjects = ({ body }: RestCall): readonly ObjectId[] =>
  listIn(body, 'object_ids').flatMap((value) => objectOf(value) ?? []);

async function hang(call: RestCall, tag: Tag, object: ObjectId): Promise<Reply<undefined>> {
  const { vc } = call;
  if (!isThere(vc, object)) return noSuch(object.type, object.id);
  const before = tagsOn(vc, object);
  if (before.includes(tag.id)) return told(undefined);
  const category = categoryOf(vc, tag.category_id);
  if (category === undefined) return noSuch('category', tag.category_id);
  if (category.associable_types.length > 0 && !category.associable_types.includes(object.type))
    return refuse(
      'invalid_argument',
      `Tags of the category '${category.name}' do not hang on a ${object.type}.`,
    );
  const other = before.map((id) => tagOf(vc, id)).find((each) => each?.category_id === category.id);
  if (category.cardinality === 'SINGLE' && other !== undefined)
    return refuse(
      'invalid_argument',
      `Only one tag of the category '${category.name}' may hang on a thing, and '${other.name}' does.`,
    );
  const did = await write(call, [objectItem(object, [...before, tag.id])]);
  if (did.ok) await mirror(call, [object], { before: null, after: tag.name });
  return did;
}

async function take(call: RestCall, tag: Tag, object: ObjectId): Promise<Reply<undefined>> {
  const before = tagsOn(call.vc, object);
  if (!before.includes(tag.id)) return told(undefined);
  const did = await write(call, [
    objectItem(
      object,
      before.filter((id) => id !== tag.id),
    ),
  ]);
  if (did.ok) await mirror(call, [object], { before: tag.name, after: null });
  return did;
}

type Doing = typeof hang;

const withTag =
  (run: (call: RestCall, tag: Tag) => Reply | Promise<Reply>) =>
  (call: RestCall): Reply | Promise<Reply> => {
    const id = call.params['tag'] ?? textIn(call.body, 'tag_id') ?? '';
    const tag = tagOf(call.vc, id);
    return tag === undefined ? noSuch('tag', id) : run(call, tag);
  };

const one = (doing: Doing) =>
  withTag((call, tag) => {
    const object = askedObject(call);
    return object.ok ? doing(call, tag, object.value) : object;
  });

const batch = (problems: readonly Problem[]): Reply =>
  told({
    success: problems.length === 0,
    error_messages: problems.map(({ kind, id, message }) => ({
      id: id === '' ? `vapi.std.errors.${kind}` : id,
      default_message: message,
      args: [],
    })),
  });

const toMany = (doing: Doing) =>
  withTag(async (call, tag) => {
    const problems: Problem[] = [];
    for (const object of askedObjects(call)) {
      const did = await doing(call, tag, object);
      if (!did.ok) problems.push(did.problem);
    }
    return batch(problems);
  });

const manyTo =
  (doing: Doing) =>
  async (call: RestCall): Promise<Reply> => {
    const object = askedObject(call);
    if (!object.ok) return object;
    const problems: Problem[] = [];
    for (const id of textsIn(call.body, 'tag_ids')) {
      const tag = tagOf(call.vc, id);
      const did = tag === undefined ? noSuch('tag', id) : await doing(call, tag, object.value);
      if (!did.ok) problems.push(did.problem);
    }
    return batch(problems);
  };

const isLive =
  (call: RestCall) =>
  (id: string): boolean =>
    tagOf(call.vc, id) !== undefined;

const onObject: Operation['run'] = (call) => {
  const object = askedObject(call);
  return object.ok ? told(tagsOn(call.vc, object.value).filter(isLive(call))) : object;
};

const onObjects: Operation['run'] = (call) =>
  told(
    askedObjects(call).flatMap((object_id) => {
      const tag_ids = tagsOn(call.vc, object_id).filter(isLive(call));
      return tag_ids.length === 0 ? [] : [{ object_id, tag_ids }];
    }),
  );

const withTags: Operation['run'] = (call) =>
  told(
    textsIn(call.body, 'tag_ids')
      .filter(isLive(call))
      .map((tag_id) => ({ tag_id, object_ids: objectsWith(call.vc, tag_id) })),
  );

/** The tags that may still be hung on it. */
const attachable: Operation['run'] = (call) => {
  const object = askedObject(call);
  if (!object.ok) return object;
  const { vc } = call;
  const on = tagsOn(vc, object.value);
  const full = new Set(on.flatMap((id) => tagOf(vc, id)?.category_id ?? []));
  const may = ({ id, category_id }: Tag): boolean => {
    const category = categoryOf(vc, category_id);
    if (category === undefined || on.includes(id)) return false;
    const fits =
      category.associable_types.length === 0 || category.associable_types.includes(object.value.type);
    return fits && !(category.cardinality === 'SINGLE' && full.has(category_id));
  };
  return told(
    tagsOf(vc)
      .filter(may)
      .map(({ id }) => id),
  );
};

const byTag = (action: string, run: Operation['run']): readonly Operation[] => [
  { on: `POST ${path}/{tag}`, action, run },
  { on: `POST ${path}`, action, run },
];

export const associationOperations: readonly Operation[] = [
  ...byTag('attach', one(hang)),
  ...byTag('detach', one(take)),
  ...byTag('attach-tag-to-multiple-objects', toMany(hang)),
  ...byTag('detach-tag-from-multiple-objects', toMany(take)),
  ...byTag(
    'list-attached-objects',
    withTag(({ vc }, tag) => told(objectsWith(vc, tag.id))),
  ),
  { on: `POST ${path}`, action: 'attach-multiple-tags-to-object', run: manyTo(hang) },
  { on: `POST ${path}`, action: 'detach-multiple-tags-from-object', run: manyTo(take) },
  { on: `POST ${path}`, action: 'list-attached-tags', run: onObject },
  { on: `POST ${path}`, action: 'list-attached-tags-on-objects', run: onObjects },
  { on: `POST ${path}`, action: 'list-attached-objects-on-tags', run: withTags },
  { on: `POST ${path}`, action: 'list-attachable-tags', run: attachable },
];
