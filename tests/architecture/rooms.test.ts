import { expect, test } from 'vitest';
import { projectFiles, readProjectFile } from './project.ts';

type Rooms = Readonly<Record<string, Readonly<Record<string, string>>>>;

const rooms = JSON.parse(readProjectFile('specs/rooms.json')) as Rooms;

/** The folders right below `parent` that hold a file. */
function foldersIn(parent: string, files: readonly string[]): string[] {
  const below = files
    .filter((file) => file.startsWith(`${parent}/`))
    .map((file) => file.slice(parent.length + 1));
  return [
    ...new Set(below.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? '')),
  ].toSorted();
}

test.each(Object.keys(rooms))('the rooms of %s are those that specs/rooms.json names', (parent) => {
  expect(foldersIn(parent, projectFiles())).toEqual(Object.keys(rooms[parent] ?? {}).toSorted());
});

test('each room is one lower-case word, or two joined by a dash, and says what it is for', () => {
  for (const named of Object.values(rooms)) {
    for (const [room, purpose] of Object.entries(named)) {
      expect(room).toMatch(/^[a-z]+(-[a-z]+)?$/);
      expect(purpose.length).toBeGreaterThan(10);
    }
  }
});

test('every spec folder is a number and a noun', () => {
  const specs = foldersIn('specs', projectFiles()).filter((folder) => folder !== 'decisions');
  for (const folder of specs) expect(folder).toMatch(/^\d{3}-[a-z]+(-[a-z]+)?$/);
  const numbers = specs.map((folder) => folder.slice(0, 3));
  expect(numbers).toEqual([...new Set(numbers)]);
});
