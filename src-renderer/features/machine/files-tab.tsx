import { CornerLeftUp } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FileRow } from '../../../sim/contract/machine-insides.ts';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { text, useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Face } from '../../ui/face.tsx';
import { countText, labMoment } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { kindSign } from './file-signs.table.ts';
import { FileView } from './file-view.tsx';
import { joined, modeText, parentOf, waysOf } from './file-words.ts';
import { NotInside } from './not-inside.tsx';

const renew = 5000;

export function FilesTab({ row }: { readonly row: MachineRow }): ReactNode {
  const [path, setPath] = useState('/');
  const [file, setFile] = useState<string | null>(null);
  const state = useQuery('machine-files', { id: row.id, path }, { every: renew });
  const go = (to: string): void => {
    setPath(to);
    setFile(null);
  };
  return (
    <FilesView
      state={state}
      name={row.name}
      path={path}
      file={file}
      onGo={go}
      onFile={setFile}
      view={
        file === null ? null : <FileView key={file} id={row.id} path={file} onClose={() => setFile(null)} />
      }
    />
  );
}

type FilesViewProps = {
  readonly state: QueryState<QueryAnswer<'machine-files'>>;
  readonly name: string;
  readonly path: string;
  readonly file: string | null;
  readonly view: ReactNode;
  readonly onGo: (path: string) => void;
  readonly onFile: (path: string) => void;
};

export function FilesView(props: FilesViewProps): ReactNode {
  const { state, name, path, onGo, view } = props;
  const words = useText().machine;
  return (
    <>
      <nav
        aria-label={words.files.path}
        className="flex shrink-0 items-center gap-1 border-b px-3 py-1 text-12"
      >
        <IconButton
          icon={CornerLeftUp}
          label={words.files.up}
          refusedBecause={path === '/' ? words.files.path : null}
          onClick={() => onGo(parentOf(path))}
        />
        <Way label="/" onGo={() => onGo('/')} />
        {waysOf(path).map((one) => (
          <Way key={one.path} label={`${one.name}/`} onGo={() => onGo(one.path)} />
        ))}
      </nav>
      <Face state={state} what={words.files.what} still={words.still}>
        {(seen) =>
          seen.state === 'running' ? (
            <div className="flex min-h-0 flex-1 max-lg:flex-col">
              <div className="flex min-h-0 min-w-0 flex-1 flex-col">
                <Table {...props} seen={seen} />
              </div>
              {view}
            </div>
          ) : (
            <NotInside state={seen.state} name={name} />
          )
        }
      </Face>
    </>
  );
}

const Way = ({ label, onGo }: { readonly label: string; readonly onGo: () => void }): ReactNode => (
  <button type="button" onClick={onGo} className="min-h-6 min-w-6 rounded-sm px-1 font-mono hover:bg-hover">
    {label}
  </button>
);

type TableProps = FilesViewProps & { readonly seen: QueryAnswer<'machine-files'> };

function Table({ seen, file, onGo, onFile }: TableProps): ReactNode {
  const words = useText().machine.files;
  const open = (row: FileRow): void => {
    const to = joined(seen.path, row.name);
    if (row.leads === 'folder') onGo(to);
    else onFile(to);
  };
  return (
    <>
      <DataTable
        label={words.table}
        rows={seen.items}
        columns={columnsOf()}
        keyOf={({ name }) => name}
        onOpen={open}
        isChosen={({ name }) => joined(seen.path, name) === file}
        initialSort={null}
        empty={<EmptyState text={words.none} />}
      />
      {seen.items.length < seen.total && (
        <p className="shrink-0 border-t px-3 py-1 text-12 text-text-2" role="status">
          {words.cut(countText(seen.items.length), countText(seen.total))}
        </p>
      )}
    </>
  );
}

function columnsOf(): readonly Column<FileRow>[] {
  const words = text().machine.files;
  return [
    {
      id: 'name',
      header: words.name,
      width: 'minmax(180px, 1fr)',
      cell: ({ kind, name, goal }) => {
        const Icon = kindSign[kind];
        return (
          <span className="inline-flex max-w-full items-center gap-2">
            <Icon aria-hidden size={14} className="shrink-0 text-text-3" />
            <span className="truncate font-mono">
              {name}
              {goal !== null && <span className="text-text-3"> → {goal}</span>}
            </span>
          </span>
        );
      },
      compare: (one, other) => one.name.localeCompare(other.name),
    },
    {
      id: 'size',
      header: words.size,
      width: '96px',
      align: 'end',
      cell: ({ kind, size }) => (kind === 'directory' ? '–' : countText(size)),
      compare: (one, other) => one.size - other.size,
    },
    {
      id: 'mode',
      header: words.mode,
      width: '104px',
      cell: (row) => <span className="font-mono">{modeText(row)}</span>,
    },
    { id: 'owner', header: words.owner, width: '136px', cell: ({ user, group }) => `${user}:${group}` },
    {
      id: 'modified',
      header: words.modified,
      width: '152px',
      cell: ({ modifiedAt }) => labMoment(modifiedAt),
      compare: (one, other) => one.modifiedAt - other.modifiedAt,
    },
  ];
}
