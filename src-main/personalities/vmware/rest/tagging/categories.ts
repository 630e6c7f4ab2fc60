import { randomUUID } from 'node:crypto';
import { madeNew, noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { param, specIn, textIn, textsIn } from '../rest-call.ts';
import type { Fields, Operation, RestCall } from '../rest-call.ts';
import {
  categoriesOf,
  categoryItem,
  categoryOf,
  mirror,
  noCategory,
  objectsWith,
  tagsOf,
  withoutTag,
  write,
} from './book.ts';
import type { Category } from './book.ts';

const path = '/cis/tagging/category';

const taken = (name: string): Reply<never> =>
  refuse(
    'already_exists',
    `A category with the name '${name}' already exists.`,
    'com.vmware.cis.tagging.duplicate',
  );

async function create(call: RestCall): Promise<Reply> {
  const spec = specIn(call);
  const name = textIn(spec, 'name') ?? '';
  if (name.trim() === '') return refuse('invalid_argument', 'A category needs a name.');
  if (categoriesOf(call.vc).some((each) => each.name === name)) return taken(name);
  const cardinality = cardinalityIn(spec, 'SINGLE');
  if (!cardinality.ok) return cardinality;
  const given = textIn(spec, 'category_id');
  const category: Category = {
    id: given ?? `urn:vmomi:InventoryServiceCategory:${randomUUID()}:GLOBAL`,
    name,
    description: textIn(spec, 'description') ?? '',
    cardinality: cardinality.value,
    associable_types: textsIn(spec, 'associable_types'),
    used_by: [],
  };
  const did = await write(call, [categoryItem(category)]);
  return did.ok ? madeNew(category.id) : did;
}

function cardinalityIn(spec: Fields, usual: Category['cardinality']): Reply<Category['cardinality']> {
  const word = textIn(spec, 'cardinality') ?? usual;
  return word === 'SINGLE' || word === 'MULTIPLE'
    ? told(word)
    : refuse('invalid_argument', `The cardinality of a category is SINGLE or MULTIPLE, not '${word}'.`);
}

const withCategory =
  (run: (call: RestCall, category: Category) => Reply | Promise<Reply>) =>
  (call: RestCall): Reply | Promise<Reply> => {
    const id = param(call, 'category');
    const category = categoryOf(call.vc, id);
    return category === undefined ? noSuch('category', id) : run(call, category);
  };

/** Types may be added, and SINGLE may become MULTIPLE; the other ways would part what hangs already. */
async function update(call: RestCall, category: Category): Promise<Reply> {
  const spec = specIn(call);
  const name = textIn(spec, 'name') ?? category.name;
  if (categoriesOf(call.vc).some((each) => each.name === name && each.id !== category.id)) return taken(name);
  const cardinality = cardinalityIn(spec, category.cardinality);
  if (!cardinality.ok) return cardinality;
  if (category.cardinality === 'MULTIPLE' && cardinality.value === 'SINGLE')
    return refuse('invalid_argument', 'The cardinality of a category cannot go from MULTIPLE to SINGLE.');
  const types = 'associable_types' in spec ? textsIn(spec, 'associable_types') : category.associable_types;
  const lost = category.associable_types.filter((type) => types.length > 0 && !types.includes(type));
  if (lost.length > 0)
    return refuse(
      'invalid_argument',
      `Types of a category can only be added; ${lost.join(', ')} would be lost.`,
    );
  const description = textIn(spec, 'description') ?? category.description;
  const after = { ...category, name, description, cardinality: cardinality.value, associable_types: types };
  return write(call, [categoryItem(after)]);
}

async function remove(call: RestCall, category: Category): Promise<Reply> {
  const { vc } = call;
  for (const tag of tagsOf(vc).filter((each) => each.category_id === category.id)) {
    const objects = objectsWith(vc, tag.id);
    const did = await write(call, withoutTag(vc, tag.id));
    if (!did.ok) return did;
    await mirror(call, objects, { before: tag.name, after: null });
  }
  return write(call, [noCategory(category.id)]);
}

const used: Operation['run'] = (call) => {
  const by = textIn(call.body, 'used_by_entity') ?? '';
  return told(
    categoriesOf(call.vc)
      .filter(({ used_by }) => used_by.includes(by))
      .map(({ id }) => id),
  );
};

const usedAfter = (change: (before: readonly string[], by: string) => readonly string[]) =>
  withCategory((call, category) => {
    const by = textIn(call.body, 'used_by_entity') ?? '';
    return write(call, [categoryItem({ ...category, used_by: change(category.used_by, by) })]);
  });

export const categoryOperations: readonly Operation[] = [
  { on: `GET ${path}`, run: ({ vc }) => told(categoriesOf(vc).map(({ id }) => id)) },
  { on: `POST ${path}`, run: create },
  { on: `POST ${path}`, action: 'list-used-categories', run: used },
  { on: `GET ${path}/{category}`, run: withCategory((_, category) => told(category)) },
  { on: `PATCH ${path}/{category}`, run: withCategory(update) },
  { on: `DELETE ${path}/{category}`, run: withCategory(remove) },
  {
    on: `POST ${path}/{category}`,
    action: 'add-to-used-by',
    run: usedAfter((before, by) => [...new Set([...before, by])]),
  },
  {
    on: `POST ${path}/{category}`,
    action: 'remove-from-used-by',
    run: usedAfter((before, by) => before.filter((each) => each !== by)),
  },
  {
    on: `POST ${path}/{category}`,
    action: 'revoke-propagating-permissions',
    run: withCategory(() => refuse('unsupported', 'Permissions on categories are not simulated.')),
  },
];
