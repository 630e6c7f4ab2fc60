import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { ApiCall } from './openapi-list.ts';

type ApiViewProps = { readonly calls: QueryState<readonly ApiCall[]>; readonly origin: string };

const example = (origin: string): string => `curl -H "Authorization: Bearer $TOKEN" ${origin}/api/v1/status`;

/** The control room has no power of its own: all it does is here for every program. */
export function ApiView({ calls, origin }: ApiViewProps): ReactNode {
  const words = useText().api;
  return (
    <div className="flex min-h-0 flex-1 flex-col p-3">
      <h1 className="sr-only">{words.title}</h1>
      <Panel
        title={words.title}
        note={words.note}
        className="flex-1"
        tools={
          <a
            href="/api-docs"
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-6 items-center gap-1 text-12 text-accent hover:underline"
          >
            {words.reference} <ExternalLink aria-hidden size={13} />
          </a>
        }
      >
        <p className="border-b px-3 py-2 text-12 text-text-2">
          {words.token}{' '}
          {words.live(
            <code key="address" className="font-mono">
              /api/v1/live
            </code>,
          )}
          <code className="mt-1 block rounded-md bg-bg px-2 py-1 font-mono break-all select-all">
            {example(origin)}
          </code>
        </p>
        <Face state={calls} what={words.what}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState text={words.empty} />
            ) : (
              <ScrollRegion label={words.calls}>
                <ul aria-label={words.calls} className="text-12">
                  {items.map((call) => (
                    <li
                      key={`${call.method} ${call.path}`}
                      className="grid min-h-row grid-cols-[56px_minmax(160px,1fr)_2fr] items-center gap-2 border-b px-3"
                    >
                      <span className="font-semibold text-text-2">{call.method}</span>
                      <code className="truncate font-mono select-all">{call.path}</code>
                      <span className="truncate text-text-2">{call.summary}</span>
                    </li>
                  ))}
                </ul>
              </ScrollRegion>
            )
          }
        </Face>
      </Panel>
    </div>
  );
}
