import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../text/text.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { loadTerms } from './glossary.ts';
import type { TermName } from './glossary.ts';

type TermProps = { readonly name: TermName; readonly children: ReactNode };

/** A word of the field in a label: says its meaning on hover or focus, and leads to the glossary. */
export function Term({ name, children }: TermProps): ReactNode {
  const language = useLanguage();
  const [told, setTold] = useState<{ readonly language: string; readonly meaning: string } | null>(null);
  const tell = async () => {
    // What cannot be fetched stays untold; the link says so on its page.
    const terms = await loadTerms(language).catch(() => []);
    const meaning = terms.find(({ id }) => id === name)?.meaning;
    if (meaning !== undefined) setTold({ language, meaning });
  };
  const ask = () => (told?.language === language ? undefined : void tell());
  return (
    <Tooltip text={told?.meaning ?? '…'}>
      <Link
        to={`/help?term=${name}`}
        onPointerEnter={ask}
        onFocus={ask}
        className="underline decoration-line-strong decoration-dotted underline-offset-2 hover:text-text"
      >
        {children}
      </Link>
    </Tooltip>
  );
}
