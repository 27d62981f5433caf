import { Fragment, type ReactNode } from 'react';
import type { CoverageStateCode } from '../../analysis/coverage-result';
import { COVERAGE_STATE_SENTENCES, COVERAGE_STATE_WORDS } from '../../analysis/coverage-words';
import { StrengthSymbol } from '../../ui/state-symbol';
import type { Shortcut } from './help-dialog-props';
import { groupShortcuts } from './shortcut-groups';
import styles from './help.module.css';

const STATES: readonly CoverageStateCode[] = [3, 2, 1, 0];

function Guide(): ReactNode {
  return (
    <ol className={styles.steps}>
      <li>选项目：在“覆盖范围”中从列表选，或在地图上点选、套索，也可按类型一次全选。</li>
      <li>定距离：拖动滑杆，或直接输入“1500 米”“2 公里”；数字、地图、村表同时更新。</li>
      <li>看缺口、交清单：村表切到“未覆盖”，点一行地图即到；用“导出”存成 XLSX、CSV 或 GeoJSON。</li>
    </ol>
  );
}

function States(): ReactNode {
  return (
    <>
      <dl className={styles.states}>
        {STATES.map((state) => (
          <Fragment key={state}>
            <dt>
              <StrengthSymbol strength={state} />
              <span>{COVERAGE_STATE_WORDS[state]}</span>
            </dt>
            <dd>{COVERAGE_STATE_SENTENCES[state]}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={styles.small}>
        距离是 WGS84 椭球面上的测地距离；精度为村点精度与项目线位精度之和。“覆盖 n
        村”是确定与按标绘之和，括号中是确定数与最多可能数。村级贫困数字由乡镇或县的数字均摊，是估算。
      </p>
    </>
  );
}

/** What the dialog says, apart from the dialog itself. */
export function HelpContent({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }): ReactNode {
  return (
    <>
      <h3 className={styles.heading}>三步得到覆盖清单</h3>
      <Guide />
      <h3 className={styles.heading}>覆盖状态的意思</h3>
      <States />
      <h3 className={styles.heading}>键盘快捷键</h3>
      <table className={styles.keys}>
        {groupShortcuts(shortcuts).map((group) => (
          <tbody key={group.name}>
            <tr>
              <th colSpan={2} scope="rowgroup">
                {group.name}
              </th>
            </tr>
            {group.shortcuts.map((shortcut) => (
              <tr key={shortcut.action}>
                <td>
                  {shortcut.keys.map((key) => (
                    <kbd key={key} className={styles.key}>
                      {key}
                    </kbd>
                  ))}
                </td>
                <td>{shortcut.action}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}
