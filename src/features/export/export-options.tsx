import { Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { BoundingBox } from '../../domain/lng-lat';
import { type ExportCrs, exportCrsChoices } from '../../io/export-crs';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportFormatInfo,
  crsRefusal,
  formatRefusal,
} from '../../io/export-format';
import type { ExportTable } from '../../io/export-table';
import type { ExportSubject } from './export-dialog-props';
import { crsTitle } from './export-view';
import styles from './export.module.css';

// No <label> round a Select: its click would come twice and shut the list again.
export function SubjectChoice(props: {
  readonly subjects: readonly ExportSubject[];
  readonly subjectId: string;
  readonly disabled: boolean;
  readonly onSubject: (id: string) => void;
}): ReactNode {
  const groups = [...new Set(props.subjects.map(({ group }) => group))];
  return (
    <div className={styles.field}>
      <span className={styles.name}>内容</span>
      <Select
        aria-label="导出的内容"
        showSearch={{ optionFilterProp: 'label' }}
        disabled={props.disabled}
        value={props.subjectId}
        onChange={props.onSubject}
        options={groups.map((group) => ({
          label: group,
          options: props.subjects
            .filter((subject) => subject.group === group)
            .map(({ id, title, refusal }) => ({
              value: id,
              label: refusal === null ? title : `${title}（${refusal}）`,
              disabled: refusal !== null,
            })),
        }))}
      />
    </div>
  );
}

export function FormatChoice(props: {
  readonly table: ExportTable | null;
  readonly format: ExportFormatInfo;
  readonly disabled: boolean;
  readonly onFormat: (format: ExportFormat) => void;
}): ReactNode {
  const { table, format } = props;
  const refusals = EXPORT_FORMATS.map((info) => table && formatRefusal(info, table));
  const reasons = [...new Set(refusals.filter((reason) => reason !== null))];
  const refused = EXPORT_FORMATS.filter((_, at) => refusals[at] !== null);
  return (
    <div className={styles.field}>
      <span className={styles.name}>格式</span>
      <Radio.Group
        className={styles.formats ?? ''}
        aria-label="文件格式"
        disabled={props.disabled}
        value={format.id}
        onChange={(event) => props.onFormat(event.target.value as ExportFormat)}
        options={EXPORT_FORMATS.map(({ id, title }, at) => ({
          value: id,
          label: title,
          disabled: refusals[at] !== null,
        }))}
      />
      <p className={styles.hint}>{format.hint}。</p>
      {reasons.length > 0 && (
        <p className={styles.hint}>
          不能用 {refused.map(({ title }) => title).join('、')}：{reasons[0]}。
        </p>
      )}
    </div>
  );
}

export function CrsChoice(props: {
  readonly bbox: BoundingBox;
  readonly format: ExportFormatInfo;
  readonly crs: ExportCrs;
  readonly disabled: boolean;
  readonly onCrs: (id: string) => void;
}): ReactNode {
  const { bbox, format, crs } = props;
  const choices = exportCrsChoices(bbox);
  const isLimited = choices.some((choice) => crsRefusal(format, choice) !== null);
  const isForeignGeoJson = format.id === 'geojson' && crs.id !== 'wgs84';
  return (
    <div className={styles.field}>
      <span className={styles.name}>坐标系</span>
      <Select
        aria-label="坐标系"
        disabled={props.disabled}
        value={crs.id}
        onChange={props.onCrs}
        popupMatchSelectWidth={false}
        options={choices.map((choice) => ({
          value: choice.id,
          label: crsTitle(choice, bbox),
          disabled: crsRefusal(format, choice) !== null,
        }))}
      />
      {isLimited && <span className={styles.hint}>{format.crsReason}。</span>}
      {crs.warning !== '' && <span className={styles.warning}>{crs.warning}</span>}
      {isForeignGeoJson && (
        <span className={styles.warning}>
          GeoJSON 标准只用 WGS84；别的坐标系有的软件会读错，文件名会注明“非WGS84”。
        </span>
      )}
    </div>
  );
}
