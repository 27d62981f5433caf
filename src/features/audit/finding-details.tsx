import { Button, Input } from 'antd';
import { MapPin, Table2, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { AUDIT_KIND_WORDS } from '../../analysis/audit-words';
import { chinaDay } from '../../domain/china-day';
import type { AuditPlace, AuditWay } from '../../domain/audit-finding';
import { AUDIT_WAY_WORDS } from '../../domain/wording';
import { auditPlaceText, auditQuotation, auditValueText } from '../../report/audit-words';
import type { AuditDialogProps } from './audit-dialog-props';
import { SeverityMark } from './audit-marks';
import type { FindingRow } from './audit-view';
import styles from './audit.module.css';

interface Props extends AuditDialogProps {
  readonly row: FindingRow;
}

/** One place with the ways to it: the printed table, or the map. */
function Place(props: Props & { readonly place: AuditPlace }): ReactNode {
  const { place, names, mapWord, onOpenCell, onOpenMap } = props;
  const quotation = auditQuotation(names, place);
  const word = mapWord(place);
  return (
    <li>
      <span>{auditPlaceText(names, place)}</span>
      {quotation !== '' && <q className={styles.quote}>{quotation}</q>}
      <span className={styles.wrap}>
        {place.table !== undefined && (
          <Button size="small" icon={<Table2 size={14} />} onClick={() => onOpenCell(place)}>
            看原表
          </Button>
        )}
        {word !== null && (
          <Button size="small" icon={<MapPin size={14} />} onClick={() => onOpenMap(place)}>
            在图上看{word}
          </Button>
        )}
      </span>
    </li>
  );
}

const WAY_HINTS: Readonly<Record<AuditWay, string>> = {
  accept: '数字不变，此项结案',
  'use-computed': '分析改读算得的数，原表照录不动',
  exclude: '分析不读这一格，原表照录不动',
};

/** Ways that make sense for the finding; the last two only where analyses read the cell. */
function waysOf({ row, isRead }: Props): readonly AuditWay[] {
  const { where, canUseComputed } = row.finding;
  const isCell = where.table !== undefined && where.row !== undefined && where.column !== undefined;
  if (!isCell) return ['accept'];
  const ways: readonly AuditWay[] = isRead(where) ? ['accept', 'exclude'] : ['accept'];
  return canUseComputed ? ways.toSpliced(1, 0, 'use-computed') : ways;
}

function Treating(props: Props): ReactNode {
  const { row, isRead, isReadOnly, onTreat } = props;
  const [note, setNote] = useState(row.treatment?.note ?? '');
  const { where } = row.finding;
  const isCell = where.table !== undefined && where.row !== undefined;
  return (
    <>
      <Input.TextArea
        rows={2}
        aria-label="处理理由"
        placeholder="理由（写入处理记录和体检报告）"
        value={note}
        disabled={isReadOnly}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.ways}>
        {waysOf(props).map((way) => (
          <div key={way}>
            <Button
              size="small"
              disabled={isReadOnly}
              type={way === 'use-computed' && isRead(where) ? 'primary' : 'default'}
              onClick={() => onTreat(row.finding, way, note.trim())}
            >
              {AUDIT_WAY_WORDS[way]}
            </Button>
            <span className={styles.small}>
              {way === 'use-computed' && !isRead(where)
                ? '此格不参与分析（合计行或说明列），只作记录'
                : WAY_HINTS[way]}
            </span>
          </div>
        ))}
      </div>
      {!isCell && (
        <p className={styles.small}>正文和图层的问题请改正原文或数据；在此只作结案记录。</p>
      )}
    </>
  );
}

function Treated(props: Props): ReactNode {
  const { row, isReadOnly, onUntreat } = props;
  const { treatment, state } = row;
  if (treatment === null) return <Treating {...props} />;
  return (
    <>
      <p className={styles.line}>
        {chinaDay(treatment.madeAt)} {AUDIT_WAY_WORDS[treatment.way]}
        {treatment.note !== '' && `：${treatment.note}`}
      </p>
      {state === 'changed' && (
        <p className={styles.warning}>处理之后数据有了变化，请复核后重新处理。</p>
      )}
      <Button
        size="small"
        icon={<Undo2 size={14} />}
        disabled={isReadOnly}
        onClick={() => onUntreat(treatment)}
      >
        撤销处理
      </Button>
    </>
  );
}

/** One finding whole: where, what the document says, the sum, the likely cause, what to do. */
export function FindingDetails(props: Props): ReactNode {
  const { finding } = props.row;
  const { severity, kind, stated, computed, unit } = finding;
  return (
    <aside className={styles.details} aria-label="体检发现详情" tabIndex={0}>
      <h3 className={styles.title}>
        <SeverityMark severity={severity} /> {AUDIT_KIND_WORDS[kind]}
      </h3>
      <p className={styles.line}>{finding.text}</p>
      <dl className={styles.facts}>
        <dt>印作</dt>
        <dd>{auditValueText(stated, unit)}</dd>
        <dt>算得</dt>
        <dd>{auditValueText(computed, unit)}</dd>
        {finding.arithmetic !== '' && (
          <>
            <dt>算式</dt>
            <dd>{finding.arithmetic}</dd>
          </>
        )}
        {finding.cause !== '' && (
          <>
            <dt>可能原因</dt>
            <dd>{finding.cause}</dd>
          </>
        )}
        <dt>改法</dt>
        <dd>{finding.mend}</dd>
      </dl>
      <h4 className={styles.heading}>位置</h4>
      <ul className={styles.places}>
        <Place {...props} place={finding.where} />
      </ul>
      {finding.against.length > 0 && (
        <>
          <h4 className={styles.heading}>相对照之处</h4>
          <ul className={styles.places}>
            {finding.against.map((place) => (
              <Place key={JSON.stringify(place)} {...props} place={place} />
            ))}
          </ul>
        </>
      )}
      <h4 className={styles.heading}>处理</h4>
      <Treated {...props} />
    </aside>
  );
}
