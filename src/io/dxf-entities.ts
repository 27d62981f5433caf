// An ASCII DXF (AutoCAD DXF reference, R12 to 2018) as lists of entities: pairs of a group code and a value, cut at every
// code 0. Nothing is interpreted here but the sections.
// dxf-parser 1.1.2 was tried: it drops the attributes of inserts (names of villages in blocks), the weights of splines and,
// unsaid, every type it does not know; a drawing without EOF or with one odd boolean is lost as a whole.
import { LimitPassed } from './limits';
import { BrokenFile } from './read-layers';

export type DxfPair = readonly [code: number, value: string];

export interface DxfEntity {
  readonly type: string;
  readonly pairs: readonly DxfPair[];
  /** VERTEX of a POLYLINE, ATTRIB of an INSERT. */
  readonly parts: readonly DxfEntity[];
}

export interface DxfBlock {
  readonly base: readonly [x: number, y: number];
  readonly entities: readonly DxfEntity[];
}

export interface DxfDrawing {
  readonly entities: readonly DxfEntity[];
  readonly blocks: ReadonlyMap<string, DxfBlock>;
  /** AutoCAD colour number by layer. */
  readonly layerColours: ReadonlyMap<string, number>;
  /** The file ends without EOF. */
  readonly isCut: boolean;
}

const MOST_PAIRS = 40_000_000;

export function numberOf(entity: DxfEntity, code: number, fallback = 0): number {
  const found = entity.pairs.find(([each]) => each === code);
  const value = found === undefined ? fallback : Number(found[1]);
  return Number.isFinite(value) ? value : fallback;
}

export function textOf(entity: DxfEntity, code: number): string {
  return entity.pairs.find(([each]) => each === code)?.[1].trim() ?? '';
}

interface Draft extends DxfEntity {
  readonly pairs: DxfPair[];
  readonly parts: DxfEntity[];
}

class DxfReader {
  readonly entities: DxfEntity[] = [];
  readonly blocks = new Map<string, DxfBlock>();
  readonly layerColours = new Map<string, number>();
  isCut = true;
  #section = '';
  #current: Draft | null = null;
  /** POLYLINE or INSERT that takes the entities up to SEQEND. */
  #owner: Draft | null = null;
  #block: { name: string; base: [number, number]; entities: DxfEntity[] } | null = null;

  /** A code 0 ends the entity before it. */
  begin(type: string): void {
    this.#close();
    if (type === 'EOF') this.isCut = false;
    this.#current = { type, pairs: [], parts: [] };
  }

  add(code: number, value: string): void {
    const current = this.#current;
    if (current === null) return;
    if (current.type === 'SECTION' && code === 2) this.#section = value.trim().toUpperCase();
    current.pairs.push([code, value]);
  }

  #close(): void {
    const entity = this.#current;
    this.#current = null;
    if (entity === null) return;
    if (entity.type === 'ENDSEC') {
      this.#section = '';
      this.#owner = null;
    } else if (this.#section === 'TABLES') {
      if (entity.type === 'LAYER')
        this.layerColours.set(textOf(entity, 2), numberOf(entity, 62, 7));
    } else if (this.#section === 'BLOCKS') this.#closeInBlocks(entity);
    else if (this.#section === 'ENTITIES') this.#closeEntity(entity, this.entities);
  }

  #closeInBlocks(entity: Draft): void {
    if (entity.type === 'BLOCK') {
      const base: [number, number] = [numberOf(entity, 10), numberOf(entity, 20)];
      this.#block = { name: textOf(entity, 2), base, entities: [] };
    } else if (entity.type === 'ENDBLK') {
      if (this.#block) this.blocks.set(this.#block.name, this.#block);
      this.#block = null;
      this.#owner = null;
    } else if (this.#block) this.#closeEntity(entity, this.#block.entities);
  }

  #closeEntity(entity: Draft, list: DxfEntity[]): void {
    const { type } = entity;
    if (type === 'SECTION' || type === 'SEQEND') this.#owner = null;
    else if (this.#owner && (type === 'VERTEX' || type === 'ATTRIB'))
      this.#owner.parts.push(entity);
    else {
      const takesParts = type === 'POLYLINE' || (type === 'INSERT' && numberOf(entity, 66) === 1);
      this.#owner = takesParts ? entity : null;
      list.push(entity);
    }
  }

  finish(): void {
    this.#close();
  }
}

/** Line ends of the text from `from`: [end, start of the next]. */
function lineEnd(text: string, from: number): readonly [number, number] {
  const at = text.indexOf('\n', from);
  if (at < 0) return [text.length, text.length];
  return [text.charCodeAt(at - 1) === 0x0d && at > from ? at - 1 : at, at + 1];
}

/** @throws BrokenFile when it is no ASCII DXF, LimitPassed */
export function readDxfEntities(text: string): DxfDrawing {
  const reader = new DxfReader();
  let at = 0;
  let pairs = 0;
  while (at < text.length) {
    const [codeEnd, valueAt] = lineEnd(text, at);
    const printed = text.slice(at, codeEnd).trim();
    const [valueEnd, next] = lineEnd(text, valueAt);
    at = next;
    if (printed === '' && at >= text.length) break;
    const code = Number(printed);
    if (!Number.isInteger(code) || printed === '') {
      if (pairs === 0) throw new BrokenFile('不是 DXF');
      throw new BrokenFile(`DXF 第 ${pairs * 2 + 1} 行应为组码，是「${printed.slice(0, 20)}」`);
    }
    pairs += 1;
    if (pairs > MOST_PAIRS) throw new LimitPassed('DXF 超过 8,000 万行');
    const value = text.slice(valueAt, valueEnd);
    if (code === 0) reader.begin(value.trim().toUpperCase());
    else reader.add(code, value);
  }
  reader.finish();
  const { entities, blocks, layerColours, isCut } = reader;
  return { entities, blocks, layerColours, isCut };
}
