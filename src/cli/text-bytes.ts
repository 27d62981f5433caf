// Text as UTF-8 bytes, put together without strings on the way: what a table of 668,000 rows is written from.
const ENCODER = new TextEncoder();
const ZERO = 48;
const DOT = 46;
/** No distance on earth; below it the product with 1,000 is right to 2e-5. */
const MOST_METRES = 1e8;

/** Grows as needed; `take` hands out what was added and begins anew. */
export class TextBytes {
  private bytes = new Uint8Array(1 << 16);
  private used = 0;

  private makeRoom(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.used + more));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }

  text(value: string): void {
    this.makeRoom(3 * value.length);
    const { bytes } = this;
    let to = this.used;
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      if (code < 0x80) {
        bytes[to++] = code;
      } else if (code < 0x800) {
        bytes[to++] = 0xc0 | (code >> 6);
        bytes[to++] = 0x80 | (code & 63);
      } else if (code < 0xd800 || code > 0xdfff) {
        bytes[to++] = 0xe0 | (code >> 12);
        bytes[to++] = 0x80 | ((code >> 6) & 63);
        bytes[to++] = 0x80 | (code & 63);
      } else {
        // Characters of two halves are rare: all of the text again.
        this.used += ENCODER.encodeInto(value, bytes.subarray(this.used)).written;
        return;
      }
    }
    this.used = to;
  }

  /** Metres with three decimals, as `toFixed(3)` has them. */
  metres(metres: number): void {
    const scaled = metres * 1000;
    const below = Math.floor(scaled);
    const rest = scaled - below;
    // Near the middle the product's rounding could tip it.
    if (!(metres >= 0 && metres < MOST_METRES) || Math.abs(rest - 0.5) < 1e-3) {
      this.text(metres.toFixed(3));
      return;
    }
    const millimetres = rest > 0.5 ? below + 1 : below;
    const whole = Math.floor(millimetres / 1000);
    let size = 1;
    for (let least = 10; least <= whole; least *= 10) size++;
    this.digits(whole, size);
    this.bytes[this.used++] = DOT;
    this.digits(millimetres - whole * 1000, 3);
  }

  /** The last `size` digits of a whole number. */
  private digits(value: number, size: number): void {
    this.makeRoom(size + 1);
    let left = value | 0;
    for (let at = this.used + size - 1; at >= this.used; at--) {
      const tenth = (left / 10) | 0;
      this.bytes[at] = ZERO + left - tenth * 10;
      left = tenth;
    }
    this.used += size;
  }

  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.used);
    this.used = 0;
    return taken;
  }
}
