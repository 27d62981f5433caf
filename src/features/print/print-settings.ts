// What the user chooses for a printed sheet or atlas.
import type { AtlasLevel } from '../../report/atlas-areas';
import type { PagePart } from '../../report/page-layout';
import type { Orientation, PageSize } from '../../report/page-size';

/** D of 1:D, or as large as the extent fits. */
export type ScaleChoice = 'fit' | number;

/** What the sheet shows: the map as it stands, the whole region, or a county by its code. */
export type ExtentChoice = 'view' | 'region' | (string & {});

export interface PrintSettings {
  readonly kind: 'sheet' | 'atlas';
  readonly size: PageSize;
  readonly orientation: Orientation;
  readonly scale: ScaleChoice;
  readonly extent: ExtentChoice;
  readonly parts: Readonly<Record<PagePart, boolean>>;
  readonly title: string;
  readonly secrecy: string;
  readonly organisation: string;
  readonly approval: string;
  readonly atlasLevel: AtlasLevel;
}

export const SCALE_CHOICES: readonly ScaleChoice[] = ['fit', 50_000, 100_000, 250_000];

export const DEFAULT_PRINT_SETTINGS: PrintSettings = {
  kind: 'sheet',
  size: 'A4',
  orientation: 'landscape',
  scale: 'fit',
  extent: 'region',
  parts: { legend: true, locator: true, scaleBar: true, north: true, graticule: true },
  title: '',
  secrecy: '',
  organisation: '',
  approval: '',
  atlasLevel: 'county',
};

export const PART_WORDS: Readonly<Record<PagePart, string>> = {
  legend: '图例',
  locator: '位置图',
  scaleBar: '比例尺',
  north: '指北针',
  graticule: '经纬网',
};
