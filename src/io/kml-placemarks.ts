// Placemarks of a KML document (OGC 12-007r2) by its XML events: no DOM, no outside file, no network link is followed.
import type { Geometry, Position } from 'geojson';
import { FeatureRows } from './feature-rows';
import { joinGeometries } from './join-geometries';
import type { VertexCount } from './limits';
import type { SourceCell } from './source-layer';
import { type XmlAttributes, type XmlHandler, readXml } from './xml-events';

export interface KmlReading {
  readonly documentName: string;
  readonly rows: FeatureRows;
  readonly networkLinks: number;
  readonly overlays: number;
  readonly withHeight: number;
  /** Places of placemarks whose coordinates could not be read. */
  readonly malformedRows: readonly number[];
}

const NUMBER = String.raw`([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)`;
const TUPLE = new RegExp(String.raw`${NUMBER}\s*,\s*${NUMBER}(?:\s*,\s*${NUMBER})?`, 'gi');
const TRACK_TUPLE = new RegExp(String.raw`^\s*${NUMBER}\s+${NUMBER}`, 'i');
const OVERLAYS = new Set(['GroundOverlay', 'ScreenOverlay', 'PhotoOverlay']);
/** Elements of a placemark kept as columns, beside its extended data. */
const KEPT = new Set(['name', 'description', 'address', 'phoneNumber']);

interface Placemark {
  readonly cells: Map<string, SourceCell>;
  readonly geometries: Geometry[];
  isMalformed: boolean;
}

class PlacemarkReader implements XmlHandler {
  readonly rows = new FeatureRows();
  readonly malformedRows: number[] = [];
  documentName = '';
  networkLinks = 0;
  overlays = 0;
  withHeight = 0;
  readonly #vertices: VertexCount;
  readonly #path: string[] = [];
  readonly #folders: string[] = [];
  #placemark: Placemark | null = null;
  #text = '';
  #dataName = '';
  #ring: Position[] = [];
  #rings: Position[][] = [];
  #track: Position[] = [];

  constructor(vertices: VertexCount) {
    this.#vertices = vertices;
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    this.#path.push(name);
    this.#text = '';
    if (name === 'Folder') this.#folders.push('');
    else if (name === 'Placemark') {
      this.#placemark = { cells: new Map(), geometries: [], isMalformed: false };
    } else if (name === 'Data' || name === 'SimpleData')
      this.#dataName = attributes.get('name') ?? '';
    else if (name === 'Polygon') this.#rings = [];
    else if (name === 'Track') this.#track = [];
    else if (name === 'NetworkLink') this.networkLinks += 1;
    else if (OVERLAYS.has(name)) this.overlays += 1;
  };

  readonly text = (piece: string): void => {
    this.#text += piece;
  };

  readonly close = (name: string): void => {
    this.#path.pop();
    const parent = this.#path.at(-1) ?? '';
    const text = this.#text;
    this.#text = '';
    if (this.#placemark) this.#closeInPlacemark(name, parent, text, this.#placemark);
    else if (name === 'name' && parent === 'Folder')
      this.#folders[this.#folders.length - 1] = text.trim();
    else if (name === 'name' && parent === 'Document') this.documentName = text.trim();
    if (name === 'Folder') this.#folders.pop();
  };

  #closeInPlacemark(name: string, parent: string, text: string, placemark: Placemark): void {
    const { cells, geometries } = placemark;
    switch (name) {
      case 'Placemark':
        this.#finish(placemark);
        break;
      case 'coordinates':
        this.#ring = this.#positions(text, placemark);
        break;
      case 'value':
        if (parent === 'Data') cells.set(this.#dataName, text.trim());
        break;
      case 'SimpleData':
        cells.set(this.#dataName, text.trim());
        break;
      case 'Point':
        if (this.#ring[0]) geometries.push({ type: 'Point', coordinates: this.#ring[0] });
        break;
      case 'LineString':
        if (this.#ring.length > 0) geometries.push({ type: 'LineString', coordinates: this.#ring });
        break;
      case 'LinearRing':
        this.#closeRing(parent, geometries);
        break;
      case 'Polygon':
        if (this.#rings.length > 0) geometries.push({ type: 'Polygon', coordinates: this.#rings });
        break;
      case 'coord':
        this.#addTrackPosition(text);
        break;
      case 'Track':
        if (this.#track.length > 0)
          geometries.push({ type: 'LineString', coordinates: this.#track });
        break;
      default:
        if (parent === 'Placemark' && KEPT.has(name)) cells.set(name, text.trim());
    }
  }

  /** The outer ring comes first whatever the order in the file. */
  #closeRing(parent: string, geometries: Geometry[]): void {
    if (parent === 'outerBoundaryIs') this.#rings.unshift(this.#ring);
    else if (parent === 'innerBoundaryIs') this.#rings.push(this.#ring);
    else geometries.push({ type: 'LineString', coordinates: this.#ring });
  }

  #addTrackPosition(text: string): void {
    const found = TRACK_TUPLE.exec(text);
    if (!found) return;
    this.#vertices.add(1);
    this.#track.push([Number(found[1]), Number(found[2])]);
  }

  #positions(text: string, placemark: Placemark): Position[] {
    const positions: Position[] = [];
    for (const [, x, y, height] of text.matchAll(TUPLE)) {
      this.#vertices.add(1);
      positions.push([Number(x), Number(y)]);
      if (height !== undefined && Number(height) !== 0) this.withHeight += 1;
    }
    if (positions.length === 0) placemark.isMalformed = true;
    return positions;
  }

  #finish({ cells, geometries, isMalformed }: Placemark): void {
    const row = this.rows.size + 1;
    const folder = this.#folders.filter((each) => each !== '').join('/');
    if (folder !== '') cells.set('folder', folder);
    if (isMalformed) this.malformedRows.push(row);
    this.rows.add(row, cells, joinGeometries(geometries));
    this.#placemark = null;
  }
}

/** @throws BrokenFile when it is not well-formed XML, LimitPassed */
export function readPlacemarks(text: string, vertices: VertexCount): KmlReading {
  const reader = new PlacemarkReader(vertices);
  readXml(text, reader);
  return reader;
}
