import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { EngineImage } from '../../../sim/contract/engine.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { labels } from './box-plan.ts';
import { trying, unlessMissing } from './engine.ts';
import type { Engine } from './engine.ts';

/** What lies here already; what was kept of machines is no image to choose. */
export async function imagesOf({ docker }: Engine): Promise<EngineImage[]> {
  const found = await docker.listImages();
  return found
    .flatMap(({ RepoTags, Size, Labels }) =>
      (RepoTags ?? [])
        .filter((name) => !name.startsWith('<none>') && !name.startsWith('localhost/coldaisle-'))
        .map((name): EngineImage => {
          const init = Labels?.[labels.init] === 'systemd' ? 'systemd' : 'supervised';
          return { name, bytes: Size, init };
        }),
    )
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** A file that holds images with their names, or a mere tree of files, which gets the one it is given. */
export async function loadImage(
  engine: Engine,
  file: string,
  name: string | undefined,
): Promise<Result<string>> {
  const kind = await kindOfFile(file);
  if (!kind.ok) return kind;
  if (kind.value === 'images') return loaded(engine, file);
  if (name !== undefined) return importTree(engine, createReadStream(file), { name, init: null });
  return refused('invalid-input', `${file} is a tree of files without a name`, {
    where: 'order.name',
    hint: 'Name it, as localhost/mine/debian:12.',
  });
}

/** `docker save` and `podman save` write a manifest; its name stands in the first or the last block of headers. */
async function kindOfFile(file: string): Promise<Result<'images' | 'tree'>> {
  const size = 1_048_576;
  try {
    await using handle = await open(file);
    const { size: length } = await handle.stat();
    const head = await handle.read(Buffer.alloc(size), 0, size, 0);
    const tail = await handle.read(Buffer.alloc(size), 0, size, Math.max(0, length - size));
    const isMarked = [head, tail].some(({ buffer, bytesRead }) => {
      const text = buffer.toString('latin1', 0, bytesRead);
      return (
        text.includes('manifest.json\0') || text.includes('index.json\0') || text.includes('repositories\0')
      );
    });
    // What is packed cannot be looked into: images are then the better guess.
    const isPacked = [0x1f8b, 0x28b5, 0xfd37].includes(head.buffer.readUInt16BE(0));
    return accepted(isMarked || isPacked ? 'images' : 'tree');
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return refused('not-found', `The file cannot be read: ${words}`, { where: 'order.file' });
  }
}

async function loaded({ docker }: Engine, file: string): Promise<Result<string>> {
  const done = await trying('The images of the file', async () => {
    const answer = await docker.loadImage(file, { quiet: true });
    return textOf(answer);
  });
  if (!done.ok) return done;
  const name = /Loaded image(?: ID)?(?:\(s\))?: ?([^\s"\\,]+)/.exec(done.value)?.[1];
  if (name === undefined)
    return refused('invalid-input', `The engine found no image in ${file}`, { where: 'order.file' });
  return accepted(name);
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stream) text += Buffer.from(piece as Uint8Array).toString('utf8');
  return text;
}

type Naming = { readonly name: string; readonly init: 'systemd' | null };

export async function importTree(
  engine: Engine,
  tree: NodeJS.ReadableStream,
  { name, init }: Naming,
): Promise<Result<string>> {
  const made = await importUnnamed(engine, tree, init);
  return made.ok ? nameImage(engine, made.value, name) : made;
}

/** Its number. Podman gives an imported tree a name of its own: ours is put on by its number. */
export function importUnnamed(
  { docker }: Engine,
  tree: NodeJS.ReadableStream,
  init: Naming['init'],
): Promise<Result<string>> {
  return trying('The image', async () => {
    const changes = init === null ? [] : [`LABEL ${labels.init}=${init}`];
    const answer = await textOf(await docker.importImage(tree, changesOf(changes)));
    const id = /sha256:[0-9a-f]{64}|"(?:stream|status)":"([0-9a-f]{64})/.exec(answer);
    if (id === null) throw new Error(answer.trim().slice(0, 300));
    return id[1] ?? id[0];
  });
}

export function nameImage({ docker }: Engine, id: string, name: string): Promise<Result<string>> {
  return trying(`The image ${name}`, async () => {
    const [repo, tag] = splitName(name);
    await docker.getImage(id).tag({ repo, tag });
    return name;
  });
}

const changesOf = (changes: readonly string[]): object =>
  changes.length === 0 ? {} : { changes: changes.join('\n') };

export function splitName(name: string): readonly [repo: string, tag: string] {
  const at = name.lastIndexOf(':');
  return at > name.lastIndexOf('/') ? [name.slice(0, at), name.slice(at + 1)] : [name, 'latest'];
}

export async function removeImage({ docker }: Engine, image: string): Promise<Result<null>> {
  return trying(`The image ${image}`, async () => {
    await docker.getImage(image).remove();
    return null;
  });
}

export const hasImage = async ({ docker }: Engine, image: string): Promise<boolean> =>
  (await trying(image, () => docker.getImage(image).inspect())).ok;

/** Every image whose name begins so. */
export async function dropImages({ docker }: Engine, prefix: string): Promise<void> {
  for (const { RepoTags } of await docker.listImages())
    for (const name of RepoTags ?? [])
      if (name.startsWith(prefix)) await unlessMissing(() => docker.getImage(name).remove({ force: true }));
}
