import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { journal, type Journal } from './journal.ts';
import { tell } from './remote-channel.ts';

type Rectangle = { x: number; y: number; width: number; height: number };
type WindowOptions = Partial<Rectangle> & { readonly webPreferences?: Record<string, unknown> } & Record<
    string,
    unknown
  >;
type WindowOpenHandler = (details: { url: string }) => { action: string };

export class FakeWebContents extends EventEmitter {
  /** The how manyth window of this start it is in. */
  readonly index = journal.windows.length;
  openHandler: WindowOpenHandler = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler;
  }
  /** Set by loadFile: what would be on the paper. */
  page = '';
  printToPDF(options: Record<string, unknown>): Promise<Buffer> {
    journal.printed.push({ window: this.index, options });
    return Promise.resolve(Buffer.from(`%PDF-fake ${this.page}`));
  }
  send(channel: string, ...parameters: unknown[]): void {
    journal.sentToPage.push({ window: this.index, channel, parameters });
    tell({ kind: 'to-page', channel, parameters });
  }
}

/** The first is the control room; others are windows beside it. */
export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new FakeWebContents();
  readonly #record: Journal['windows'][number];
  #bounds: Rectangle;
  #isMaximised = false;
  #isMinimised = false;

  constructor(options: WindowOptions) {
    super();
    const { x = 40, y = 30, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#record = { options, urls: [], calls: [] };
    journal.windows.push(this.#record);
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.#record.urls.push(url);
    await Promise.resolve();
    this.webContents.emit('did-navigate', {}, url, 200, 'OK');
    this.emit('ready-to-show');
  }

  async loadFile(path: string): Promise<void> {
    this.webContents.page = readFileSync(path, 'utf8');
    await this.loadURL(pathToFileURL(path).href);
  }

  show(): void {
    this.#record.calls.push('show');
    this.emit('focus');
  }
  hide(): void {
    this.#record.calls.push('hide');
  }
  focus(): void {
    this.#record.calls.push('focus');
  }
  minimize(): void {
    this.#isMinimised = true;
  }
  restore(): void {
    this.#isMinimised = false;
    this.#record.calls.push('restore');
  }
  maximize(): void {
    this.#isMaximised = true;
    this.#record.calls.push('maximize');
  }
  isMinimized(): boolean {
    return this.#isMinimised;
  }
  isMaximized(): boolean {
    return this.#isMaximised;
  }
  setBounds(bounds: Rectangle): void {
    this.#bounds = bounds;
  }
  getNormalBounds(): Rectangle {
    return this.#bounds;
  }
  destroy(): void {
    this.#record.calls.push('destroy');
    BrowserWindow.all.splice(BrowserWindow.all.indexOf(this), 1);
    this.emit('closed');
    if (BrowserWindow.all.length === 0) app.emit('window-all-closed');
  }
  close(): void {
    this.emit('close', {});
    BrowserWindow.all.splice(BrowserWindow.all.indexOf(this), 1);
    this.emit('closed');
    if (BrowserWindow.all.length === 0) app.emit('window-all-closed');
  }
}
