// The tables of a SQLite file and their columns, from its schema table. Column names are read out of the stored
// CREATE TABLE text by a small tokenizer; nothing is executed.
import type { SqliteFile, SqliteRow, SqliteValue } from './sqlite-file';

export interface SqliteTable {
  readonly name: string;
  readonly root: number;
  readonly columns: readonly string[];
  /** Column that stands for the rowid and is stored as null; −1 for none. */
  readonly rowidColumn: number;
}

const CONSTRAINTS = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN']);
const TOKEN =
  /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|[(),]|[^\s(),"`'[]+/g;

function unquoted(token: string): string {
  const [first] = token;
  if (first === '[') return token.slice(1, -1);
  if (first === '"' || first === '`' || first === "'") {
    return token.slice(1, -1).replaceAll(first + first, first);
  }
  return token;
}

/** Tokens of every column definition and table constraint between the outer brackets. */
function definitionsOf(sql: string): string[][] {
  const definitions: string[][] = [];
  let current: string[] = [];
  let depth = 0;
  for (const [token] of sql.matchAll(TOKEN)) {
    if (token.startsWith('--') || token.startsWith('/*')) continue;
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    const isSplit = (token === ',' && depth === 1) || (token === ')' && depth === 0);
    if (isSplit) {
      definitions.push(current);
      current = [];
      if (depth === 0) break;
    } else if (depth > 1 || (depth === 1 && token !== '(')) current.push(token);
  }
  return definitions.filter((each) => each.length > 0);
}

/** The one column of a table constraint PRIMARY KEY (column); null for none or several. */
function primaryKeyOf(constraint: readonly string[]): string | null {
  const at = constraint.findIndex((token) => token.toUpperCase() === 'PRIMARY');
  const [, , open, column, close] = constraint.slice(at);
  return at >= 0 && open === '(' && close === ')' && column !== undefined ? unquoted(column) : null;
}

function tableOf(name: string, root: number, sql: string): SqliteTable | null {
  if (!/^\s*CREATE\s+TABLE/i.test(sql) || /WITHOUT\s+ROWID\s*;?\s*$/i.test(sql)) return null;
  const definitions = definitionsOf(sql);
  const isConstraint = ([first = '']: readonly string[]): boolean =>
    CONSTRAINTS.has(first.toUpperCase());
  const columns = definitions.filter((each) => !isConstraint(each));
  const keys = definitions.filter(isConstraint).map(primaryKeyOf);
  // A column of exactly this type that is the primary key stands for the rowid (sqlite.org/lang_createtable).
  const rowidColumn = columns.findIndex(
    ([first = '', type = '', ...rest]) =>
      type.toUpperCase() === 'INTEGER' &&
      (/\bPRIMARY KEY\b/i.test(rest.join(' ')) || keys.includes(unquoted(first))),
  );
  return { name, root, columns: columns.map(([first = '']) => unquoted(first)), rowidColumn };
}

/** Tables by lower-case name; virtual tables, views and tables without rowids are left out. @throws BrokenFile */
export function sqliteTables(file: SqliteFile): ReadonlyMap<string, SqliteTable> {
  const tables = new Map<string, SqliteTable>();
  for (const { values } of file.rows(1)) {
    const [type, name, , root, sql] = values;
    if (type !== 'table' || typeof name !== 'string' || typeof sql !== 'string') continue;
    const table = typeof root === 'number' && root > 0 ? tableOf(name, root, sql) : null;
    if (table) tables.set(name.toLowerCase(), table);
  }
  return tables;
}

/** Values of a row by column; a column added after the row was written is null. */
export function rowValues(table: SqliteTable, row: SqliteRow): readonly SqliteValue[] {
  return table.columns.map((_, i) =>
    i === table.rowidColumn ? row.rowid : (row.values[i] ?? null),
  );
}
