/** Types of the alias `node-pty`: those that the package has are declared under its other name. */
declare module 'node-pty' {
  type Options = {
    name: string;
    cols: number;
    rows: number;
    cwd: string;
    env: Record<string, string | undefined>;
    encoding: null;
  };
  type Terminal = {
    onData: (listener: (data: string) => void) => unknown;
    onExit: (listener: (how: { exitCode: number }) => void) => unknown;
    write: (data: string | Buffer) => void;
    resize: (columns: number, rows: number) => void;
    pause: () => void;
    resume: () => void;
    kill: (signal?: string) => void;
  };
  export function spawn(file: string, words: string[], options: Options): Terminal;
}
