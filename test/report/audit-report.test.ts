import { describe, expect, it } from 'vitest';
import { auditReport, auditSummaryText } from '../../src/report/audit-report';
import { auditPlaceText, auditQuotation, auditValueText } from '../../src/report/audit-words';
import { writeDocx } from '../../src/report/write-docx';
import { writeWorkbook } from '../../src/report/write-workbook';
import { treatmentOf, yunchengAudit } from '../features/audit/audit-sample';
import { sampleImport } from '../document/sample-document';
import { officeParts } from './office-parts';

describe('the audit report', async () => {
  const { pack, findings } = await yunchengAudit();
  const [first] = findings;
  if (!first) throw new Error('the pack has findings');
  const facts = {
    names: { pack, imports: new Map() },
    findings,
    treatments: new Map([[first.id, treatmentOf(first)]]),
    organisation: '测试单位',
    stamp: { madeAt: '2026-11-22 10:30', engineVersion: '0' },
  };
  const report = auditReport(facts);

  it('counts findings by severity and what is decided', () => {
    const text = auditSummaryText(facts);
    expect(text).toContain(`共发现 ${findings.length} 项`);
    expect(text).toContain(`已处理 1 项，待处理 ${findings.length - 1} 项`);
  });

  it('sums up: each group of the table adds to the total row', () => {
    const block = report.sections[0]?.blocks[1];
    const rows = block?.kind === 'table' ? block.table.rows : [];
    const total = rows.at(-1)?.['all'];
    const sum = rows.slice(0, -1).reduce((all, row) => all + Number(row['all']), 0);
    expect([total, sum]).toEqual([findings.length, findings.length]);
  });

  it('holds every finding once on paper and in the workbook, with its treatment', () => {
    const tables = report.sections
      .slice(1, 4)
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])),
      );
    expect(tables).toHaveLength(findings.length);
    const [list, log] = report.lists;
    expect(list?.table.rows.map((row) => row['id'])).toEqual(findings.map(({ id }) => id));
    expect(list?.table.rows[0]?.['treatment']).toBe('按原文：已核对底册');
    expect(log?.table.rows).toHaveLength(1);
  });

  it('is written as Word and Excel', async () => {
    const word = officeParts(await writeDocx(report));
    expect(word.text('word/document.xml')).toContain('数据体检报告');
    const excel = officeParts(await writeWorkbook(report));
    expect(excel.text('xl/workbook.xml')).toContain('体检发现');
  });
});

describe('figures of findings', () => {
  it('read with their unit; words as they are', () => {
    expect(auditValueText(4981, '人')).toBe('4,981 人');
    expect(auditValueText(2018, '年')).toBe('2018 年');
    expect(auditValueText(47.26, '%')).toBe('47.26%');
    expect(auditValueText('%', '')).toBe('%');
    expect(auditValueText(null, '人')).toBe('—');
  });
});

describe('places of findings', async () => {
  const { pack } = await yunchengAudit();
  const names = { pack, imports: new Map([['i1', sampleImport('i1')]]) };
  const [list] = pack.lists;
  const [statement] = pack.statements;
  const [village] = pack.villages;
  if (!list || !statement || !village) throw new Error('the pack has lists and statements');

  it('are chapter and subject of the text, with its own words', () => {
    const place = { text: statement.id, chapter: statement.chapter };
    expect(auditPlaceText(names, place)).toBe(`${statement.chapter} 「${statement.subject}」`);
    expect(auditQuotation(names, place)).toBe(statement.printed);
    expect(auditPlaceText(names, { text: 'none' })).toBe('正文 none');
  });

  it('are the member of a list', () => {
    const text = auditPlaceText(names, { text: list.id, row: 1, chapter: '第一章' });
    expect(text).toBe(`第一章 「${list.title}」 第 1 项「${list.members[0]?.printed}」`);
  });

  it('are the record of a layer, by the import’s title or the layer’s word', () => {
    const place = { layer: 'villages.csv', row: 1, code: village.code };
    expect(auditPlaceText(names, place)).toBe(`村点 第 1 条 「${village.name}」`);
    expect(auditPlaceText(names, { layer: 'i1', row: 2 })).toBe('i1.csv 第 2 条');
  });
});
