import type { EntityId } from '../contract/ids.ts';
import type { Paper, PaperEvent, PaperFace, PaperValue } from '../contract/papers.ts';

/** Papers by face and key. A value is never changed in place. */
export type PaperBook = {
  readonly get: (face: PaperFace, key: string) => PaperValue | undefined;
  /** Those whose key begins so, in the order of their keys. */
  readonly below: (face: PaperFace, prefix: string) => readonly Paper[];
  readonly fold: (event: PaperEvent) => void;
  /** What was said of an entity goes with it. */
  readonly drop: (entity: EntityId) => void;
  /** Grows with every change. */
  readonly changes: () => number;
  /** Undefined where there is none: a lab without papers has the hash it had. */
  readonly atRest: () => PapersAtRest | undefined;
  readonly restore: (rest: PapersAtRest) => void;
};

export type PapersAtRest = Readonly<Partial<Record<PaperFace, readonly Paper[]>>>;

/** The entity in `vm/vm-17/devices`, where there is one. */
const ownerIn = (key: string): string | undefined => key.split('/')[1];

type Shelf = { readonly papers: Map<string, PaperValue>; readonly owned: Map<string, Set<string>> };

export function createPaperBook(): PaperBook {
  const shelves = new Map<PaperFace, Shelf>();
  let changes = 0;
  const shelfOf = (face: PaperFace): Shelf => {
    const shelf = shelves.get(face) ?? { papers: new Map(), owned: new Map() };
    shelves.set(face, shelf);
    return shelf;
  };
  const fold = ({ face, items }: PaperEvent): void => {
    const shelf = shelfOf(face);
    for (const paper of items) lay(shelf, paper);
    changes += 1;
  };
  return {
    get: (face, key) => shelves.get(face)?.papers.get(key),
    below: (face, prefix) => inOrder(shelves.get(face)).filter(({ key }) => key.startsWith(prefix)),
    fold,
    drop: (entity) => {
      for (const shelf of shelves.values()) {
        const keys = shelf.owned.get(entity);
        if (keys === undefined) continue;
        for (const key of keys) lay(shelf, { key, value: null });
        changes += 1;
      }
    },
    changes: () => changes,
    atRest: () => {
      const rest = [...shelves]
        .filter(([, { papers }]) => papers.size > 0)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([face, shelf]) => [face, inOrder(shelf)] as const);
      return rest.length === 0 ? undefined : Object.fromEntries(rest);
    },
    restore: (rest) => {
      for (const [face, items] of Object.entries(rest) as [PaperFace, readonly Paper[]][])
        fold({ type: 'papers.written', face, items: [...items] });
    },
  };
}

function lay({ papers, owned }: Shelf, { key, value }: Paper): void {
  const owner = ownerIn(key);
  const keys = owner === undefined ? undefined : owned.get(owner);
  if (value === null) {
    papers.delete(key);
    keys?.delete(key);
    if (owner !== undefined && keys?.size === 0) owned.delete(owner);
    return;
  }
  papers.set(key, value);
  if (owner !== undefined) owned.set(owner, (keys ?? new Set()).add(key));
}

/** By key: a world that was restored must be written like one that lived on. */
const inOrder = (shelf: Shelf | undefined): readonly Paper[] =>
  [...(shelf?.papers ?? [])]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => ({ key, value }));
