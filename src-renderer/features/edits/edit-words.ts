import type { EditWhat, Editor } from '../../../sim/contract/edits.ts';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { Catalogue } from '../../text/catalogue.ts';

type Words = Catalogue['edits'];

const counted = (words: Words, kind: Kind | null, count: number): string => {
  const forms = kind === null ? undefined : words.kinds[kind];
  return forms === undefined ? words.things(count) : `${count} ${(count === 1 ? forms[0] : forms[1]) ?? ''}`;
};

/** What an edit did, in the language of the page. */
export function editTitle(words: Words, { verb, kind, name, to, things }: EditWhat): string {
  const { titles } = words;
  const thing = kind === null ? name : `${words.kinds[kind][0] ?? kind} ${name}`;
  switch (verb) {
    case 'create':
      return titles.create(things === 1 ? thing : counted(words, kind, things));
    case 'remove':
      return name === ''
        ? titles.remove(counted(words, kind, things), 0)
        : titles.remove(thing, Math.max(0, things - 1));
    case 'rename':
      return titles.rename(thing, to ?? '');
    case 'to-bots':
    case 'to-hardware':
      return titles[verb](counted(words, 'sensor', things), name);
    case 'write-rule':
    case 'remove-rule':
      return titles[verb](name);
    case 'reset-rules':
      return titles[verb];
    case 'rename-lab':
      return titles[verb](to ?? '');
    case 'change':
      return titles.change(things > 1 ? counted(words, kind, things) : thing);
    case 'move':
    case 'out-of-service':
    case 'in-service':
      return titles[verb](thing);
    default:
      return verb satisfies never;
  }
}

/** A page has no name of its own: the gateway calls whoever sits at the window so. */
export const isOfThisPage = ({ origin, name }: Editor): boolean => origin === 'ui' && name === 'local';

export const editorText = (words: Words, editor: Editor): string =>
  isOfThisPage(editor) ? words.you : `${editor.name} · ${words.origins[editor.origin]}`;
