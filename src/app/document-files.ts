// .cuntu files on the user's disk: by the File System Access API where there is one (Ctrl+S then writes the same file
// again), else by download and <input type="file">.
import type { Outcome, Problem } from '../domain/problem';
import { download } from './download';

type Permission = (descriptor: { readonly mode: 'readwrite' }) => Promise<PermissionState>;

export interface FileHandle {
  readonly name: string;
  /** Chromium's; a handle of an earlier visit may be written only when the user says so again. */
  readonly queryPermission?: Permission;
  readonly requestPermission?: Permission;
  readonly getFile: () => Promise<File>;
  readonly createWritable: () => Promise<{
    readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
    readonly close: () => Promise<void>;
  }>;
}

interface Pickers {
  readonly showSaveFilePicker?: (options: object) => Promise<FileHandle>;
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileHandle[]>;
}

/** A file that was saved to or opened; without a handle it can only be downloaded anew. */
export interface FileTarget {
  readonly name: string;
  readonly handle: FileHandle | null;
}

export interface OpenedFile {
  readonly target: FileTarget;
  readonly bytes: Uint8Array;
}

const MIME_TYPE = 'application/vnd.cuntu+zip';
const TYPES = [{ description: '村图方案', accept: { [MIME_TYPE]: ['.cuntu'] } }];

/** What the picker was asked for in this window; a function, since tests and embedders may change it. */
const pickers = (): Pickers => window as unknown as Pickers;

function fileProblem(cause: unknown, name: string): Problem {
  const reason = cause instanceof DOMException ? cause.name : String(cause);
  const known: Readonly<Record<string, string>> = {
    NotAllowedError: '没有得到写入许可',
    NoModificationAllowedError: '文件被其他程序占用',
    QuotaExceededError: '磁盘空间不足',
    NotFoundError: '文件已被移走或删除',
    NotReadableError: '文件读不出来',
  };
  return {
    code: 'file-failed',
    severity: 'error',
    where: { file: name },
    text: `文件 ${name}：${known[reason] ?? `操作失败（${reason}）`}。`,
    mend: '请用“另存为”存到别处；方案仍在本机浏览器中。',
  };
}

function isCancelled(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}

/** Asks the user where the browser wants it: before the bytes are made, while the key press still counts. */
async function mayWrite(handle: FileHandle): Promise<boolean> {
  const mode = { mode: 'readwrite' } as const;
  if ((await handle.queryPermission?.(mode)) !== 'prompt') return true;
  return (await handle.requestPermission?.(mode)) === 'granted';
}

async function writeTo(handle: FileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  // The browser writes to a copy and swaps it in on close: a crash leaves the old file whole.
  const stream = await handle.createWritable();
  await stream.write(bytes);
  await stream.close();
}

/**
 * Saves to `target`, or where the user says when it is null; null when the user thought better of it. The place is asked
 * for before the bytes are made, while the browser still counts the key press as the user's wish.
 */
export async function saveFile(
  target: FileTarget | null,
  suggestedName: string,
  makeBytes: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Outcome<FileTarget> | null> {
  const { showSaveFilePicker } = pickers();
  let to: FileTarget = target ?? { name: suggestedName, handle: null };
  try {
    if (!to.handle && showSaveFilePicker) {
      const handle = await showSaveFilePicker.call(window, { suggestedName, types: TYPES });
      to = { name: handle.name, handle };
    }
    if (to.handle && !(await mayWrite(to.handle))) throw new DOMException('', 'NotAllowedError');
    const bytes = await makeBytes();
    if (to.handle) await writeTo(to.handle, bytes);
    else download(to.name, MIME_TYPE, bytes);
    return { ok: true, value: to, notes: [] };
  } catch (cause) {
    if (isCancelled(cause)) return null;
    return { ok: false, problems: [fileProblem(cause, to.name)] };
  }
}

/** The input stays in the page while the dialog is open: nothing else would keep it from being garbage collected. */
export function chooseByInput(accept: string): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.hidden = true;
  document.body.append(input);
  const chosen = new Promise<File | null>((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
  return chosen.finally(() => input.remove());
}

/** Lets the user choose a file; null when the user thought better of it. */
export async function chooseFile(): Promise<Outcome<OpenedFile> | null> {
  const { showOpenFilePicker } = pickers();
  let name = '';
  try {
    const handle = showOpenFilePicker
      ? (await showOpenFilePicker.call(window, { types: TYPES }))[0]
      : null;
    const file = handle ? await handle.getFile() : await chooseByInput('.cuntu');
    if (!file) return null;
    ({ name } = file);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ok: true, value: { target: { name, handle: handle ?? null }, bytes }, notes: [] };
  } catch (cause) {
    if (isCancelled(cause)) return null;
    return { ok: false, problems: [fileProblem(cause, name)] };
  }
}
