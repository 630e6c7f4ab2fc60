/** Labs of this machine, and their history. */
const racks = (count: number): string => `${count} ${count === 1 ? 'rack' : 'racks'}`;
const events = (count: number): string => `${count} ${count === 1 ? 'event' : 'events'}`;

type About<Seed> = { readonly racks: number; readonly seed: Seed; readonly at: string };
type Told<Piece> = readonly (string | Piece)[];

export const labs = {
  title: 'Labs',
  tabs: { labs: 'Labs', history: 'History' },
  labsFace: { what: 'The labs on this machine', still: 'The lab that is open goes on.' },
  keptIn: <Path>(directory: Path): Told<Path> => ['Kept in ', directory],
  tools: { import: 'Import…', export: 'Export…', saveAs: 'Save as…', create: 'New lab…' },
  newFromTemplate: 'New lab from a template…',
  noLabs: 'There is no lab on this machine yet.',
  done: {
    opened: 'Lab opened',
    repaired: 'Lab repaired',
    deleted: 'Lab deleted',
    branch: 'Gone on with the other branch',
    rewound: 'Gone back; a new branch begins here',
  },
  row: {
    about: <Seed>({ racks: count, seed, at }: About<Seed>): Told<Seed> => [
      `${racks(count)}, seed `,
      seed,
      `, lab time ${at}`,
    ],
    changed: (size: string, at: string) => `${size}, changed ${at}`,
    isOpen: 'Open',
    open: 'Open',
    openOf: (lab: string) => `Open ${lab}`,
    openAlready: 'It is open',
    repair: 'Repair',
    repairOf: (lab: string) => `Repair ${lab}`,
    deleteOf: (lab: string) => `Delete ${lab}`,
    openAnother: 'Open another lab first',
  },
  deleting: {
    title: (lab: string) => `Delete ${lab}?`,
    about: (size: string) =>
      `Its world, all of its branches and ${size} of history go to the trash folder beside the labs.`,
    way: 'It is no longer listed. To have it back, move its folder from the trash to the labs.',
    keep: 'Keep it',
    delete: 'Delete the lab',
  },
  operations: {
    label: 'Work under way',
    failed: (title: string, because: string | null) => `${title}: ${because ?? 'failed'}`,
  },
  timeLine: {
    title: 'Time line',
    note: 'of this branch',
    what: 'The story of this lab',
    previous: 'Previous event',
    next: 'Next event',
    moment: 'Moment to go back to',
    labTime: <Moment>(at: Moment): Told<Moment> => ['Lab time ', at],
    after: (count: number) =>
      count === 0
        ? 'Nothing was logged after it.'
        : `${events(count)} after it stay on this branch; the new one leaves here.`,
    goBack: 'Go back here',
    moveFirst: 'Move the slider back first',
    events: 'Events of this branch',
    created: (count: number) => `${count} things created`,
  },
  branches: {
    title: 'Branches',
    note: 'each a story of its own',
    what: 'The branches of this lab',
    root: (head: string) => `from the beginning, reaches ${head}`,
    left: (parent: string, fork: string, head: string) => `left ${parent} at ${fork}, reaches ${head}`,
    here: 'You are here',
    goOn: 'Go on here',
    goOnWith: (branch: string) => `Go on here, with ${branch}`,
  },
  create: {
    title: 'New lab',
    about: 'A datacenter of its own. The lab that is open now stays as it is.',
    submit: 'Create and open',
    template: 'Template',
    seed: 'Seed',
    seedHint:
      "The same template, seed and commands make the same story to the last bit. Left empty, the template's own.",
    seedWrong: 'The seed is not valid',
    seedDigits: 'One to eight hexadecimal digits',
  },
  name: 'Name',
  nameFirst: 'Give it a name first',
  saveAs: {
    title: 'Save under another name',
    about: 'Nothing is ever unsaved; this makes a second lab with the same story, to go on with.',
    copyOf: (lab: string) => `${lab} copy`,
  },
  import: {
    title: 'Import a lab',
    about:
      'A .coldaisle file from another machine, or a .lab.yaml that someone wrote. A damaged or foreign file touches nothing.',
    submit: 'Import and open',
    chooseFirst: 'Choose a file first',
    choose: 'Choose a file…',
    drop: 'Drop a .coldaisle or .lab.yaml file here',
    dropped: (name: string, size: string) => `${name}, ${size}`,
    uploading: 'Uploading the file',
    file: 'File',
    path: 'Or a path on the lab host',
    pathHint: 'Only the exports folder of the host can be read this way.',
    nameHint: 'Left empty, the name in the file.',
    unnamed: 'Imported lab',
    broken: 'The upload broke off.',
    brokenHint: 'Check that the lab host still runs, then try again.',
  },
  export: {
    title: (lab: string | null) => `Export ${lab ?? 'the lab'}`,
    about: 'One file, which opens on another machine with the same hash.',
    toHost: 'The file is written to the exports folder of the lab host; you can download it from there.',
    toChosen: 'You choose where the file goes.',
    submit: 'Export',
    running: 'Exporting the lab',
    failed: 'The lab was not exported.',
    contents:
      'The whole lab is in this file: its world, its story, its readings and checksums over all of it.',
    copyPath: 'Copy path',
    copied: 'Path copied',
    download: 'Download',
    notDownloaded: 'The file could not be downloaded.',
    liesThere: 'It lies at the path that is shown.',
    done: 'Done',
  },
  actions: {
    section: 'Lab',
    create: 'New lab…',
    saveAs: 'Save this lab under another name…',
    import: 'Import a lab file…',
    export: 'Export this lab to a file…',
    history: 'History and rewind',
  },
};
