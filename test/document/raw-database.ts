/** The product's database as it lies, for tests that damage it or read it past the product. */
export function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('request failed'));
  });
}

async function withStore<T>(
  name: string,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await settle(indexedDB.open('cuntu'));
  try {
    return await settle(work(database.transaction(name, 'readwrite').objectStore(name)));
  } finally {
    database.close();
  }
}

export function allKeys(store: string): Promise<IDBValidKey[]> {
  return withStore(store, (raw) => raw.getAllKeys());
}

export function allValues(store: string): Promise<unknown[]> {
  return withStore(store, (raw) => raw.getAll() as IDBRequest<unknown[]>);
}

export async function overwrite(store: string, key: IDBValidKey, value: unknown): Promise<void> {
  await withStore(store, (raw) => raw.put(value, key));
}

export async function erase(store: string, key: IDBValidKey): Promise<void> {
  await withStore(store, (raw) => raw.delete(key));
}

/** A database as version 1 of the product made it: one record a pack. */
export async function writeVersion1(records: Readonly<Record<string, unknown>>): Promise<void> {
  const request = indexedDB.open('cuntu', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('documents');
    request.result.createObjectStore('damaged', { autoIncrement: true });
  };
  const database = await settle(request);
  const store = database.transaction('documents', 'readwrite').objectStore('documents');
  for (const [packId, record] of Object.entries(records)) await settle(store.put(record, packId));
  database.close();
}
