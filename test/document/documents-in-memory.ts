import type { LibrarySurroundings } from '../../src/document/document-library';
import { type LockSurroundings, documentLocks } from '../../src/document/document-locks';
import { openLibrary } from '../../src/document/document-library';
import { browserStore } from '../../src/document/document-store';
import { newId } from '../../src/document/new-id';

/** Web Locks of one browser, for its tabs: exclusive, ifAvailable and steal, as the standard says. */
export function lockManager(): NonNullable<LockSurroundings['locks']> {
  const held = new Map<string, { steal: () => void; ended: Promise<unknown> }>();
  const request = async (
    name: string,
    options: LockOptions,
    callback: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    if (options.ifAvailable && held.has(name)) return callback(null);
    if (options.steal) {
      held.get(name)?.steal();
      held.delete(name);
    }
    for (let now = held.get(name); now; now = held.get(name)) await now.ended;
    let steal = (): void => undefined;
    const stolen = new Promise<never>((_, reject) => {
      steal = () => reject(new DOMException('stolen', 'AbortError'));
    });
    const work = Promise.race([Promise.resolve(callback({ name, mode: 'exclusive' })), stolen]);
    const mine = {
      steal,
      ended: work
        .catch(() => undefined)
        .then(() => {
          if (held.get(name) === mine) held.delete(name);
        }),
    };
    held.set(name, mine);
    return work;
  };
  return { request: request as LockManager['request'] };
}

/** A browser whose tabs open libraries of one pack on the global (fake) IndexedDB. */
export function browser(options: { readonly webLocks?: boolean } = {}) {
  const locks = options.webLocks === false ? null : lockManager();
  const channels: BroadcastChannel[] = [];
  let isClosed = false;
  const tab = (about: Partial<LibrarySurroundings> = {}) => {
    let remembered: string | null = null;
    const openChannel = (name: string): BroadcastChannel => {
      const channel = new BroadcastChannel(name);
      const post = channel.postMessage.bind(channel);
      // What a test's tabs still save when it is over is told to nobody.
      channel.postMessage = (message) => void (isClosed || post(message));
      channels.push(channel);
      return channel;
    };
    return openLibrary({
      packId: 'pack',
      packVersion: '1',
      otherVersions: new Set(),
      store: browserStore(),
      locks: documentLocks({ locks, openChannel }),
      newId,
      tabMemory: { get: () => remembered, set: (id) => (remembered = id) },
      ...about,
    });
  };
  const close = (): void => {
    isClosed = true;
    for (const channel of channels) channel.close();
  };
  return { tab, close };
}
