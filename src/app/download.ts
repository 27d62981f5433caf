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

/** A file name that Windows accepts. */
export function fileName(parts: readonly string[], extension: string): string {
  const stem = parts.join('_').replaceAll(/[\\/:*?"<>|\s]+/g, '');
  return `${stem.slice(0, 80)}.${extension}`;
}
