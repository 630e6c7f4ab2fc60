import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** One word per thing: what German is called here, and what it is not called besides. */
const doubles: readonly { readonly said: string; readonly not: RegExp }[] = [
  { said: 'Strang (A, B)', not: /(?<![\w.])Feeds?\b(?!\w*:)/ },
  {
    said: 'Strang (A, B)',
    not: /\b(?:ein|einem|eine|einer|zwei|beide[nr]?) Einspeisung(?:en)?\b|Einspeisung [AB]\b/i,
  },
  { said: 'Strang (A, B)', not: /\b(?:an|auf) (?:nur )?einem Pfad\b|\b1 Pfad\b/i },
  { said: 'Netzanschluss', not: /Netzeinspeisung/ },
  { said: 'Batteriestrang', not: /Batteriekette|Batteriereihe/ },
  { said: 'Labor', not: /(?<![„\w/.$])Labs?(?![\w„:-])/ },
  { said: 'Laborrechner', not: /Laborhost|[Dd]ieser Host\b|\bdes Hosts\b/ },
  { said: 'Klimagerät', not: /Umluftkühl|(?<!l)[Kk]ühlgerät/ },
  { said: 'Kältemaschine', not: /Kaltwassersatz|\bChiller\b/ },
  { said: 'Unterverteilung', not: /Unterverteiler\b|Boden-PDU/ },
  { said: 'Netzersatzanlage', not: /Notstromaggregat|\bDieselaggregat/ },
  { said: 'Luftfeuchte', not: /Luftfeuchtigkeit/ },
  { said: 'USV', not: /\bUPS\b/ },
  { said: 'quittieren', not: /\bbestätig(?:t|en) (?:den|einen|die) Alarm/i },
  { said: 'zurückstellen', not: /\bparken\b|\bstummschalten\b/i },
];

/** Where another word is meant, or a word is explained by its others. */
const excepted = new Set(['glossary.ts']);

const folder = join(import.meta.dirname, 'de');

const linesOf = (name: string): readonly string[] =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    // In tables of the host’s sentences the English stands in front.
    .map((line) => (name.startsWith('told-') ? line.slice(line.lastIndexOf("': '") + 4) : line))
    .map((line) => line.replace(/^\s*(?:'[^']*'|[\w-]+)\??:\s/, ''));

test('FR-120-510 German has one word per thing: no text says it by another', () => {
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !excepted.has(name))
    .flatMap((name) =>
      linesOf(name).flatMap((line, at) =>
        doubles.flatMap(({ said, not }) =>
          /^\s*(?:import|\/\/|\/?\*)/.test(line) || !not.test(line)
            ? []
            : [`de/${name}:${at + 1} ${line.trim()} (say ${said})`],
        ),
      ),
    );
  expect(found).toEqual([]);
});

test.each([
  ['Zwei, an beiden Feeds', 'Strang'],
  ['an nur einer Einspeisung', 'Strang'],
  ['Dieses Lab hat keine Racks', 'Labor'],
  ['Ohne das größte Kühlgerät', 'Klimagerät'],
])('FR-120-510 a double is found: %s', (line, word) => {
  expect(doubles.some(({ said, not }) => said.startsWith(word) && not.test(line))).toBe(true);
});
