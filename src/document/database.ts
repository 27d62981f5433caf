// The browser's database of documents: its stores, its upgrade from earlier versions, and its failures as problems.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Problem } from '../domain/problem';
import { FIRST_TITLE, firstDocumentId } from './migrations/1-to-2';
import { textChecksum } from './text-checksum';

const DATABASE_NAME = 'cuntu';
const DATABASE_VERSION = 2;

/** Any text that we keep, with its checksum. */
export interface KeptText {
  readonly text: string;
  readonly checksum: number;
}

/** What the list of documents shows without reading any document. */
export interface DocumentHead {
  readonly id: string;
  readonly packId: string;
  /** Not there in heads of before there were several versions; the next save writes it. */
  readonly packVersion?: string;
  readonly title: string;
  /** ISO 8601 instants. */
  readonly savedAt: string;
  readonly openedAt: string;
  /** When the user deleted it; it can be brought back for some days. */
  readonly deletedAt: string | null;
  /** Characters kept, about bytes for Latin text. */
  readonly size: number;
  /** Token of the tab that may write; a tab whose token is gone must not. */
  readonly owner: string;
}

/** Keys: snapshot [id, generation]; journal [id, generation, sequence]; content [id, name, part]. */
export interface DocumentSchema extends DBSchema {
  heads: { key: string; value: DocumentHead };
  snapshots: { key: [string, number]; value: KeptText };
  journal: { key: [string, number, number]; value: KeptText };
  contents: { key: [string, string, number]; value: KeptText };
  /** What could not be read, whole and as it was. */
  damaged: { key: number; value: unknown };
}
export type Database = IDBPDatabase<DocumentSchema>;

class StorageBlocked extends Error {}

export function keptText(text: string): KeptText {
  return { text, checksum: textChecksum(text) };
}

function problem(code: string, text: string, mend: string): Problem {
  return { code, severity: 'warning', where: {}, text, mend };
}

export function storageUnavailable(): Problem {
  return problem(
    'storage-unavailable',
    '浏览器不允许本站保存数据（可能是无痕窗口）。',
    '可以继续工作，但关闭页面后不会保留：请用“另存为”存成文件；或退出无痕窗口、允许本站存储后重新打开。',
  );
}

/** Chinese words for a failure of the browser's storage; anything else is a fault of ours and is thrown on. */
export function storageProblem(cause: unknown): Problem {
  if (cause instanceof StorageBlocked) {
    return problem(
      'storage-blocked',
      '另一个标签页正占用旧版本的数据。',
      '请关闭其他打开村图的标签页，再重新加载本页；期间可用“另存为”存成文件。',
    );
  }
  if (!(cause instanceof DOMException) || cause.name === 'DataCloneError') throw cause;
  switch (cause.name) {
    case 'QuotaExceededError':
      return problem(
        'storage-quota',
        '浏览器的存储空间已满，刚才的修改没有保存。',
        '请用“另存为”存成文件，或删除不用的方案、清理磁盘；腾出空间后下一次修改会自动保存。',
      );
    case 'SecurityError':
    case 'InvalidStateError':
    case 'NotAllowedError':
      return storageUnavailable();
    case 'VersionError':
      return problem(
        'storage-newer',
        '浏览器中的数据由更新版本的村图建立。',
        '请改用新版本打开；本次的修改不会自动保存，可用“另存为”存成文件。',
      );
    default:
      return problem(
        'storage-failed',
        `浏览器保存数据失败（${cause.name}）。`,
        '可以继续工作，并用“另存为”存成文件；请检查磁盘空间，重新加载页面后再试。',
      );
  }
}

type Upgrade = IDBPTransaction<
  DocumentSchema,
  ('heads' | 'snapshots' | 'journal' | 'contents' | 'damaged')[],
  'versionchange'
>;

/** Version 1 kept one record a pack in "documents". */
interface Version1 extends DBSchema {
  documents: { key: string; value: unknown };
}

/** Each record of version 1 becomes the first snapshot of a document, word for word. */
async function moveFromVersion1(
  database: Database,
  transaction: Upgrade,
  now: () => string,
): Promise<void> {
  const old = transaction as unknown as IDBPTransaction<Version1, ['documents'], 'versionchange'>;
  for (const packId of await old.objectStore('documents').getAllKeys()) {
    const text = JSON.stringify(await old.objectStore('documents').get(packId));
    const id = firstDocumentId(packId);
    await transaction.objectStore('snapshots').put(keptText(text), [id, 1]);
    const times = { savedAt: now(), openedAt: now(), deletedAt: null };
    await transaction
      .objectStore('heads')
      .put({ id, packId, title: FIRST_TITLE, ...times, size: text.length, owner: '' }, id);
  }
  (database as unknown as IDBPDatabase<Version1>).deleteObjectStore('documents');
}

async function upgrade(
  database: Database,
  oldVersion: number,
  transaction: Upgrade,
  now: () => string,
): Promise<void> {
  if (oldVersion < 1) database.createObjectStore('damaged', { autoIncrement: true });
  database.createObjectStore('heads');
  database.createObjectStore('snapshots');
  database.createObjectStore('journal');
  database.createObjectStore('contents');
  if (oldVersion === 1) await moveFromVersion1(database, transaction, now);
}

/** Opens, upgrading where needed. Rejects with what storageProblem knows. `onClosed` when it is closed under us. */
export async function openDatabase(onClosed: () => void, now: () => string): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<DocumentSchema>(DATABASE_NAME, DATABASE_VERSION, {
      upgrade: (database, oldVersion, _newVersion, transaction) =>
        upgrade(database, oldVersion, transaction as Upgrade, now),
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
