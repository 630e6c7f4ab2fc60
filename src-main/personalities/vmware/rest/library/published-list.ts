/** `/cls/vcsp/lib/{library}`: a published library, as subscribers read it (lib.json, items.json, files). */
import { sendContent } from '../../files/send-content.ts';
import type { Incoming } from '../../server/incoming.ts';
import type { Outgoing } from '../../server/outgoing.ts';
import { isoOf } from '../../wire/value.ts';
import { itemsOf, libraryOf } from './book.ts';
import type { Hand, Item, Library } from './book.ts';
import { mayRead } from './publisher.ts';
import { contentIn } from './shelf.ts';

type Wire = { readonly request: Incoming; readonly answer: Outgoing };

const say = (answer: Outgoing, status: number, text: string): Promise<void> =>
  answer.send(status, 'text/plain; charset=utf-8', `${text}\n`);

const json = (answer: Outgoing, value: object): Promise<void> =>
  answer.send(200, 'application/json', JSON.stringify(value));

/** `steps`: what stands in the path behind `vcsp`. */
export async function answerPublished(hand: Hand, steps: readonly string[], wire: Wire): Promise<void> {
  const { request, answer } = wire;
  const [lib = '', id = '', ...rest] = steps;
  const library = lib === 'lib' ? libraryOf(hand.vc, id) : undefined;
  const publication = library?.publication;
  if (library === undefined || publication?.isPublished !== true)
    return say(answer, 404, 'No library is published here.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return say(answer, 405, 'What is published is read only.');
  if (!(await mayRead(publication, credentialsIn(request)))) {
    answer.header('www-authenticate', 'Basic realm="VCSP"');
    return say(answer, 401, 'The publisher asks for a name and a password.');
  }
  return answerPart(hand, library, { rest, wire });
}

function credentialsIn({ headers }: Incoming): { readonly user: string; readonly password: string } {
  const encoded = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const text = Buffer.from(encoded, 'base64').toString();
  const at = text.indexOf(':');
  return at < 0 ? { user: '', password: '' } : { user: text.slice(0, at), password: text.slice(at + 1) };
}

type Asked = { readonly rest: readonly string[]; readonly wire: Wire };

async function answerPart(hand: Hand, library: Library, { rest, wire }: Asked): Promise<void> {
  const { request, answer } = wire;
  const [first = 'lib.json', name] = rest;
  const items = itemsOf(hand.vc, library.id).filter(({ template }) => template === null);
  if (name === undefined && (first === 'lib.json' || first === '')) return json(answer, listOf(library));
  if (name === undefined && first === 'items.json') return json(answer, { items: items.map(itemOf) });
  const item = items.find(({ id }) => id === first);
  if (item !== undefined && name === 'item.json') return json(answer, itemOf(item));
  const content = item === undefined || name === undefined ? undefined : contentIn(hand, item, name);
  return content === undefined
    ? say(answer, 404, 'The library has no such file.')
    : sendContent(content, request, answer);
}

const listOf = ({ id, name, version, created }: Library): object => ({
  vcspVersion: '2',
  version: String(version),
  contentVersion: String(version),
  name,
  id: `urn:uuid:${id}`,
  created: isoOf(created),
  capabilities: { transferIn: ['httpGet'], transferOut: ['httpGet'] },
  itemsHref: 'items.json',
});

const known = ['ovf', 'iso'];

const itemOf = (item: Item): object => ({
  id: `urn:uuid:${item.id}`,
  name: item.name,
  description: item.description,
  created: isoOf(item.created),
  version: String(item.metadataVersion),
  metadataVersion: String(item.metadataVersion),
  contentVersion: String(item.contentVersion),
  type: `vcsp.${known.includes(item.type) ? item.type : 'other'}`,
  properties: {},
  selfHref: `${item.id}/item.json`,
  files: item.files.map(({ name, size, checksum, version }) => ({
    name,
    size,
    etag: String(version),
    checksum,
    hrefs: [`${item.id}/${encodeURIComponent(name)}`],
  })),
});
