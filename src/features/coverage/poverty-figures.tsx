import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { formatEstimate, formatInteger } from '../../ui/format';
import type { PovertyHeadline } from './summary-view';
import styles from './coverage-panel.module.css';

const SPREAD_TIP =
  '规划没有给出村级数字，只有乡镇或县的数字。这里把它平均摊到所属各村委会，再把覆盖的村加起来，所以是估算，不是实数。';

function Estimate(props: {
  readonly label: string;
  readonly unit: string;
  readonly value: PovertyHeadline['households'];
}): ReactNode {
  const { value, unit } = props;
  if (value === null) {
    return (
      <div>
        <dt>{props.label}</dt>
        <dd>无数据</dd>
      </div>
    );
  }
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        <span className={styles.medium}>≈{formatEstimate(value.asDrawn)}</span> {unit}
        <p className={styles.note}>
          {formatEstimate(value.atLeast)}–{formatEstimate(value.atMost)} {unit}
        </p>
      </dd>
    </div>
  );
}

/** Poor households and persons of the covered villages: always an estimate, and it says so. */
export function PovertyFigures({
  poverty,
  basis,
}: {
  readonly poverty: PovertyHeadline;
  readonly basis: string;
}): ReactNode {
  return (
    <div>
      <dl className={styles.estimates}>
        <Estimate label="覆盖贫困户" unit="户" value={poverty.households} />
        <Estimate label="覆盖贫困人口" unit="人" value={poverty.persons} />
      </dl>
      <p className={styles.note}>
        <Tooltip title={SPREAD_TIP}>
          <button type="button" className={styles.flag}>
            {poverty.flag}
          </button>
        </Tooltip>
        {poverty.withoutFigure > 0 &&
          ` 全区 ${formatInteger(poverty.withoutFigure)} 个单位没有数字（居委会等），不参与均摊。`}
      </p>
      <p className={styles.note}>{basis}</p>
    </div>
  );
}
