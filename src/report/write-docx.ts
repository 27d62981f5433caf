// 分析报告 as .docx in the layout of official documents: title, 一、（一）1. by Word's own numbering, tables and figures with
// captions, and the appendix 数据来源与方法.
import { Document, type FileChild, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { type Counters, blockElements, textParagraph } from './docx-blocks';
import {
  HEADING_FONTS,
  NUMBERING,
  NUMBERING_CONFIG,
  PAGE,
  SIZE,
  STYLES,
  fontTable,
  font,
  pageNumber,
} from './docx-style';
import { NOT_A_BOUNDARY } from './export-footer';
import type { ReportDocument, ReportSection } from './report-model';
import { xmlText } from './report-text';

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function sectionElements(
  section: ReportSection,
  level: number,
  counters: Counters,
): readonly FileChild[] {
  const deepest = Math.min(level, HEADINGS.length - 1);
  return [
    new Paragraph({
      heading: HEADINGS[deepest] ?? HeadingLevel.HEADING_3,
      numbering: { reference: NUMBERING, level: deepest },
      text: xmlText(section.heading),
    }),
    ...section.blocks.flatMap((block) => blockElements(block, counters)),
    ...section.sections.flatMap((each) => sectionElements(each, level + 1, counters)),
  ];
}

function titleElements({ title, organisation, date }: ReportDocument): readonly FileChild[] {
  const under = [organisation, date].filter((part) => part !== '');
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: xmlText(title) }),
    ...under.map(
      (text) =>
        new Paragraph({
          alignment: 'center',
          spacing: { after: 120 },
          children: [
            new TextRun({ text: xmlText(text), font: font(HEADING_FONTS[1]), size: SIZE.text }),
          ],
        }),
    ),
    new Paragraph({}),
  ];
}

function appendixElements(report: ReportDocument): readonly FileChild[] {
  const label = new TextRun({ text: '附件', font: font(HEADING_FONTS[0]), size: SIZE.text });
  return [
    new Paragraph({ pageBreakBefore: true, children: [label] }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: '数据来源与方法' }),
    ...[...report.asked, ...report.method].map(({ label: word, value }) =>
      textParagraph(`**${word}：**${value}`),
    ),
    textParagraph(`**数据包：**${report.packVersion}`),
    textParagraph(`**计算引擎：**村图 Cuntu ${report.engineVersion}`),
    textParagraph(`**声明：**${NOT_A_BOUNDARY}。`),
    textParagraph('**资料来源：**'),
    ...report.sources.map((source, at) => textParagraph(`${at + 1}. ${source}`)),
  ];
}

/** Bytes of the .docx. Needs neither page nor network; heavy, so import this file where it is used (export worker). */
export async function writeDocx(report: ReportDocument): Promise<Uint8Array> {
  const counters: Counters = { figures: 0, tables: 0 };
  const document = new Document({
    title: xmlText(report.title),
    creator: xmlText(report.organisation),
    description: xmlText(report.packVersion),
    styles: STYLES,
    numbering: NUMBERING_CONFIG,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageNumber('odd'), even: pageNumber('even') },
        children: [
          ...titleElements(report),
          ...report.sections.flatMap((section) => sectionElements(section, 0, counters)),
          ...appendixElements(report),
        ],
      },
    ],
  });
  const bytes = await Packer.pack(document, 'uint8array', false, [
    { path: 'word/fontTable.xml', data: fontTable() },
  ]);
  return bytes;
}
