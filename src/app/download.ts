import { formatInteger } from '../ui/format';

/** Hands a file to the browser's download; nothing leaves the machine. */
export function download(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click only starts the download; revoking at once would cancel it in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const MOST_CHARACTERS = 80;

/**
 * A file name that Windows accepts. Where it is too long, its longest parts are cut (titles that people typed), so that what
 * the file is, for whom and of which day always stays.
 */
export function fileName(parts: readonly string[], extension: string): string {
  const named = parts.map((part) => part.replaceAll(/[\\/:*?"<>|\s]+/g, ''));
  const within = (most: number): string => named.map((part) => part.slice(0, most)).join('_');
  let most = MOST_CHARACTERS;
  while (within(most).length > MOST_CHARACTERS) most--;
  return `${within(most)}.${extension}`;
}

export function sizeText(bytes: number): string {
  return `${formatInteger(Math.ceil(bytes / 1024))} KB`;
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV_TYPE = 'text/csv;charset=utf-8';

/** Local date and time for people, e.g. "2026-11-22 10:30". */
export function localStamp(now: Date): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  const day = [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join('-');
  return `${day} ${pad(now.getHours())}:${pad(now.getMinutes())}`;
}
