import { join } from 'node:path';
import { app, ipcMain, Menu, session, shell as desktop, utilityProcess } from 'electron';
import type { MenuAction } from '../../sim/contract/shell.ts';
import { type ControlRoom, createControlRoom, makeWindow } from './control-room.ts';
import type { Dialogs } from './dialogs.ts';
import { createEventOutbox, type EventOutbox } from './event-outbox.ts';
import { portOrAny } from './free-port.ts';
import type { HostOptions } from './host-messages.ts';
import { answerBridge } from './ipc.ts';
import { menuTemplate } from './menu-template.ts';
import { printPage } from './print-page.ts';
import { fenceIn, limitPermissions } from './security.ts';
import type { ShellOptions } from './shell-options.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { createSideWindows, type SideWindows } from './side-windows.ts';
import { createSystemDialogs } from './system-dialogs.ts';
import type { Rectangle } from './window-state.ts';
import { openWindowStateFile, type WindowStateFile } from './window-state-file.ts';

export type Shell = {
  readonly start: () => Promise<void>;
  readonly focus: () => void;
  readonly openFile: (path: string) => void;
};

export type ShellNeeds = {
  readonly options: ShellOptions;
  readonly dataDirectory: string;
  readonly shellDirectory: string;
  /** Where the built main process lies; the page, the preload and the icons are found from here. */
  readonly codeDirectory: string;
};

type Parts = {
  readonly stateFile: WindowStateFile;
  readonly dialogs: Dialogs;
  readonly room: ControlRoom;
  readonly side: SideWindows;
  readonly outbox: EventOutbox;
  readonly host: Supervisor;
};

const closingGraceMillis = 10_000;

const warn = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

export function openShell(needs: ShellNeeds): Shell {
  const parts = assemble(needs);
  const { host, room, outbox, dialogs } = parts;
  const { origin } = host;
  app.on('web-contents-created', (_event, contents) => {
    fenceIn(contents, {
      origin,
      openExternal: (link) => void desktop.openExternal(link),
      openOwn: (url) => parts.side.open(url),
      warn,
    });
  });
  app.on('before-quit', (event) => quitInOrder(event, parts));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // macOS: a click on the dock, which must not load anew what is open.
  app.on('activate', () => {
    if (room.window() === null) showPage(parts);
  });
  return {
    start: async () => {
      limitPermissions(session.defaultSession, origin);
      answerBridge(ipcMain, {
        origin,
        dialogs,
        allow: (file) => host.allow(file),
        setMenu: (actions) => setMenu(actions, parts),
        listening: () => outbox.listening(),
        warn,
      });
      setMenu([], parts);
      await host.start();
    },
    focus: () => (room.window() === null ? showPage(parts) : room.focus()),
    openFile: (path) => {
      app.addRecentDocument(path);
      host.allow(path);
      outbox.post({ kind: 'open-file', path });
    },
  };
}

function assemble(needs: ShellNeeds): Parts {
  const stateFile = openWindowStateFile(needs.shellDirectory, warn);
  const dialogs = createSystemDialogs(() => room.window());
  const outbox = createEventOutbox((event) => room.send(event));
  const host = createSupervisor({
    fork: () => forkHost(needs.codeDirectory),
    options: () => hostOptions(needs, stateFile.read().port),
    dialogs,
    onReady: (url) => {
      process.stdout.write(`ready ${url}\n`);
      stateFile.write({ ...stateFile.read(), port: Number(new URL(url).port) || null });
      showPage(parts);
      parts.side.follow();
    },
    giveUp: () => app.quit(),
    print: printPage,
    log: (text) => process.stderr.write(text),
    graceMillis: closingGraceMillis,
  });
  const look = {
    preload: join(needs.codeDirectory, '../preload/bridge.cjs'),
    icon: join(needs.codeDirectory, '../../resources/icons/256x256.png'),
    developing: !app.isPackaged,
  };
  const room = createControlRoom({
    ...look,
    state: () => stateFile.read(),
    keep: (last) => stateFile.write({ ...stateFile.read(), ...last }),
    onLeaving: () => outbox.leaving(),
    onLost: (reason) => void afterPageLoss(reason, parts),
    onFront: () => parts.side.behind(),
  });
  const side = createSideWindows({
    make: (bounds) => makeWindow(look, { bounds, maximised: false, port: null }),
    host: () => host.url(),
    bounds: (screen) => stateFile.read().screens?.[screen] ?? null,
    keep: (screen, bounds) => keepScreen(stateFile, screen, bounds),
    warn,
  });
  const parts: Parts = { stateFile, dialogs, room, side, outbox, host };
  return parts;
}

function keepScreen(file: WindowStateFile, screen: string, bounds: Rectangle): void {
  const last = file.read();
  file.write({ ...last, screens: { ...last.screens, [screen]: bounds } });
}

function showPage({ host, room }: Parts): void {
  const url = host.url();
  if (url === null) return;
  room.show(url).catch((error: unknown) => warn(`The control room's page did not load: ${String(error)}`));
}

async function afterPageLoss(reason: string, parts: Parts): Promise<void> {
  if (reason === 'clean-exit' || !parts.host.running()) return;
  if (await parts.dialogs.pageLost(`The page's process ended: ${reason}.`)) showPage(parts);
  else app.quit();
}

/** The host first, so that its files are closed; then everything else, on the second call. */
function quitInOrder(event: { readonly preventDefault: () => void }, { host, room, side }: Parts): void {
  const isLastCall = !host.running();
  const stopped = host.stop();
  if (isLastCall) return;
  event.preventDefault();
  room.hide();
  side.hide();
  void stopped.then(() => app.quit());
}

/** What is chosen in the menu is for the window in front. */
function setMenu(actions: readonly MenuAction[], { outbox, side }: Parts): void {
  const template = menuTemplate({
    platform: process.platform,
    appName: app.name,
    developing: !app.isPackaged,
    actions,
    choose: (id) => {
      const event = { kind: 'action', id } as const;
      if (!side.send(event)) outbox.post(event);
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

async function hostOptions(
  { options, dataDirectory, codeDirectory }: ShellNeeds,
  lastPort: number | null,
): Promise<HostOptions> {
  return {
    dataDirectory,
    port: options.port ?? (await portOrAny(lastPort)),
    lab: options.lab,
    labFile: options.labFile,
    brokerUrl: options.brokerUrl,
    mqttPort: options.mqttPort,
    uiDirectory: join(codeDirectory, '../renderer'),
  };
}

function forkHost(codeDirectory: string): Electron.UtilityProcess {
  return utilityProcess.fork(join(codeDirectory, 'host-process.js'), [], {
    serviceName: 'Coldaisle host',
    stdio: ['ignore', 'inherit', 'pipe'],
  });
}
