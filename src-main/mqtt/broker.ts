export type Message = {
  readonly topic: string;
  readonly payload: string | Uint8Array;
  readonly qos: 0 | 1;
  readonly retain: boolean;
};

export type BrokerState = {
  readonly state: 'up' | 'down' | 'off';
  readonly address: string;
  readonly detail: string;
};

/** What the broker knows of a message beside its bytes. Reused from call to call: keep no reference. */
export type MessageMark = {
  /** It was sent to be retained. A broker outside keeps that to itself: false. */
  readonly retain: boolean;
  /** The id of the client that sent it, where the broker tells: that inside does. */
  readonly client: string | null;
};

export type MessageListener = (topic: string, payload: Uint8Array, mark: MessageMark) => void;

/** The seam: aedes inside the host, or any MQTT broker outside. Bots, hardware and ingest all use it. */
export type Broker = {
  /** Never waits. Messages of one topic, QoS and retain flag arrive in the order they were published. */
  readonly publish: (message: Message) => void;
  /**
   * Every message under the filter from now on, whoever published it; not what was retained before,
   * because nobody can tell how old that is. Returns its dispose.
   */
  readonly subscribe: (filter: string, listener: MessageListener) => () => void;
  /** Resolves when everything published so far has reached the listeners, or cannot any more. */
  readonly drained: () => Promise<void>;
  readonly state: () => BrokerState;
  /** Called each time a broker outside is reached, which may have forgotten all it retained. */
  readonly onReached: (listener: () => void) => () => void;
  /** Messages taken in during the last minute, and those refused or dropped since it was opened. */
  readonly counts: () => { readonly perMinute: number; readonly rejected: number };
  readonly close: () => Promise<void>;
};
