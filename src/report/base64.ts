/** Characters at once: more arguments would overflow the stack. Divisible by 3, so that the parts join without padding. */
const CHUNK = 0x3000;

export function bytesToBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK))));
  return parts.join('');
}
