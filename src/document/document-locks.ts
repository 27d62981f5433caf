// One tab writes a document, the others read it. A tab holds a document by a Web Lock; where the browser has none (plain
// http on an intranet) by answering on a BroadcastChannel. Taking over asks the holder to write what is not yet written
// and to let go. A holder that does not answer is passed over; it cannot do harm, since the store refuses whoever is
// no longer the owner.

const CHANNEL = 'cuntu-documents';
/** How long a holder may take to write its last changes before it is passed over. */
const TAKE_OVER_MILLISECONDS = 5000;
/** How long to wait for "it is mine" where there are no Web Locks. */
const ANSWER_MILLISECONDS = 250;

export interface Hold {
  readonly release: () => void;
}

/** What a holder is told. */
export interface Holder {
  /** Another tab asks: write what is not yet written. True when all is safe and the hold may go. */
  readonly onAsked: () => Promise<boolean>;
  /** The hold is gone, asked or not. */
  readonly onLost: () => void;
}

export interface DocumentLocks {
  /** null when another tab holds the document. */
  readonly take: (documentId: string, holder: Holder) => Promise<Hold | null>;
  /** Asks the holder to let go, or passes it over; null when it refuses, having changes that it cannot write. */
  readonly takeOver: (documentId: string, holder: Holder) => Promise<Hold | null>;
  /** Tells the other tabs that the document was written. */
  readonly tellSaved: (documentId: string) => void;
  /** Hears of documents that other tabs have written. */
  readonly onSaved: (listener: (documentId: string) => void) => void;
}

type Message = {
  readonly kind: 'who-holds' | 'held' | 'give-up' | 'given-up' | 'refused' | 'saved';
  readonly id: string;
};

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}

/** What locks need of the browser; null where it is missing. */
export interface LockSurroundings {
  readonly locks: Pick<LockManager, 'request'> | null;
  readonly openChannel: ((name: string) => BroadcastChannel) | null;
}

export function browserSurroundings(): LockSurroundings {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;
  return {
    locks: locks ?? null,
    openChannel:
      typeof BroadcastChannel === 'undefined' ? null : (name) => new BroadcastChannel(name),
  };
}

/** The first answer of these kinds about the document; null after the time. */
function firstAnswer<Kind extends Message['kind']>(
  channel: BroadcastChannel | null,
  id: string,
  kinds: readonly Kind[],
  milliseconds: number,
): Promise<Kind | null> {
  if (!channel) return Promise.resolve(null);
  return new Promise((resolve) => {
    const end = (kind: Kind | null): void => {
      clearTimeout(timer);
      channel.removeEventListener('message', listen);
      resolve(kind);
    };
    const listen = ({ data }: MessageEvent<unknown>): void => {
      if (!isMessage(data) || data.id !== id) return;
      const kind = kinds.find((wanted) => wanted === data.kind);
      if (kind !== undefined) end(kind);
    };
    const timer = setTimeout(() => end(null), milliseconds);
    channel.addEventListener('message', listen);
  });
}

/** Holds the lock until released; resolves null when it is not to be had. Calls `onStolen` when it is taken by force. */
function holdLock(
  locks: Pick<LockManager, 'request'>,
  documentId: string,
  options: LockOptions,
  onStolen: () => void,
): Promise<Hold | null> {
  return new Promise((resolve, reject) => {
    let isHeld = false;
    locks
      .request(`cuntu:document:${documentId}`, options, (lock) => {
        if (!lock) {
          resolve(null);
          return undefined;
        }
        isHeld = true;
        return new Promise<void>((release) => resolve({ release }));
      })
      .catch((cause: unknown) => {
        if (isHeld) onStolen();
        // Refused with the storage (cookies blocked): nothing is stored then, so nothing can be overwritten.
        else if (cause instanceof DOMException) resolve({ release: () => undefined });
        else reject(cause instanceof Error ? cause : new Error(String(cause)));
      });
  });
}

export function documentLocks(surroundings = browserSurroundings()): DocumentLocks {
  const { locks } = surroundings;
  const channel = surroundings.openChannel?.(CHANNEL) ?? null;
  const holds = new Map<string, { readonly holder: Holder; readonly hold: Hold }>();
  const say = (kind: Message['kind'], id: string): void => channel?.postMessage({ kind, id });

  const savedHearers: ((documentId: string) => void)[] = [];
  const drop = (id: string): void => {
    const held = holds.get(id);
    if (!held) return;
    holds.delete(id);
    held.hold.release();
  };
  const lose = (id: string): void => {
    const held = holds.get(id);
    drop(id);
    held?.holder.onLost();
  };
  const answer = async ({ kind, id }: Message): Promise<void> => {
    const held = holds.get(id);
    if (!held) return;
    if (kind === 'who-holds') say('held', id);
    if (kind !== 'give-up') return;
    if (await held.holder.onAsked()) {
      lose(id);
      say('given-up', id);
    } else say('refused', id);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isMessage(data)) return;
    if (data.kind === 'saved') savedHearers.forEach((hear) => hear(data.id));
    else void answer(data);
  });

  const keep = (id: string, holder: Holder, hold: Hold | null): Hold | null => {
    if (!hold) return null;
    holds.set(id, { holder, hold });
    return { release: () => drop(id) };
  };
  const request = async (
    id: string,
    holder: Holder,
    options: LockOptions,
  ): Promise<Hold | null> => {
    const hold = locks
      ? await holdLock(locks, id, options, () => lose(id))
      : { release: () => undefined };
    return keep(id, holder, hold);
  };

  return {
    tellSaved: (id) => say('saved', id),
    onSaved: (listener) => void savedHearers.push(listener),
    take: async (id, holder) => {
      if (holds.has(id)) {
        // This very page holds it: the newer holder gets it.
        lose(id);
        return request(id, holder, {});
      }
      if (locks) return request(id, holder, { ifAvailable: true });
      const held = firstAnswer(channel, id, ['held'], ANSWER_MILLISECONDS);
      say('who-holds', id);
      return (await held) ? null : request(id, holder, {});
    },
    takeOver: async (id, holder) => {
      const answered = firstAnswer(channel, id, ['given-up', 'refused'], TAKE_OVER_MILLISECONDS);
      const free = locks ? await request(id, holder, { ifAvailable: true }) : null;
      if (free) return free;
      say('give-up', id);
      if ((await answered) === 'refused') return null;
      return request(id, holder, { steal: true });
    },
  };
}
