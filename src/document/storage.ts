// The document with its history in IndexedDB, one record a pack. Storage may be missing (private window), refused, full or
// closed under us: each is a Problem, and the app goes on without. A record that cannot be read is moved aside, never
// overwritten.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Outcome, Problem } from '../domain/problem';
import type { History } from './history';
import type { ImportContent } from '../domain/imported';
import { historyToRecord } from './document-record';
import { parseHistory } from './parse-record';

const DATABASE_NAME = 'cuntu';
const DATABASE_VERSION = 1;

/** Records are `unknown` on purpose: another version of the app, or damage, may have written them. */
interface DocumentSchema extends DBSchema {
  documents: { key: string; value: unknown };
  damaged: { key: number; value: unknown };
}
type Database = IDBPDatabase<DocumentSchema>;

export interface DocumentStorage {
  /** The saved history of a pack's document; null when there is none. */
  readonly load: (packId: string) => Promise<Outcome<History | null>>;
  /** Null when it is safely stored. */
  readonly save: (packId: string, history: History) => Promise<Problem | null>;
}

class StorageBlocked extends Error {}

function problem(code: string, text: string, mend: string): Problem {
  return { code, severity: 'warning', where: {}, text, mend };
}

const MEND_NO_STORAGE =
  '可以继续工作，但关闭页面后不会保留：请退出无痕窗口或在浏览器设置中允许本站存储，再重新打开。';

function unavailable(): Problem {
  return problem(
    'storage-unavailable',
    '浏览器不允许本站保存数据（可能是无痕窗口）。',
    MEND_NO_STORAGE,
  );
}

/** Chinese words for a failure of the browser's storage; anything else is a fault of ours and is thrown on. */
function storageProblem(cause: unknown): Problem {
  if (cause instanceof StorageBlocked) {
    return problem(
      'storage-blocked',
      '另一个标签页正占用旧版本的数据。',
      '请关闭其他打开村图的标签页，再重新加载本页。',
    );
  }
  if (!(cause instanceof DOMException) || cause.name === 'DataCloneError') throw cause;
  switch (cause.name) {
    case 'QuotaExceededError':
      return problem(
        'storage-quota',
        '浏览器的存储空间已满，刚才的修改没有保存。',
        '请清理磁盘或本站的旧数据；腾出空间后下一次修改会自动保存。',
      );
    case 'SecurityError':
    case 'InvalidStateError':
    case 'NotAllowedError':
      return unavailable();
    case 'VersionError':
      return problem(
        'storage-newer',
        '浏览器中的数据由更新版本的村图建立。',
        '请改用新版本打开；本次的修改不会保存。',
      );
    default:
      return problem(
        'storage-failed',
        `浏览器保存数据失败（${cause.name}）。`,
        '可以继续工作；请检查磁盘空间，重新加载页面后再试。',
      );
  }
}

async function openDatabase(onClosed: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<DocumentSchema>(DATABASE_NAME, DATABASE_VERSION, {
      upgrade(database) {
        database.createObjectStore('documents');
        database.createObjectStore('damaged', { autoIncrement: true });
      },
      blocked: () => reject(new StorageBlocked()),
      blocking: (_current, _wanted, event) => {
        // A newer version in another tab waits for us: make way, and open again when next needed.
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    }).then(resolve, reject);
  });
}

function withContents(history: History): unknown {
  const names = new Map<ImportContent, string>();
  const record = historyToRecord(history, ({ content }) => {
    const name = names.get(content) ?? String(names.size);
    names.set(content, name);
    return name;
  });
  return { ...record, contents: new Map([...names].map(([content, name]) => [name, content])) };
}

function contentsOf(record: unknown): ReadonlyMap<string, ImportContent> {
  const { contents } = record as { contents?: ReadonlyMap<string, ImportContent> };
  return contents ?? new Map();
}

/** Storage in the browser's IndexedDB. Opens nothing before the first call. */
export function browserStorage(): DocumentStorage {
  let opening: Promise<Database> | null = null;
  const forget = (): void => {
    opening = null;
  };
  const database = (): Promise<Database> => {
    opening ??= openDatabase(forget).catch((cause: unknown) => {
      forget();
      throw cause;
    });
    return opening;
  };

  return {
    load: async (packId) => {
      if (typeof indexedDB === 'undefined') return { ok: false, problems: [unavailable()] };
      try {
        const record = await (await database()).get('documents', packId);
        if (record === undefined) return { ok: true, value: null, notes: [] };
        const history = parseHistory(record, { contents: contentsOf(record), lost: new Map() });
        if (history.ok) return history;
        await (await database()).add('damaged', record);
        return { ok: true, value: null, notes: history.problems };
      } catch (cause) {
        return { ok: false, problems: [storageProblem(cause)] };
      }
    },
    save: async (packId, history) => {
      if (typeof indexedDB === 'undefined') return unavailable();
      try {
        await (await database()).put('documents', withContents(history), packId);
        return null;
      } catch (cause) {
        return storageProblem(cause);
      }
    },
  };
}
