// Tables of a SQLite file by SQLite itself (sql.js; the build that carries its own WebAssembly, so that page, worker and
// command load it alike). A file is data: only what SQLite calls an ordinary table is read. A view may hold any query, one
// without end too, and a schema can call a view a table, so its own list is asked.
import initSqlJs from 'sql.js/dist/sql-wasm-inline.js';
import { LimitPassed } from './limits';
import { BrokenFile } from './read-layers';

export type SqliteValue = string | number | Uint8Array | null;
type Database = InstanceType<Awaited<ReturnType<typeof initSqlJs>>['Database']>;

const BROKEN = '数据库文件已损坏或不完整';
/** 2 in both stands for a write-ahead log, which SQLite would look for beside the file; 1 for none. */
const JOURNAL_AT = [18, 19] as const;

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function withoutJournal(bytes: Uint8Array): Uint8Array {
  if (JOURNAL_AT.every((at) => bytes[at] !== 2)) return bytes;
  const copy = bytes.slice();
  for (const at of JOURNAL_AT) copy[at] = 1;
  return copy;
}

/** Runs `read`; whatever SQLite throws at a damaged file becomes BrokenFile. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof LimitPassed || cause instanceof BrokenFile) throw cause;
    throw new BrokenFile(BROKEN);
  }
}

export class SqliteFile {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Ordinary tables. @throws BrokenFile */
  tableNames(): readonly string[] {
    return guarded(() => {
      const [list] = this.#database.exec(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'",
      );
      return (list?.values ?? []).map(([name]) => String(name));
    });
  }

  /** Calls `take` with every row in the table's order; gives the column names. @throws BrokenFile, what `take` throws */
  readTable(
    name: string,
    take: (columns: readonly string[], values: readonly SqliteValue[]) => void,
  ): readonly string[] {
    const statement = guarded(() => this.#database.prepare(`SELECT * FROM ${quoted(name)}`));
    try {
      const columns = statement.getColumnNames();
      while (guarded(() => statement.step()))
        take(
          columns,
          guarded(() => statement.get()),
        );
      return columns;
    } finally {
      statement.free();
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** @throws BrokenFile */
export async function openSqlite(bytes: Uint8Array): Promise<SqliteFile> {
  const sql = await initSqlJs();
  return guarded(() => {
    const database = new sql.Database(withoutJournal(bytes));
    // The file's own functions in defaults and generated columns stay harmless.
    database.run('PRAGMA trusted_schema = OFF');
    return new SqliteFile(database);
  });
}
