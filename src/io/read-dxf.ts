// An ASCII DXF drawing as a layer: every entity a row with its layer, colour, text and block; inserted blocks are expanded.
import type { Geometry, Position } from 'geojson';
import type { Problem } from '../domain/problem';
import { decodeText } from './decode-text';
import { CURVE_SAGITTA_SHARE, SPLINE_PIECES } from './dxf-curves';
import { type DxfDrawing, type DxfEntity, numberOf, readDxfEntities, textOf } from './dxf-entities';
import { isTilted, mirrorOf, shapeOf } from './dxf-shapes';
import { plainDxfText, plainMtext } from './dxf-text';
import { FeatureRows } from './feature-rows';
import { LimitPassed, VertexCount } from './limits';
import { type LayersOutcome, fileNote, refuseFile } from './read-layers';
import type { SourceCell } from './source-layer';

const MEND_SAVE = '请在 CAD 中另存为「AutoCAD 2004/2007 DXF」（文本格式）后再导入。';
const MOST_INSERT_DEPTH = 16;
const MOST_INSERTS = 200_000;
const BYLAYER = 256;
const BYBLOCK = 0;
const RADIANS = Math.PI / 180;
const CURVES = new Set(['ARC', 'CIRCLE', 'ELLIPSE', 'SPLINE']);

/** [a, b, c, d, e, f]: x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function apply([a, b, c, d, e, f]: Matrix, [x = 0, y = 0]: Position): Position {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** First `inner`, then `outer`. */
function chained(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d] = inner;
  const [e = 0, f = 0] = apply(outer, [inner[4], inner[5]]);
  const [oa, ob, oc, od] = outer;
  return [oa * a + oc * b, ob * a + od * b, oa * c + oc * d, ob * c + od * d, e, f];
}

function transformed(geometry: Geometry, matrix: Matrix): Geometry {
  if (geometry.type === 'Point') {
    return { type: 'Point', coordinates: apply(matrix, geometry.coordinates) };
  }
  if (geometry.type !== 'LineString') throw new Error(`drawn shape is a ${geometry.type}`);
  return {
    type: 'LineString',
    coordinates: geometry.coordinates.map((each) => apply(matrix, each)),
  };
}

interface Place {
  readonly matrix: Matrix;
  readonly depth: number;
  /** Of the outermost block; empty outside blocks. */
  readonly block: string;
  /** Of entities on layer 0 and by block, which take the insert's. */
  readonly layer: string | null;
  readonly colour: SourceCell;
}

class Drafter {
  readonly rows = new FeatureRows();
  readonly skipped = new Map<string, number>();
  readonly missingBlocks = new Set<string>();
  tilted = 0;
  paper = 0;
  curves = 0;
  broken = 0;
  inserts = 0;
  readonly #drawing: DxfDrawing;
  readonly #vertices: VertexCount;

  constructor(drawing: DxfDrawing, vertices: VertexCount) {
    this.#drawing = drawing;
    this.#vertices = vertices;
  }

  drawAll(): void {
    const place = { matrix: IDENTITY, depth: 0, block: '', layer: null, colour: null };
    for (const entity of this.#drawing.entities) {
      // 67: drawn on a sheet of paper, in its millimetres.
      if (numberOf(entity, 67) === 1) this.paper += 1;
      else this.#draw(entity, place);
    }
  }

  #layerOf(entity: DxfEntity, place: Place): string {
    const layer = textOf(entity, 8);
    return place.layer !== null && (layer === '0' || layer === '') ? place.layer : layer;
  }

  /** "#RRGGBB" for a true colour, else AutoCAD's number; the layer's where the entity says so. */
  #colourOf(entity: DxfEntity, layer: string, place: Place): SourceCell {
    const rgb = numberOf(entity, 420, -1);
    if (rgb >= 0) return `#${(rgb & 0xffffff).toString(16).padStart(6, '0').toUpperCase()}`;
    const index = numberOf(entity, 62, BYLAYER);
    if (index === BYBLOCK && place.colour !== null) return place.colour;
    if (index !== BYLAYER && index !== BYBLOCK) return Math.abs(index);
    const ofLayer = this.#drawing.layerColours.get(layer);
    return ofLayer === undefined ? null : Math.abs(ofLayer);
  }

  #draw(entity: DxfEntity, place: Place): void {
    if (entity.type === 'INSERT') {
      this.#insert(entity, place);
      return;
    }
    const shape = shapeOf(entity);
    if (shape === 'unknown') {
      this.skipped.set(entity.type, (this.skipped.get(entity.type) ?? 0) + 1);
      return;
    }
    if (shape === null) {
      this.broken += 1;
      return;
    }
    this.#vertices.add(shape.type === 'LineString' ? shape.coordinates.length : 1);
    if (isTilted(entity)) this.tilted += 1;
    if (CURVES.has(entity.type)) this.curves += 1;
    const mirror: Matrix = [mirrorOf(entity), 0, 0, 1, 0, 0];
    this.#addRow(entity, place, transformed(shape, chained(place.matrix, mirror)), new Map());
  }

  #addRow(
    entity: DxfEntity,
    place: Place,
    geometry: Geometry,
    attributes: ReadonlyMap<string, SourceCell>,
  ): void {
    const layer = this.#layerOf(entity, place);
    const texts = entity.pairs.filter(([code]) => code === 1 || code === 3).map(([, text]) => text);
    const isMtext = entity.type === 'MTEXT';
    const isText = isMtext || entity.type === 'TEXT' || entity.type === 'ATTRIB';
    const written = isMtext ? plainMtext(texts.join('')) : plainDxfText(texts[0] ?? '');
    // 38: a flat polyline's height; 30: a point's, a text's.
    const height = numberOf(entity, 38) || numberOf(entity, 30);
    this.rows.add(
      this.rows.size + 1,
      [
        ['图层', layer],
        ['类型', entity.type],
        ['颜色', this.#colourOf(entity, layer, place)],
        ['文字', isText ? written : null],
        ['图块', place.block === '' ? null : place.block],
        ['高程', height === 0 ? null : height],
        ...attributes,
      ],
      geometry,
    );
  }

  #insert(entity: DxfEntity, place: Place): void {
    const name = textOf(entity, 2);
    const block = this.#drawing.blocks.get(name);
    const layer = this.#layerOf(entity, place);
    const colour = this.#colourOf(entity, layer, place);
    const inner = { depth: place.depth + 1, block: place.block || name, layer, colour };
    this.#addAttributes(entity, { ...place, block: inner.block });
    if (!block) {
      this.missingBlocks.add(name);
      return;
    }
    if (place.depth >= MOST_INSERT_DEPTH) throw new LimitPassed('DXF 图块嵌套超过 16 层');
    for (const matrix of this.#insertMatrices(entity, place.matrix, block.base)) {
      this.inserts += 1;
      if (this.inserts > MOST_INSERTS) throw new LimitPassed('DXF 展开的图块超过 20 万个');
      for (const each of block.entities) this.#draw(each, { ...inner, matrix });
    }
  }

  /** Attributes of an insert as a point where it stands, one column a tag. */
  #addAttributes(entity: DxfEntity, place: Place): void {
    const attributes = entity.parts
      .filter(({ type }) => type === 'ATTRIB')
      .map((part): [string, SourceCell] => [textOf(part, 2), plainDxfText(textOf(part, 1))]);
    if (attributes.length === 0) return;
    const at: Position = [mirrorOf(entity) * numberOf(entity, 10), numberOf(entity, 20)];
    const geometry: Geometry = { type: 'Point', coordinates: apply(place.matrix, at) };
    this.#vertices.add(1);
    this.#addRow(entity, place, geometry, new Map(attributes));
  }

  /** Scale, turn and shift, once for every column and row of the insert. */
  *#insertMatrices(
    entity: DxfEntity,
    outer: Matrix,
    base: readonly [number, number],
  ): Iterable<Matrix> {
    const angle = numberOf(entity, 50) * RADIANS;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [sx, sy] = [numberOf(entity, 41, 1), numberOf(entity, 42, 1)];
    const [columns, rows] = [
      Math.max(1, numberOf(entity, 70, 1)),
      Math.max(1, numberOf(entity, 71, 1)),
    ];
    const mirror: Matrix = [mirrorOf(entity), 0, 0, 1, 0, 0];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const [dx, dy] = [column * numberOf(entity, 44), row * numberOf(entity, 45)];
        const turned: Matrix = [
          sx * cos,
          sx * sin,
          -sy * sin,
          sy * cos,
          numberOf(entity, 10) + dx * cos - dy * sin,
          numberOf(entity, 20) + dx * sin + dy * cos,
        ];
        const shifted = chained(turned, [1, 0, 0, 1, -base[0], -base[1]]);
        yield chained(outer, chained(mirror, shifted));
      }
    }
  }
}

function notesOf(drafter: Drafter, drawing: DxfDrawing, encoding: string, file: string): Problem[] {
  const notes: Problem[] = [];
  const note = (code: string, what: string, mend: string): void => {
    notes.push(fileNote(code, file, what, mend));
  };
  if (drawing.isCut) note('dxf-cut', '没有结束标记，可能不完整。', '请重新复制或导出。');
  if (encoding === 'gb18030') {
    note(
      'dxf-gb18030',
      '文字不是 UTF-8，已按 GB18030（GBK）读取。',
      '若文字有误，请另存为 2007 版以上 DXF。',
    );
  }
  if (drafter.inserts > 0) note('dxf-blocks', `展开了 ${drafter.inserts} 个图块。`, '无需处理。');
  if (drafter.curves > 0) {
    const share = Math.round(1 / CURVE_SAGITTA_SHARE).toLocaleString('zh-CN');
    const what = `${drafter.curves} 条弧线、圆和样条已化为折线：弦高不超过半径的 1/${share}，样条每段 ${SPLINE_PIECES} 份。`;
    note('dxf-curves', what, '无需处理。');
  }
  if (drafter.skipped.size > 0) {
    const list = [...drafter.skipped]
      .map(([type, count]) => `${type}${ENTITY_WORDS[type] ?? ' '}${count} 个`)
      .join('、');
    const mend = '需要时请在 CAD 中分解为线、点或文字；填充请描出边界（多段线）。';
    note('dxf-skipped', `没有读入的图元：${list}。`, mend);
  }
  if (drafter.broken > 0)
    note('dxf-broken', `${drafter.broken} 个图元没有有效坐标，已略过。`, MEND_SAVE);
  if (drafter.paper > 0) {
    note('dxf-paper', `图纸空间的 ${drafter.paper} 个图元没有读入。`, '只读模型空间，无需处理。');
  }
  if (drafter.tilted > 0) {
    note('dxf-tilted', `${drafter.tilted} 个图元不在水平面上，按水平投影处理。`, '请核对其位置。');
  }
  if (drafter.missingBlocks.size > 0) {
    const names = [...drafter.missingBlocks].slice(0, 5).join('、');
    note(
      'dxf-missing-block',
      `找不到图块「${names}」，没有展开。`,
      '请在 CAD 中绑定外部参照后再导出。',
    );
  }
  return notes;
}

/** What people call entities that are left out; others by their own name. */
const ENTITY_WORDS: Readonly<Partial<Record<string, string>>> = {
  HATCH: '（填充）',
  DIMENSION: '（标注）',
  IMAGE: '（图片）',
};

/** A text of one odd byte is still a drawing: what can not be decoded shows as U+FFFD. */
function lenientText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const strict = decodeText(bytes);
  if (strict !== null) return strict;
  return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
}

/** @throws BrokenFile, LimitPassed */
export function readDxf(bytes: Uint8Array, file: string): LayersOutcome {
  const { text, encoding } = lenientText(bytes);
  const drawing = readDxfEntities(text);
  const drafter = new Drafter(drawing, new VertexCount());
  drafter.drawAll();
  const notes = notesOf(drafter, drawing, encoding, file);
  if (drafter.rows.size === 0) {
    const refused = refuseFile('dxf-empty', file, '模型空间里没有能读的点、线或文字。', MEND_SAVE);
    return { ok: false, problems: [...refused.problems, ...notes] };
  }
  const name = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const layer = { name, ...drafter.rows.finish(), declaredCrs: null };
  return { ok: true, value: { format: 'dxf', encoding, layers: [layer] }, notes };
}
