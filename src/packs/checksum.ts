/**
 * SHA-256 of the bytes as lower-case hex, or null where the browser offers no digest: `crypto.subtle`
 * exists on https and localhost only, so a page served over plain http on a LAN has none.
 */
export async function sha256Hex(bytes: Uint8Array): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  // Copy: the DOM type asks for a plain ArrayBuffer, and a view may cover only part of its buffer.
  const digest = await subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
