export type Dispose = () => void;

export type Emitter<T> = {
  readonly on: (listener: (value: T) => void) => Dispose;
  readonly emit: (value: T) => void;
};

export function createEmitter<T>(): Emitter<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (value) => {
      for (const listener of listeners) listener(value);
    },
  };
}
