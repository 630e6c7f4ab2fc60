import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { linkTarget, parseInline } from './markdown-inline.ts';
import type { Inline } from './markdown-inline.ts';
import { parseMarkdown } from './markdown.ts';
import type { Block } from './markdown.ts';

type Here = {
  /** The document that is read, and all there are: a link to another one leads nowhere. */
  readonly current: string;
  readonly known: ReadonlySet<string>;
};

function To({
  to,
  here,
  children,
}: {
  readonly to: string;
  readonly here: Here;
  readonly children: ReactNode;
}) {
  const target = linkTarget(to, here.current);
  if (target.kind === 'outside') {
    return (
      <a href={target.url} target="_blank" rel="noreferrer" className="underline">
        {children}
      </a>
    );
  }
  if (target.kind === 'none' || !here.known.has(target.name)) return <span>{children}</span>;
  const part = target.part === null ? '' : `&part=${encodeURIComponent(target.part)}`;
  return (
    <Link to={`/help?doc=${target.name}${part}`} className="underline">
      {children}
    </Link>
  );
}

function Inlines({ parts, here }: { readonly parts: readonly Inline[]; readonly here: Here }): ReactNode {
  return parts.map((part, index) => {
    const key = `${part.kind}-${index}`;
    switch (part.kind) {
      case 'text':
        return <span key={key}>{part.text}</span>;
      case 'code':
        return (
          <code key={key} className="rounded-sm bg-bg px-0.5 font-mono text-12 break-words">
            {part.text}
          </code>
        );
      case 'strong':
        return (
          <strong key={key} className="font-semibold">
            <Inlines parts={part.parts} here={here} />
          </strong>
        );
      case 'emphasis':
        return (
          <em key={key}>
            <Inlines parts={part.parts} here={here} />
          </em>
        );
      case 'link':
        return (
          <To key={key} to={part.to} here={here}>
            <Inlines parts={part.parts} here={here} />
          </To>
        );
      default:
        return part satisfies never;
    }
  });
}

const Text = ({ text, here }: { readonly text: string; readonly here: Here }): ReactNode => (
  <Inlines parts={parseInline(text)} here={here} />
);

/** The page's own heading is of the first level. */
const headings = ['h2', 'h3', 'h4', 'h5', 'h6', 'h6'] as const;
const sizes = ['text-20', 'text-16 mt-3', 'text-14 mt-2', 'text-13', 'text-13', 'text-13'] as const;

function Heading({
  block,
  here,
}: {
  readonly block: Extract<Block, { kind: 'heading' }>;
  readonly here: Here;
}) {
  const Tag = headings[block.level - 1] ?? 'h6';
  return (
    <Tag
      id={`doc-${block.id}`}
      tabIndex={-1}
      className={`${sizes[block.level - 1] ?? 'text-13'} scroll-mt-3 font-semibold`}
    >
      <Text text={block.text} here={here} />
    </Tag>
  );
}

type TableBlock = Extract<Block, { kind: 'table' }>;

const Table = ({ block, here }: { readonly block: TableBlock; readonly here: Here }): ReactNode => (
  <div>
    <table className="w-full text-13">
      {block.head.length > 0 && (
        <thead className="text-left text-text-2">
          <tr>
            {block.head.map((cell, index) => (
              <th key={`${cell}-${index}`} scope="col" className="py-1 pr-4 font-medium">
                <Text text={cell} here={here} />
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={`${row[0] ?? ''}-${index}`} className="border-t align-top">
            {row.map((cell, at) => (
              <td key={`${cell}-${at}`} className="py-1 pr-4">
                <Text text={cell} here={here} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

function List({ block, here }: { readonly block: Extract<Block, { kind: 'list' }>; readonly here: Here }) {
  const Tag = block.ordered ? 'ol' : 'ul';
  return (
    <Tag className={`flex flex-col gap-1 pl-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
      {block.items.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item} here={here} />
        </li>
      ))}
    </Tag>
  );
}

function One({ block, here }: { readonly block: Block; readonly here: Here }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} here={here} />;
    case 'paragraph':
      return (
        <p>
          <Text text={block.text} here={here} />
        </p>
      );
    case 'code':
      return (
        <pre className="rounded-md border bg-bg p-3 font-mono text-12 whitespace-pre-wrap">{block.text}</pre>
      );
    case 'quote':
      return (
        <blockquote className="border-l-2 border-line-strong pl-3 text-text-2">
          <Blocks blocks={block.blocks} here={here} />
        </blockquote>
      );
    case 'list':
      return <List block={block} here={here} />;
    case 'table':
      return <Table block={block} here={here} />;
    case 'rule':
      return <hr />;
    default:
      return block satisfies never;
  }
}

const Blocks = ({ blocks, here }: { readonly blocks: readonly Block[]; readonly here: Here }): ReactNode =>
  blocks.map((block, index) => <One key={`${block.kind}-${index}`} block={block} here={here} />);

/** A document, drawn from data: whatever it says, it can only become text. */
export function MarkdownView({ text, here }: { readonly text: string; readonly here: Here }): ReactNode {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return (
    <article className="flex max-w-3xl flex-col gap-3 text-14 [overflow-wrap:anywhere]">
      <Blocks blocks={blocks} here={here} />
    </article>
  );
}
