/** `/content/library/item/file` and `…/storage`: what an item holds, and where it lies. */
import { refuse, told } from '../reply.ts';
import { textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import type { Item, LibraryFile } from './book.ts';
import { may, withItem } from './guarded.ts';
import { fileData, storageData } from './told.ts';

type Write = (call: RestCall, item: Item, file: LibraryFile) => object;

const listed = (write: Write): Operation['run'] =>
  withItem((call, item) => told(item.files.map((file) => write(call, item, file))));

const one = (write: Write): Operation['run'] =>
  withItem((call, item) => {
    const { params, body, query } = call;
    const name =
      params['file'] ?? textIn(body, 'name') ?? textIn(body, 'file_name') ?? query.get('file_name') ?? '';
    const file = item.files.find((each) => each.name === name);
    return file === undefined
      ? refuse('not_found', `${item.name} has no file '${name}'.`)
      : told(write(call, item, file));
  });

const asFile: Write = (_, __, file) => fileData(file);
const asStored: Write = ({ vc }, item, file) => storageData(vc, item, file);

export const itemFileOperations: readonly Operation[] = [
  { on: 'GET /content/library/item/file', run: listed(asFile) },
  { on: 'POST /content/library/item/file/{item}', action: 'get', run: one(asFile) },
  { on: 'GET /content/library/item/{item}/file', run: listed(asFile) },
  { on: 'GET /content/library/item/{item}/file/{file}', run: one(asFile) },
  { on: 'GET /content/library/item/storage', run: may('ReadStorage', listed(asStored)) },
  { on: 'POST /content/library/item/storage/{item}', action: 'get', run: may('ReadStorage', one(asStored)) },
  { on: 'GET /content/library/item/{item}/storage', run: may('ReadStorage', listed(asStored)) },
  { on: 'GET /content/library/item/{item}/storage/{file}', run: may('ReadStorage', one(asStored)) },
];
