import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AuditContent } from '../../../src/features/audit/audit-dialog';
import type { AuditDialogProps } from '../../../src/features/audit/audit-dialog-props';
import { auditReport } from '../../../src/report/audit-report';
import { treatmentOf, yunchengAudit } from './audit-sample';

function nothing(): void {
  // A dialog under test calls back into nobody.
}

describe('the audit page', async () => {
  const { pack, findings } = await yunchengAudit();
  const names = { pack, imports: new Map() };
  const first = findings.find(({ where, canUseComputed }) => where.row && canUseComputed);
  if (!first) throw new Error('a finding with a computed value');
  const stamp = { madeAt: '2026-11-22 10:30', engineVersion: '0' };
  const none = new Map<string, never>();
  const report = auditReport({ names, findings, treatments: none, organisation: '', stamp });

  function render(change: Partial<AuditDialogProps> = {}): string {
    const props: AuditDialogProps = {
      tab: 'findings',
      names,
      findings: [first, ...findings.filter((each) => each !== first)].flatMap((each) => each ?? []),
      isRunning: false,
      problem: null,
      treatments: none,
      isReadOnly: false,
      isRead: () => true,
      isInForce: () => true,
      mapWord: () => '常乐镇',
      report,
      exporting: null,
      targets: null,
      onTab: nothing,
      onOpenCell: nothing,
      onOpenMap: nothing,
      onTreat: nothing,
      onUntreat: nothing,
      onExport: nothing,
      onClose: nothing,
      ...change,
    };
    return renderToStaticMarkup(<AuditContent {...props} />);
  }

  it('lists every finding and shows the first whole, with the ways to treat it', () => {
    const markup = render();
    expect(markup.match(/class="_row_/g)).toHaveLength(findings.length);
    expect(markup).toContain(`体检发现 ${findings.length}`);
    expect(markup).toContain(first.arithmetic);
    for (const word of ['按原文', '采用计算值', '不计入', '看原表', '在图上看常乐镇'])
      expect(markup).toContain(word);
  });

  it('offers what changes a figure only where analyses read the cell', () => {
    const markup = render({ isRead: () => false });
    expect(markup).not.toContain('不计入');
    expect(markup).toContain('只作记录');
  });

  it('shows a treatment with its note and how to take it back, and counts what is open', () => {
    const treatments = new Map([[first.id, treatmentOf(first)]]);
    const markup = render({ treatments });
    expect(markup).toContain(`体检发现 ${findings.length - 1}`);
    expect(markup).toContain('已核对底册');
    expect(markup).toContain('撤销处理');
    const log = render({ treatments, tab: 'log' });
    expect(log).toContain(first.text);
    expect(log).toContain('只作记录');
  });

  it('says when decided figures have changed', () => {
    const treatments = new Map([[first.id, treatmentOf(first, { computed: -1 })]]);
    expect(render({ treatments })).toContain('请复核');
  });

  it('waits, tells of failure, and of nothing found', () => {
    expect(render({ findings: null, isRunning: true })).toContain('正在逐项核对');
    const problem = { code: '', severity: 'error', where: {}, text: '没做完', mend: '' } as const;
    expect(render({ findings: null, problem })).toContain('没做完');
    expect(render({ findings: [] })).toContain('没有发现问题');
    expect(render({ tab: 'log' })).toContain('还没有处理过');
  });

  it('shows the report as it will stand in the file', () => {
    const markup = render({ tab: 'report' });
    expect(markup).toContain(report.title);
    expect(markup).toContain('导出 Word');
    for (const { text } of findings.slice(0, 5)) expect(markup).toContain(text);
  });
});
