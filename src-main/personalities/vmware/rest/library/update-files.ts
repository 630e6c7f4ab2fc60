/** The files of an update session: announced, looked after, taken back. */
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, numberIn, textIn } from '../rest-call.ts';
import type { Fields, Operation, RestCall } from '../rest-call.ts';
import { itemOf, write } from './book.ts';
import type { Checksum } from './book.ts';
import { dataPath } from './data-path.ts';
import { namedIn } from './guarded.ts';
import { isAlgorithm, sourceOf } from './pull.ts';
import { fileNamed, filesIn, goneFile, keptFile, keptSession } from './transfer-book.ts';
import type { Source, UpdateFile } from './transfer-book.ts';
import type { TransferDesk } from './transfer-desk.ts';
import { gapsIn } from './update-end.ts';
import { newFile } from './update-file.ts';
import { activeSession, sessionAsked } from './sessions.ts';

const fileData = ({ request }: RestCall, file: UpdateFile): object => ({
  name: file.name,
  source_type: file.source === null ? 'PUSH' : 'PULL',
  status: file.status,
  bytes_transferred: file.transferred,
  ...(file.size === null ? {} : { size: file.size }),
  ...(file.checksum === null ? {} : { checksum_info: file.checksum }),
  ...(file.source?.is === 'url'
    ? { source_endpoint: { uri: file.source.url, ssl_certificate_thumbprint: file.source.thumbprint } }
    : {}),
  ...(file.source === null
    ? { upload_endpoint: { uri: `${request.origin}${dataPath(file.transfer, file.name)}` } }
    : {}),
  ...(file.error === ''
    ? {}
    : { error_message: { id: 'com.vmware.content.transfer', default_message: file.error, args: [] } }),
});

function checksumIn(spec: Fields): Reply<Checksum | null> {
  const info = fieldsIn(spec, 'checksum_info');
  const checksum = textIn(info, 'checksum');
  if (checksum === undefined) return told(null);
  const algorithm = textIn(info, 'algorithm') ?? 'SHA1';
  return isAlgorithm(algorithm)
    ? told({ algorithm: algorithm.toUpperCase(), checksum })
    : refuse('invalid_argument', `There is no checksum '${algorithm}' here: MD5, SHA1, SHA256 or SHA512.`);
}

function nameIn(spec: Fields): Reply<string> {
  const name = textIn(spec, 'name') ?? '';
  return name === '' ||
    name.length > 255 ||
    /[/\\\0]/.test(name) ||
    !name.isWellFormed() ||
    name === '.' ||
    name === '..'
    ? refuse('invalid_argument', `'${name}' cannot be the name of a file.`)
    : told(name);
}

/** null: the client sends it. */
function sourceIn(call: RestCall, spec: Fields): Reply<Source | null> {
  const type = textIn(spec, 'source_type') ?? '';
  if (type === 'PUSH') return told(null);
  if (type !== 'PULL')
    return refuse('invalid_argument', `A file comes by PUSH or by PULL, not by '${type}'.`);
  const endpoint = fieldsIn(spec, 'source_endpoint');
  return sourceOf(call, textIn(endpoint, 'uri') ?? '', textIn(endpoint, 'ssl_certificate_thumbprint') ?? '');
}

async function add(desk: TransferDesk, call: RestCall): Promise<Reply> {
  const asked = activeSession(call, 'update');
  if (!asked.ok) return asked;
  const session = asked.value.id;
  const spec = namedIn(call, 'file_spec');
  const name = nameIn(spec);
  if (!name.ok) return name;
  const checksum = checksumIn(spec);
  if (!checksum.ok) return checksum;
  const source = sourceIn(call, spec);
  if (!source.ok) return source;
  const before = fileNamed(call.vc, session, name.value);
  const size = source.value === null ? (numberIn(spec, 'size') ?? null) : null;
  const file = newFile({ session, name: name.value, source: source.value, checksum: checksum.value, size });
  const did = await write(call, [...(before === undefined ? [] : [goneFile(before)]), keptFile(file)]);
  if (!did.ok) return did;
  desk.resume(call, session);
  return told(fileData(call, file));
}

const named = ({ params, body }: RestCall): string =>
  params['file'] ?? textIn(body, 'file_name') ?? textIn(body, 'name') ?? '';

function get(call: RestCall): Reply {
  const asked = sessionAsked(call, 'update');
  if (!asked.ok) return asked;
  const file = fileNamed(call.vc, asked.value.id, named(call));
  return file === undefined
    ? refuse('not_found', `The session has no file '${named(call)}'.`)
    : told(fileData(call, file));
}

const list = (call: RestCall): Reply => {
  const asked = sessionAsked(call, 'update');
  return asked.ok ? told(filesIn(call.vc, asked.value.id).map((file) => fileData(call, file))) : asked;
};

/** One that was announced is forgotten; one of the item goes when the session ends. */
async function remove(call: RestCall): Promise<Reply> {
  const asked = activeSession(call, 'update');
  if (!asked.ok) return asked;
  const session = asked.value;
  const file = fileNamed(call.vc, session.id, named(call));
  if (file !== undefined) return write(call, [goneFile(file)]);
  const item = itemOf(call.vc, session.item);
  if (item?.files.some(({ name }) => name === named(call)) !== true)
    return refuse('not_found', `Neither the session nor the item has a file '${named(call)}'.`);
  return write(call, [keptSession('update', { ...session, removed: [...session.removed, named(call)] })]);
}

async function validate(desk: TransferDesk, call: RestCall): Promise<Reply> {
  const asked = activeSession(call, 'update');
  if (!asked.ok) return asked;
  const { vc, caller } = call;
  const item = itemOf(vc, asked.value.item);
  if (item === undefined) return refuse('not_found', 'The item was removed meanwhile.');
  const files = filesIn(vc, asked.value.id);
  const failed = files.filter(({ status }) => status === 'ERROR');
  const ready = files.filter(({ status }) => status === 'READY');
  const came = ready.map(({ name, sha, transferred }) => ({
    name,
    sha,
    size: transferred,
    checksum: { algorithm: 'SHA256', checksum: sha },
  }));
  // What is in an archive is known when the session ends.
  const isArchive = ready.some(({ name }) => name.toLowerCase().endsWith('.ova'));
  const { missing, problem } = isArchive
    ? { missing: [], problem: '' }
    : await gapsIn({ vc, caller, blobs: desk.blobs }, item, came);
  const invalid = [
    ...failed.map(({ name, error }) => ({ name, error_message: words(error) })),
    ...(problem === '' ? [] : [{ name: item.name, error_message: words(problem) }]),
  ];
  return told({
    has_errors: invalid.length > 0 || missing.length > 0,
    missing_files: missing,
    invalid_files: invalid,
  });
}

const words = (text: string): object => ({
  id: 'com.vmware.content.transfer',
  default_message: text,
  args: [],
});

export function updateFileOperations(desk: TransferDesk): readonly Operation[] {
  const older = '/content/library/item/updatesession/file';
  const newer = '/content/library/item/update-session/{session}/file';
  const added: Operation['run'] = (call) => add(desk, call);
  const validated: Operation['run'] = (call) => validate(desk, call);
  return [
    { on: `GET ${older}`, run: list },
    { on: `POST ${older}/{session}`, action: 'add', run: added },
    { on: `POST ${older}/{session}`, action: 'get', run: get },
    { on: `POST ${older}/{session}`, action: 'remove', run: remove },
    { on: `POST ${older}/{session}`, action: 'validate', run: validated },
    { on: `GET ${newer}`, run: list },
    { on: `POST ${newer}`, run: added },
    { on: `POST ${newer}`, action: 'validate', run: validated },
    { on: `GET ${newer}/{file}`, run: get },
    { on: `DELETE ${newer}/{file}`, run: remove },
  ];
}
