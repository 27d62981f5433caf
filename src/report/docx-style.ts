// Look of the report by GB/T 9704-2012 (党政机关公文格式): A4, type area 156 × 225 mm, title 小标宋 二号, headings 黑体, 楷体 and
// 仿宋 三号, text 仿宋 三号 at 28 points a line, page number 四号 on the outer side.
import {
  AlignmentType,
  Footer,
  type ILevelsOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';

/** Font sizes in half points: 二号, 三号, 四号, 小四, 五号, 小五. */
export const SIZE = {
  title: 44,
  text: 32,
  page: 28,
  caption: 24,
  table: 21,
  wideTable: 18,
} as const;
const TITLE_FONT = '方正小标宋简体';
export const TEXT_FONT = '仿宋_GB2312';
export const HEADING_FONTS = ['黑体', '楷体_GB2312', TEXT_FONT] as const;
const PAGE_FONT = '宋体';

/** What Word takes where a named font is missing. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  [TITLE_FONT]: '宋体',
  [TEXT_FONT]: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

const TWIPS_A_MILLIMETRE = 1440 / 25.4;
const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_A_MILLIMETRE);
/** Width of the lines. */
export const TYPE_AREA_MM = { width: 156 };
export const PAGE = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
    header: twips(15),
    footer: twips(28),
  },
};

/** One font for Chinese and Latin characters alike. */
export function font(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

/** 28 points exactly, two characters in. */
export const TEXT_SPACING = { line: 560, lineRule: LineRuleType.EXACTLY } as const;
export const TEXT_INDENT = { firstLineChars: 200, firstLine: 640 } as const;

const HEADING_RUNS: readonly IRunStylePropertiesOptions[] = HEADING_FONTS.map((name, level) => ({
  font: font(name),
  size: SIZE.text,
  bold: level === 2,
  italics: false,
  color: '000000',
}));

export const NUMBERING = '公文标题';

/** 一、（一）1. */
const LEVELS: readonly ILevelsOptions[] = [
  { format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
  { format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
  { format: LevelFormat.DECIMAL, text: '%3.' },
].map(({ format, text }, level) => ({
  level,
  format,
  text,
  suffix: LevelSuffix.NOTHING,
  alignment: AlignmentType.LEFT,
  style: {
    run: HEADING_RUNS[level] ?? {},
    paragraph: { indent: { left: 0, ...TEXT_INDENT } },
  },
}));

export const NUMBERING_CONFIG = { config: [{ reference: NUMBERING, levels: LEVELS }] };

const HEADING_PARAGRAPH = { spacing: TEXT_SPACING, indent: TEXT_INDENT, keepNext: true };
const heading = (level: number) => ({
  run: HEADING_RUNS[level] ?? {},
  paragraph: HEADING_PARAGRAPH,
});

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: font(TEXT_FONT), size: SIZE.text, language: { eastAsia: 'zh-CN' } } },
    title: {
      run: { font: font(TITLE_FONT), size: SIZE.title, bold: false, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 640, lineRule: LineRuleType.EXACTLY, after: 200 },
      },
    },
    heading1: heading(0),
    heading2: heading(1),
    heading3: heading(2),
  },
};

/** “— 1 —”, one character in from the outer edge. */
export function pageNumber(side: 'odd' | 'even'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: SIZE.page * 10 } : { left: SIZE.page * 10 },
        children: [
          new TextRun({
            font: font(PAGE_FONT),
            size: SIZE.page,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });
}

/** The part that names, for each font, what may stand in for it. */
export function fontTable(): string {
  const fonts = Object.entries(ALTERNATIVES).map(
    ([name, alternative]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/>` +
      '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>',
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${fonts.join('')}</w:fonts>`
  );
}
