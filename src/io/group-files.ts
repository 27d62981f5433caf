// Dropped files to things to read: a zip is opened, a shapefile's companions are put together, everything else is itself.
import type { Problem } from '../domain/problem';
import { decodeText } from './decode-text';
import { LimitPassed, MOST_FILE_BYTES } from './limits';
import { BrokenFile, fileNote, refuseFile } from './read-layers';
import type { ShapefileParts } from './read-shapefile';
import { type InputKind, isJunk, recognise } from './recognise';
import { ABOUT_FILE, NAMES_FILE, readFieldNames } from './shapefile-names';
import type { InputFile } from './source-layer';
import { unzipEntry, zipEntries } from './zip-entries';

export type ReadableKind = Exclude<InputKind, 'shapefile-part' | 'zip' | 'cuntu' | 'pack'>;

export type ReadJob =
  | { readonly kind: ReadableKind; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'shapefile'; readonly path: string; readonly parts: ShapefileParts };

export interface FileJobs {
  readonly jobs: readonly ReadJob[];
  /** Of the files that can not be read. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Entries of an archive that never hold data. */
const NO_DATA =
  /\.(jpe?g|png|gif|bmp|svg|pdf|docx?|pptx?|mp4|mp3|exe|dll|lyrx?|mxd|aprx|qgz|qgs|sld|qml)$/i;

class Grouper {
  readonly jobs: ReadJob[] = [];
  readonly problems: Problem[] = [];
  readonly notes: Problem[] = [];
  /** By folder and base name in lower case. */
  readonly #shapefiles = new Map<string, InputFile[]>();
  /** Full headings of our own exports, by archive. */
  readonly #fieldNames = new Map<string, ReadonlyMap<string, string>>();

  add(file: InputFile, isInZip: boolean): void {
    const { path, bytes } = file;
    const refuse = (code: string, what: string, mend: string): void => {
      this.problems.push(...refuseFile(code, path, what, mend).problems);
    };
    if (bytes.length > MOST_FILE_BYTES) {
      const size = Math.ceil(bytes.length / 1024 / 1024);
      refuse(
        'input-too-large',
        `有 ${size} MB，超过 200 MB 的上限。`,
        '请先拆分，或只导出需要的部分。',
      );
      return;
    }
    const recognised = recognise(file);
    if (!recognised.ok) {
      refuse(recognised.code, recognised.what, recognised.mend);
      return;
    }
    switch (recognised.kind) {
      case 'shapefile-part':
        this.#addPart(file);
        break;
      case 'zip':
        if (isInZip)
          refuse('input-nested-zip', '是压缩包里的压缩包，没有打开。', '请先解压再导入。');
        else this.#addZip(file);
        break;
      case 'cuntu':
        refuse('input-cuntu', '是村图方案文件，不是要导入的数据。', '请用「打开」打开它。');
        break;
      case 'pack':
        refuse('input-pack', '是区域数据包，不是要导入的数据。', '请用「打开数据包」打开它。');
        break;
      default:
        this.jobs.push({ kind: recognised.kind, path, bytes });
    }
  }

  #addPart(file: InputFile): void {
    const base = file.path.toLowerCase().replace(/(\.shp\.xml|\.[a-z]+)$/, '');
    const parts = this.#shapefiles.get(base) ?? [];
    parts.push(file);
    this.#shapefiles.set(base, parts);
  }

  #addZip({ path, bytes }: InputFile): void {
    const before = this.jobs.length + this.problems.length + this.#shapefiles.size;
    try {
      const entries = zipEntries(bytes);
      const named = entries.find((entry) => entry.path === NAMES_FILE);
      const text = named === undefined ? null : decodeText(unzipEntry(bytes, named));
      const names = text === null ? null : readFieldNames(text.text);
      if (names !== null) this.#fieldNames.set(`${path}/`, names);
      for (const entry of entries) {
        if (isJunk(entry.path)) continue;
        if (names !== null && (entry.path === NAMES_FILE || entry.path === ABOUT_FILE)) continue;
        const inner = `${path}/${entry.path}`;
        if (NO_DATA.test(entry.path)) {
          this.notes.push(fileNote('zip-skipped', inner, '不是数据文件，没有读入。', '无需处理。'));
        } else if (entry.size > 0 || !/\.(shx|cpg|prj)$/i.test(entry.path)) {
          this.add({ path: inner, bytes: unzipEntry(bytes, entry) }, true);
        }
      }
    } catch (cause) {
      if (!(cause instanceof BrokenFile || cause instanceof LimitPassed)) throw cause;
      const isUnsafe = cause instanceof LimitPassed;
      const mend = isUnsafe ? '请解压后只选需要的文件。' : '请重新下载、复制或打包。';
      const code = isUnsafe ? 'input-unsafe-zip' : 'input-broken-zip';
      this.problems.push(...refuseFile(code, path, `${cause.what}。`, mend).problems);
      return;
    }
    if (this.jobs.length + this.problems.length + this.#shapefiles.size === before) {
      const { problems } = refuseFile(
        'zip-empty',
        path,
        '压缩包里没有能读的数据。',
        '请检查压缩包的内容。',
      );
      this.problems.push(...problems);
    }
  }

  finish(): FileJobs {
    for (const files of this.#shapefiles.values()) {
      const part = (ending: string): Uint8Array | null =>
        files.find(({ path }) => path.toLowerCase().endsWith(ending))?.bytes ?? null;
      const main = ['.shp', '.dbf']
        .map((ending) => files.find(({ path }) => path.toLowerCase().endsWith(ending)))
        .find((each) => each !== undefined);
      const path = main?.path ?? files[0]?.path ?? '';
      // A .shp under another name is known by its content; companions are known by their name only.
      const renamed = main
        ? null
        : files.find(({ bytes }) => bytes[2] === 0x27 && bytes[3] === 0x0a);
      const isIndex = /\.shx$/i.test(renamed?.path ?? '');
      const parts = {
        fileName: path,
        shp: part('.shp') ?? (isIndex ? null : (renamed?.bytes ?? null)),
        dbf: part('.dbf'),
        prj: part('.prj'),
        cpg: part('.cpg'),
        fieldNames: [...this.#fieldNames].find(([zip]) => path.startsWith(zip))?.[1] ?? null,
      };
      this.jobs.push({ kind: 'shapefile', path, parts });
    }
    const { jobs, problems, notes } = this;
    return { jobs, problems, notes };
  }
}

/** Never throws on bad input. */
export function groupFiles(files: readonly InputFile[]): FileJobs {
  const grouper = new Grouper();
  for (const file of files) if (!isJunk(file.path)) grouper.add(file, false);
  return grouper.finish();
}
