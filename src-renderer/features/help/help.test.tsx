import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, test } from 'vitest';
import { guide as germanGuide } from '../../text/de/guide.ts';
import { glossary as german } from '../../text/de/glossary.ts';
import { guide } from '../../text/en/guide.ts';
import { glossary } from '../../text/en/glossary.ts';
import { english } from '../../text/catalogue.ts';
import { faceNames } from '../states/samples.ts';
import { findDocuments, loadDocuments, titleOf } from './documents.ts';
import { findTerms, termsOf } from './glossary.ts';
import { commandsOf, nounOf, partsOf } from './guide.ts';
import { guideTable } from './guide.table.ts';
import { HelpDocumentsFace, HelpFace, HelpGlossaryFace, HelpLessonsFace } from './help-faces.tsx';
import { placeIn } from './help-place.ts';
import { sampleCards, sampleCommands, sampleRuns } from './help-samples.ts';
import { lessonsOf, nextLesson } from './lessons.ts';
import { linkTarget, parseInline, plainText } from './markdown-inline.ts';
import { MarkdownView } from './markdown-view.tsx';
import { cellsOf, parseMarkdown } from './markdown.ts';

const drawn = (what: ReactNode): string =>
  renderToStaticMarkup(
    <Tooltip.Provider>
      <MemoryRouter>{what}</MemoryRouter>
    </Tooltip.Provider>,
  );
const docs = join(import.meta.dirname, '../../../docs');
const here = { current: 'alarms', known: new Set(['alarms', 'physics']) };

describe('what each screen is for', () => {
  const texts = Object.entries({ ...guide });
  test('FR-120-575 the glossary has every short word that the screens use, and the words of ISA-18.2, in both languages', () => {
    const all = (texts: Readonly<Record<string, string>>): string =>
      Object.values(texts)
        .map((text) => text.split(' | ')[0])
        .join('\n');
    const short =
      'PUE WUE CUE ERE DCiE SHI RHI RCI RTI N+1 2N ATS STS UPS PDU CRAC CRAH ΔT kVA MTBF COP BMS EPMS DCIM CMDB MQTT SNMP';
    for (const word of short.split(' ')) expect(all(glossary)).toContain(word);
    const own: Readonly<Record<string, string>> = { UPS: 'USV', BMS: 'GLT' };
    for (const word of short.split(' ')) expect(all(german)).toContain(own[word] ?? word);
    const isa = ['acknowledge', 'unacknowledged', 'returned', 'latched', 'shelve', 'suppressed', 'oos'];
    const list = ['chattering', 'alarm-flood', 'standing', 'stale', 'bad-actor', 'dead-band', 'delay'];
    for (const id of [
      ...isa,
      ...list,
      'isa-priority',
      'rationalisation',
      'nuisance',
      'dew-point',
      'rack-unit',
    ])
      expect(Object.keys(glossary)).toContain(id);
  });

  test('FR-120-450 every screen has some sentences, as many in German, and words that the glossary knows', () => {
    expect(Object.keys(guide).toSorted()).toEqual(Object.keys(english.shell.screens).toSorted());
    const short = texts.filter(([, sentences]) => sentences.length < 2);
    const unlike = texts.filter(
      ([noun, sentences]) => germanGuide[noun as keyof typeof guide].length !== sentences.length,
    );
    expect([short, unlike]).toEqual([[], []]);
    const said = [...Object.values(guide), ...Object.values(germanGuide)].flat();
    const terms = said.flatMap(partsOf).filter((part) => part.kind === 'term');
    expect(terms.length).toBeGreaterThan(60);
    expect(terms.filter(({ term }) => !(term in glossary))).toEqual([]);
  });

  test('FR-120-450 a sentence is text and terms in turn, and an unclosed brace is only text', () => {
    expect(partsOf('The {pue:PUE} now')).toEqual([
      { kind: 'text', text: 'The ' },
      { kind: 'term', term: 'pue', text: 'PUE' },
      { kind: 'text', text: ' now' },
    ]);
    expect(partsOf('a {b')).toEqual([{ kind: 'text', text: 'a {b' }]);
  });

  test('FR-120-450 a screen’s commands are those of the table, the ones with keys first', () => {
    const quiet = {
      ...sampleCommands[0],
      id: 'floor.face',
      shortcut: null,
    } as (typeof sampleCommands)[number];
    const other = { ...quiet, id: 'alarms.next' };
    const found = commandsOf([quiet, other, ...sampleCommands], 'floor');
    expect(found.map(({ id }) => id)).toEqual(['floor.mode', 'floor.face']);
    expect(nounOf('/floor', [{ path: '/floor', noun: 'floor' }])).toBe('floor');
    expect(nounOf('/states', [{ path: '/floor', noun: 'floor' }])).toBeNull();
  });

  test('FR-120-450 at least one document to read exists for every screen', () => {
    const files = new Set(readdirSync(docs).map((file) => file.replace('.md', '')));
    const without = Object.entries(guideTable).filter(
      ([, { documents }]) => !documents.some((name) => files.has(name)),
    );
    expect(without.map(([noun]) => noun)).toEqual([]);
  });
});

describe('the glossary', () => {
  test('FR-120-451 it has eighty terms and more, each with a name and a meaning in both languages', () => {
    expect(Object.keys(glossary).length).toBeGreaterThanOrEqual(80);
    expect(Object.keys(german).toSorted()).toEqual(Object.keys(glossary).toSorted());
    const all = [...termsOf(glossary), ...termsOf(german)];
    expect(all.filter(({ name, meaning }) => name.length < 2 || meaning.length < 20)).toEqual([]);
    for (const id of ['ats', 'pue', 'shi', 'isa-18-2', 'hot-aisle', 'n-plus-1', 'ride-through'])
      expect(glossary).toHaveProperty(id);
  });

  test('FR-120-452 every word of a search counts, and a name goes before a mention', () => {
    const terms = termsOf(glossary);
    expect(findTerms(terms, 'pue')[0]?.id).toBe('pue');
    expect(findTerms(terms, 'CELL battery').map(({ id }) => id)).toContain('cell');
    expect(findTerms(termsOf(german), 'uberbruckung').map(({ id }) => id)).toContain('ride-through');
    expect(findTerms(terms, 'pue zebra')).toEqual([]);
    expect(findTerms(terms, ' ')).toHaveLength(terms.length);
  });

  test('FR-120-452 a link to a term opens the glossary, one to a document the documents', () => {
    expect(placeIn(new URLSearchParams('term=pue'))).toMatchObject({ tab: 'glossary', term: 'pue' });
    expect(placeIn(new URLSearchParams('doc=mqtt&part=topics'))).toMatchObject({
      tab: 'documents',
      doc: 'mqtt',
      part: 'topics',
    });
    expect(placeIn(new URLSearchParams('tab=nonsense')).tab).toBe('screens');
  });
});

describe('the lessons', () => {
  test('FR-120-453 drills stand in an order for beginners, with what is taken and what comes next', () => {
    const lessons = lessonsOf(sampleCards, sampleRuns);
    expect(lessons.map(({ card }) => card.id)).toEqual(['hot-rack', 'breaker', 'flood']);
    expect(lessons[0]).toMatchObject({ number: 1, times: 1, best: 84, isRunning: false });
    expect(nextLesson(lessons)?.card.id).toBe('breaker');
    expect(nextLesson([])).toBeNull();
  });

  test('FR-120-453 a drill that the order does not know comes last', () => {
    const [card] = sampleCards;
    if (card === undefined) throw new Error('No sample');
    const order = lessonsOf([{ ...card, id: 'brand-new', level: 'first' }, ...sampleCards], []);
    expect(order.at(-1)?.card.id).toBe('brand-new');
  });
});

describe('the documents', () => {
  test('FR-120-454 every document of docs is in the build, the table of contents first', async () => {
    const all = await loadDocuments();
    const files = readdirSync(docs).filter((file) => file.endsWith('.md'));
    expect(all).toHaveLength(files.length);
    expect(all[0]?.name).toBe('README');
    expect(all.every(({ title, text }) => title !== '' && text.length > 100)).toBe(true);
    expect(titleOf('x', 'no heading')).toBe('x');
  });

  test('FR-120-454 a search gives the lines with every word, under their headings', () => {
    const document = { name: 'a', title: 'A', text: '# A\nfirst\n## Water\nThe `leak` is wet.\n- dry' };
    expect(findDocuments([document], 'LEAK wet')).toEqual([
      { name: 'a', title: 'A', places: [{ heading: 'Water', line: 'The leak is wet.' }] },
    ]);
    expect(findDocuments([document], 'desert')).toEqual([]);
    expect(findDocuments([document], '')).toEqual([{ name: 'a', title: 'A', places: [] }]);
  });

  test('FR-120-455 Markdown becomes plain data: headings, lists in lists, tables, code and quotes', () => {
    const kinds = parseMarkdown(
      '# A b\n\ntext\nmore\n\n- one\n  - two\n- three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n\n---\n```sh\n# no heading\n```',
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'list',
      'table',
      'quote',
      'rule',
      'code',
    ]);
    expect(kinds[0]).toMatchObject({ id: 'a-b', level: 1 });
    expect(kinds[1]).toMatchObject({ text: 'text more' });
    expect(kinds[2]).toMatchObject({ items: [[{ text: 'one' }, { kind: 'list' }], [{ text: 'three' }]] });
    expect(kinds[3]).toMatchObject({ head: ['a', 'b'], rows: [['1', '2']] });
    expect(cellsOf('| a \\| b | c |')).toEqual(['a | b', 'c']);
    expect(plainText('**a** [b](c.md) `d` _e_ f_g_h ![i](j)')).toBe('a b d e f_g_h i');
    expect(parseInline('2 * 3 * 4')).toEqual([{ kind: 'text', text: '2 * 3 * 4' }]);
  });

  test('FR-120-455 whatever a document says is text: no tag, no script, no address but the known ones', () => {
    const html = drawn(
      <MarkdownView
        text={
          '<script>alert(1)</script> <img src=x onerror=y> [x](javascript:alert(1)) [p](physics.md#air) [s](../specs) [w](https://a.example/)'
        }
        here={here}
      />,
    );
    expect(html).not.toMatch(/<script|<img|javascript:alert\(1\)"/);
    expect(html.match(/href="[^"]+"/g)).toEqual([
      'href="/help?doc=physics&amp;part=air"',
      'href="https://a.example/"',
    ]);
    expect(linkTarget('#states', 'alarms')).toEqual({ kind: 'document', name: 'alarms', part: 'states' });
    expect(linkTarget('javascript:alert(1)', 'alarms')).toEqual({ kind: 'none' });
  });

  test('FR-120-455 every document is parsed whole: none of its words is lost', () => {
    for (const file of readdirSync(docs).filter((name) => name.endsWith('.md'))) {
      const text = readFileSync(join(docs, file), 'utf8');
      const html = drawn(<MarkdownView text={text} here={here} />).replace(/<[^>]+>/g, ' ');
      const words = (text.match(/\b[a-z]{6,}\b/g) ?? []).filter((word) => !/http|images/.test(word));
      const shown = new Set(html.match(/[a-z]{6,}/g));
      const addresses = new Set(
        [...text.matchAll(/\]\(([^)]*)\)/g)].flatMap(([, to]) => to?.match(/[a-z]{6,}/g) ?? []),
      );
      const comments = new Set(
        text
          .match(/<!--[\s\S]*?-->/g)
          ?.join(' ')
          .match(/[a-z]{6,}/g),
      );
      const lost = words.filter((word) => !shown.has(word) && !addresses.has(word) && !comments.has(word));
      // A fence names its language, which is not shown.
      const missing = lost.filter((word) => !text.includes('```' + word));
      expect({ file, missing }).toEqual({ file, missing: [] });
    }
  });
});

test('FR-120-450 FR-120-451 FR-120-453 FR-120-454 every tab of the help draws its five faces', () => {
  for (const Face of [HelpFace, HelpGlossaryFace, HelpLessonsFace, HelpDocumentsFace]) {
    const faces = faceNames.map((face) => drawn(<Face face={face} />));
    expect(new Set(faces).size).toBe(faceNames.length);
  }
});
